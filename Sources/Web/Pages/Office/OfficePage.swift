/// The office: what the visitor can do, and what is under way.
public struct OfficePage: Page {
    /// A way into a piece of work.
    public struct Task: TemplateModel, Hashable {
        public let title: Phrase
        public let text: Phrase
        public let address: String

        public init(title: Phrase, text: Phrase, address: String) {
            self.title = title
            self.text = text
            self.address = address
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "title": .phrase(title)
            case "text": .phrase(text)
            case "address": .text(address)
            default: nil
            }
        }

        /// The products of a business that the visitor looks after.
        public static func products(of name: String, _ business: String) -> Task {
            Task(
                title: Phrase(verbatim: name),
                text: Phrase("Produk, stok dan toko.", "Products, stock and shops."), address: Paths.products(business))
        }

        public static let importList = Task(
            title: Phrase("Masukkan daftar mitra", "Bring in a partner’s list"),
            text: Phrase(
                "Unggah CSV atau Excel. Dicoba dulu, baru disimpan.", "Upload CSV or Excel. It is tried first, then stored."),
            address: Paths.newImport)
        public static let registerBusiness = Task(
            title: Phrase("Daftarkan usaha", "Register a business"),
            text: Phrase("Ditanya dulu apakah sudah dikenal.", "It is asked first whether it is known."), address: Paths.register)
        public static let findBusiness = Task(
            title: Phrase("Cari usaha", "Find a business"),
            text: Phrase("Dengan nama, telepon, NIK, atau NIB.", "By name, phone, NIK or NIB."), address: Paths.search)
        public static let reviewPairs = Task(
            title: Phrase("Periksa pasangan yang meragukan", "Review doubtful pairs"),
            text: Phrase("Satu usaha atau dua? Jawab satu per satu.", "One business or two? Answer one by one."), address: Paths.review)
        public static let openLiveRoom = Task(
            title: Phrase("Buka ruang langsung", "Open a live room"),
            text: Phrase("Pertanyaan, jajak pendapat dan kuis untuk ribuan orang.", "Questions, polls and quizzes for thousands."),
            address: Paths.openLiveRoom)
        public static let channels = Task(
            title: Phrase("Lihat kesehatan kanal", "See the health of the channels"),
            text: Phrase(
                "Toko yang tersambung, putus, atau berbeda dengan kanalnya.",
                "Shops that are connected, cut off, or differ from their channel."),
            address: Paths.channelHealth)
        public static let seeCount = Task(
            title: Phrase("Lihat hitungan", "See the count"),
            text: Phrase("Dan buka nama di balik tiap angka.", "And open the names behind each figure."), address: Paths.home)
        public static let freezeBulletin = Task(
            title: Phrase("Terbitkan buletin", "Publish a bulletin"),
            text: Phrase("Bekukan angka hari ini.", "Freeze today’s figures."), address: Paths.bulletins)
        public static let manageUsers = Task(
            title: Phrase("Atur pengguna", "Manage users"),
            text: Phrase("Tambah atau tutup akun petugas dan pendamping.", "Add or close accounts of staff and facilitators."),
            address: Paths.users)
    }

    public var visitorName: String
    /// Where the visitor works: "Jawa Barat".
    public var scope: String
    public var tasks: [Task]
    /// The latest imports; work under way first.
    public var imports: [ImportLine]

    public init(visitorName: String, scope: String, tasks: [Task], imports: [ImportLine]) {
        self.visitorName = visitorName
        self.scope = scope
        self.tasks = tasks
        self.imports = imports
    }

    public static var template: String { "pages/office" }
    public static var words: PhraseTable { .office }
    public var place: Frame.Place? { .office }
    public var title: Phrase { Phrase("Kantor", "Office") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .sentence(Phrase("Selamat bekerja, {1}", "Welcome, {1}"), [.text(visitorName)])
        case "scope": .sentence(Phrase("Wilayah tugas: {1}", "Your area: {1}"), [.text(scope)])
        case "tasks": .list(tasks)
        case "imports": .maybe(imports.isEmpty ? nil : ImportLine.table(imports))
        default: nil
        }
    }
}
