/// The question before a business is registered: is it one of these? Showing them is a reading of personal data and is recorded by whoever
/// answers.
public struct KnownBusinessesPage: Page {
    /// A business that may be the one.
    public struct Known: Sendable {
        public let id: String
        public let name: String
        public let ownerName: String
        /// Where it is, in words: "Cibiru, Kota Bandung".
        public let place: String
        /// As `+628••••••••12`; empty where none is known.
        public let maskedPhones: [String]
        /// How probable it is that this is the one, 0 to 1.
        public let probability: Double
        /// What a rule says, if one applies.
        public let rule: Phrase?
        public let waterfall: WeightWaterfall

        public init(
            id: String, name: String, ownerName: String, place: String, maskedPhones: [String], probability: Double, rule: Phrase?,
            waterfall: WeightWaterfall
        ) {
            self.id = id
            self.name = name
            self.ownerName = ownerName
            self.place = place
            self.maskedPhones = maskedPhones
            self.probability = probability
            self.rule = rule
            self.waterfall = waterfall
        }
    }

    /// What was typed, in words.
    public var typed: [Fact]
    /// The most probable first.
    public var known: [Known]
    /// What was typed, to be sent along.
    public var hidden: [HiddenValue]
    /// Whether somebody registered one of them while the question was being answered.
    public var hasChanged: Bool

    public init(typed: [Fact], known: [Known], hidden: [HiddenValue], hasChanged: Bool = false) {
        self.typed = typed
        self.known = known
        self.hidden = hidden
        self.hasChanged = hasChanged
    }

    public static var template: String { "pages/known-businesses" }
    public static var words: PhraseTable { .knownBusinesses }
    public var place: Frame.Place? { .office }
    public var title: Phrase {
        known.isEmpty
            ? Phrase("Usaha ini belum dikenal", "This business is not known yet") : Phrase("Apakah usaha ini?", "Is it this business?")
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "stepList": .model(RegistrationSteps.list(current: 2))
        case "lead":
            .phrase(
                known.isEmpty
                    ? Phrase("Periksa sekali lagi, lalu simpan.", "Look it over once more, then store it.")
                    : Phrase(
                        "Tanyakan kepada pemiliknya. Kalau usahanya sama, pilih yang itu, supaya tidak dihitung dua kali.",
                        "Ask the owner. If it is the same business, choose it, so that it is not counted twice."))
        case "changed":
            .maybe(
                hasChanged
                    ? Notice(
                        .warning,
                        Phrase(
                            "Daftar ini baru saja berubah. Lihat sekali lagi.", "This list has just changed. Please look again.")) : nil)
        case "facts": .list(typed)
        case "action": .text(Paths.register)
        case "hidden": .list(hidden)
        case "known": .list(known.map(KnownCard.init))
        case "isKnown": .flag(!known.isEmpty)
        case "store":
            .phrase(
                known.isEmpty
                    ? Phrase("Simpan usaha baru", "Store as a new business")
                    : Phrase("Bukan semuanya: usaha baru", "None of these: a new business"))
        default: nil
        }
    }
}

private struct KnownCard: TemplateModel {
    let known: KnownBusinessesPage.Known

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "id": .text(known.id)
        case "businessName": known.name.isEmpty ? .phrase(Phrase("(tanpa nama)", "(no name)")) : .text(known.name)
        case "ownerName": .maybe(known.ownerName.isEmpty ? nil : known.ownerName)
        case "location": .text(known.place)
        case "phones": .maybe(known.maskedPhones.isEmpty ? nil : known.maskedPhones.joined(separator: ", "))
        case "probability": .share(known.probability)
        case "rule": .maybe(known.rule)
        case "why": .maybe(known.waterfall.sentence)
        case "chart": .drawing(known.waterfall)
        case "table": .maybe(known.waterfall.table)
        default: nil
        }
    }
}
