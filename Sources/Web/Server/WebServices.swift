public import Accounts
public import Catalogue
import Journey
public import Learning
public import Lessons
import Nusantara
public import Storage

/// All that the pages stand on. Made once by the program, and by every test.
public struct WebServices: Sendable {
    public let database: any SQLDatabase
    public let vault: Vault
    public let gate: Gate
    public let renderer: PageRenderer
    public let settings: WebSettings
    public let metrics: ServerMetrics
    /// What certificates are signed with; nil where none are issued.
    public let certificates: CertificateIssuer?
    /// The shops that are connected to their channels; nil where no channel is set up.
    public let shops: ConnectedShops?
    /// The courses of lessons, in the order in which they are shown.
    public let courses: [Course]
    let cache: PageCache
    let live: LiveHub
    let now: @Sendable () -> Timestamp

    /// - Parameter now: the clock; tests give another one.
    public init(
        database: any SQLDatabase, vault: Vault, gate: Gate, renderer: PageRenderer, settings: WebSettings,
        metrics: ServerMetrics = ServerMetrics(), certificates: CertificateIssuer? = nil, courses: [Course] = [],
        shops: ConnectedShops? = nil,
        now: @escaping @Sendable () -> Timestamp = { .now }
    ) {
        self.database = database
        self.vault = vault
        self.gate = gate
        self.renderer = renderer
        self.settings = settings
        self.metrics = metrics
        self.certificates = certificates
        self.courses = courses
        self.shops = shops
        self.now = now
        cache = PageCache()
        live = LiveHub(database: database, now: now)
    }

    /// Today on the clock of western Indonesia.
    var today: CalendarDate { CalendarDate(now()) }
}
