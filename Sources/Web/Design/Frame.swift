/// What stands around every page: who reads it, in which language and theme, and where she is.
public struct Frame: Sendable {
    /// A place in the navigation.
    public enum Place: Sendable, Hashable {
        case count, programmes, lessons, live, definitions, bulletins, office, classes, imports, search, review, users, products, signIn
    }

    /// Light or dark, or whatever the device prefers.
    public enum Theme: String, Sendable, CaseIterable {
        case automatic = "auto"
        case light
        case dark
    }

    /// Somebody who is signed in.
    public struct Visitor: Sendable {
        public var name: String
        /// What she is here, in words: "Petugas Provinsi Jawa Barat".
        public var role: String
        /// The parts of the office open to her; the public ones are open to all.
        public var places: [Place]

        public init(name: String, role: String, places: [Place]) {
            self.name = name
            self.role = role
            self.places = places
        }
    }

    public var language: Language
    public var theme: Theme
    /// The path and query of the page, for links that lead back to it.
    public var path: String
    public var visitor: Visitor?
    /// The token that every form sends along against forged requests.
    public var formToken: String
    /// Messages about what was just done.
    public var notices: [Notice]

    public init(
        language: Language = .indonesian, theme: Theme = .automatic, path: String = Paths.home, visitor: Visitor? = nil,
        formToken: String = "", notices: [Notice] = []
    ) {
        self.language = language
        self.theme = theme
        self.path = path
        self.visitor = visitor
        self.formToken = formToken
        self.notices = notices
    }
}

/// The frame with what it takes from the page in it.
struct FrameModel: TemplateModel {
    let title: Phrase
    let place: Frame.Place?
    let refresh: Int?
    let frame: Frame
    let assets: StaticAssets

    init(page: some Page, frame: Frame, assets: StaticAssets) {
        title = page.title
        place = page.place
        refresh = page.refresh
        self.frame = frame
        self.assets = assets
    }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "title": .phrase(title)
        case "language": .text(frame.language.rawValue)
        case "theme": .maybe(frame.theme == .automatic ? nil : frame.theme.rawValue)
        case "stylesheet": .text(assets.stylesheet)
        case "script": .text(assets.script)
        case "icon": .text(assets.icon)
        case "checkScript": .text(assets.checkScript)
        case "reviewScript": .text(assets.reviewScript)
        case "reviewStylesheet": .text(assets.reviewStylesheet)
        case "liveScript": .text(assets.liveScript)
        case "liveStylesheet": .text(assets.liveStylesheet)
        case "lessonScript": .text(assets.lessonScript)
        case "lessonStylesheet": .text(assets.lessonStylesheet)
        case "productStylesheet": .text(assets.productStylesheet)
        case "refresh": .maybe(refresh.map(String.init))
        case "navigation": .list(navigation)
        case "languages": .list(Language.allCases.map(languageLink))
        case "themes": .list(Frame.Theme.allCases.map(themeLink))
        case "visitor": .maybe(frame.visitor.map(VisitorModel.init))
        case "formToken": .text(frame.formToken)
        case "notices": .list(frame.notices)
        default: nil
        }
    }

    private var navigation: [NavigationLink] {
        var links: [(Frame.Place, String, Phrase)] = [
            (.count, Paths.home, Phrase("Hitungan", "The count")),
            (.programmes, Paths.programmes, Phrase("Program", "Programmes")),
            (.lessons, Paths.courses, Phrase("Belajar", "Learn")),
            (.definitions, Paths.definitions, Phrase("Arti kata", "Definitions")),
            (.bulletins, Paths.bulletins, Phrase("Buletin", "Bulletins")),
            (.live, Paths.liveRooms, Phrase("Ruang langsung", "Live room")),
        ]
        if let visitor = frame.visitor {
            let office: [(Frame.Place, String, Phrase)] = [
                (.office, Paths.office, Phrase("Kantor", "Office")),
                (.classes, Paths.programmeDesk, Phrase("Kelas", "Classes")),
                (.imports, Paths.imports, Phrase("Daftar mitra", "Partners’ lists")),
                (.search, Paths.search, Phrase("Cari usaha", "Find a business")),
                (.review, Paths.review, Phrase("Periksa pasangan", "Review pairs")),
                (.users, Paths.users, Phrase("Pengguna", "Users")),
            ]
            links += office.filter { visitor.places.contains($0.0) }
        } else {
            links.append((.signIn, Paths.signIn, Phrase("Masuk", "Sign in")))
        }
        return links.map { NavigationLink(address: $0.1, label: $0.2, isCurrent: $0.0 == place) }
    }

    private func languageLink(_ language: Language) -> NavigationLink {
        let label = language == .indonesian ? "Indonesia" : "English"
        return NavigationLink(
            address: Paths.preference("language", language.rawValue, returningTo: frame.path), label: Phrase(verbatim: label),
            isCurrent: language == frame.language, code: language.rawValue)
    }

    private func themeLink(_ theme: Frame.Theme) -> NavigationLink {
        let label =
            switch theme {
            case .automatic: Phrase("Ikut gawai", "As the device")
            case .light: Phrase("Terang", "Light")
            case .dark: Phrase("Gelap", "Dark")
            }
        return NavigationLink(
            address: Paths.preference("theme", theme.rawValue, returningTo: frame.path), label: label, isCurrent: theme == frame.theme)
    }
}

/// A link of the header or footer.
struct NavigationLink: TemplateModel {
    let address: String
    let label: Phrase
    let isCurrent: Bool
    var code: String?

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "address": .text(address)
        case "label": .phrase(label)
        case "isCurrent": .flag(isCurrent)
        case "code": .maybe(code)
        default: nil
        }
    }
}

private struct VisitorModel: TemplateModel {
    let visitor: Frame.Visitor

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "name": .text(visitor.name)
        case "role": .text(visitor.role)
        case "signOut": .text(Paths.signOut)
        default: nil
        }
    }
}
