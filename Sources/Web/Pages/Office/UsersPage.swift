/// Who may sign in and as what, and a form to add somebody.
///
/// The form is the caller's own ``Form`` so that roles, regions and errors come from where they are checked.
public struct UsersPage: Page {
    public struct User: Sendable, Hashable {
        public let id: String
        public let name: String
        public let role: Phrase
        /// Where and for whom: "Jawa Barat", "Shopee".
        public let scope: String
        public let isActive: Bool
        /// Whether the reader may end this user's access.
        public let canDeactivate: Bool

        public init(id: String, name: String, role: Phrase, scope: String, isActive: Bool, canDeactivate: Bool) {
            self.id = id
            self.name = name
            self.role = role
            self.scope = scope
            self.isActive = isActive
            self.canDeactivate = canDeactivate
        }
    }

    public var users: [User]
    public var pagination: Pagination?
    public var form: Form
    /// What the new user needs to sign in for the first time, such as the secret for the authenticator app; shown once.
    public var handover: [Fact]

    public init(users: [User], pagination: Pagination? = nil, form: Form, handover: [Fact] = []) {
        self.users = users
        self.pagination = pagination
        self.form = form
        self.handover = handover
    }

    public static var template: String { "pages/users" }
    public static var words: PhraseTable { .users }
    public var place: Frame.Place? { .users }
    public var title: Phrase { Phrase("Pengguna", "Users") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "users": .list(users.map(UserRow.init))
        case "pagination": .maybe(pagination)
        case "form": .model(form)
        case "hasHandover": .flag(!handover.isEmpty)
        case "handover": .list(handover)
        default: nil
        }
    }
}

private struct UserRow: TemplateModel {
    let user: UsersPage.User

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "name": .text(user.name)
        case "role": .phrase(user.role)
        case "scope": .text(user.scope)
        case "state":
            .model(user.isActive ? Badge(.good, Phrase("Aktif", "Active")) : Badge(.neutral, Phrase("Nonaktif", "Inactive")))
        case "deactivate": .maybe(user.isActive && user.canDeactivate ? Paths.deactivate(user: user.id) : nil)
        default: nil
        }
    }
}
