/// The two doors: phone and PIN for owners and facilitators, name, password and one-time code for staff.
///
/// The forms post `phone` and `pin` to ``Paths/signIn``, or `name`, `password` and `code` to ``Paths/staffSignIn``, with `next` beside them.
public struct SignInPage: Page {
    public enum Door: Sendable, Hashable {
        case owner, staff
    }

    public var door: Door
    /// Why it did not work last time. It never says which of the fields was wrong.
    public var problem: Phrase?
    /// The phone number or name that was typed last time.
    public var account: String
    /// The path to go to afterwards.
    public var next: String?

    public init(door: Door, problem: Phrase? = nil, account: String = "", next: String? = nil) {
        self.door = door
        self.problem = problem
        self.account = account
        self.next = next
    }

    public static var template: String { "pages/sign-in" }
    public static var words: PhraseTable { .signIn }
    public var place: Frame.Place? { .signIn }

    public var title: Phrase {
        door == .owner ? Phrase("Masuk", "Sign in") : Phrase("Masuk untuk petugas", "Sign in for staff")
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "form": .model(form)
        case "isOwner": .flag(door == .owner)
        case "otherDoor":
            .model(
                NavigationLink(
                    address: door == .owner ? Paths.staffSignIn : Paths.signIn,
                    label: door == .owner
                        ? Phrase("Petugas masuk di sini", "Staff sign in here")
                        : Phrase("Pemilik usaha dan pendamping masuk di sini", "Owners and facilitators sign in here"),
                    isCurrent: false))
        default: nil
        }
    }

    private var form: Form {
        Form(
            action: door == .owner ? Paths.signIn : Paths.staffSignIn, fields: door == .owner ? ownerFields : staffFields,
            submit: Phrase("Masuk", "Sign in"), problem: problem, hidden: next.map { [HiddenValue("next", $0)] } ?? [])
    }

    private var ownerFields: [FormField] {
        [
            FormField(
                "phone", Phrase("Nomor telepon", "Phone number"), .telephone,
                hint: Phrase("Seperti di kartu: 0812 3456 7890", "As on the card: 0812 3456 7890"), content: account, autocomplete: "tel"),
            FormField(
                "pin", Phrase("PIN", "PIN"), .pin, hint: Phrase("Enam angka", "Six digits"), autocomplete: "current-password"),
        ]
    }

    private var staffFields: [FormField] {
        [
            FormField("name", Phrase("Nama pengguna", "User name"), content: account, autocomplete: "username"),
            FormField("password", Phrase("Kata sandi", "Password"), .password, autocomplete: "current-password"),
            FormField(
                "code", Phrase("Kode sekali pakai", "One-time code"), .digits(6),
                hint: Phrase("Enam angka dari aplikasi di ponselmu", "Six digits from the app on your phone"), autocomplete: "one-time-code"
            ),
        ]
    }
}
