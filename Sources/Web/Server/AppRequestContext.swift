import Accounts
public import Hummingbird
import NIOCore

/// What is known of a request besides what it says itself.
public struct AppRequestContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Who sends it, if somebody is signed in.
    var signedIn: SignedIn?
    /// The cookie of the session, from which the tokens of forms follow.
    var token: SessionToken?
    /// What the forms of somebody carry who is in a live room without being signed in.
    var seatKey: String?
    var language = Language.indonesian
    var theme = Frame.Theme.automatic
    /// A message that the page before left for this one.
    var notice: PassingNotice?
    /// Where it comes from.
    var address: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    var viewer: Viewer? { signedIn?.viewer }
}
