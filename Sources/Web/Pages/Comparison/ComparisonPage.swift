/// Two rows of partners' lists side by side, with the characters marked in which they differ, and what that says about their being one
/// business. Showing it is a reading of personal data and is recorded by whoever answers.
public struct ComparisonPage: Page {
    /// One of the two rows.
    public struct Side: Sendable {
        /// The business that it belongs to.
        public let businessID: String
        public let businessName: String
        public let partner: String
        public let fileName: String
        public let line: Int

        public init(businessID: String, businessName: String, partner: String, fileName: String, line: Int) {
            self.businessID = businessID
            self.businessName = businessName
            self.partner = partner
            self.fileName = fileName
            self.line = line
        }

        /// Where the row stands, in words.
        var source: TemplateValue {
            .sentence(Phrase("{1}, baris {2} dari {3}", "{1}, row {2} of {3}"), [.text(partner), .text(String(line)), .text(fileName)])
        }
    }

    /// What both rows say in one field; empty where one says nothing.
    public struct Field: Sendable {
        public let name: Phrase
        public let first: String
        public let second: String
        /// How both agree, where readers see a part of each only.
        public let agreement: Phrase?

        public init(name: Phrase, first: String, second: String, agreement: Phrase? = nil) {
            self.name = name
            self.first = first
            self.second = second
            self.agreement = agreement
        }
    }

    public var first: Side
    public var second: Side
    /// Empty for a reader who may not see the rows as they were sent.
    public var fields: [Field]
    public var waterfall: WeightWaterfall
    /// How probable it is that both are one business, by these two rows alone, 0 to 1.
    public var probability: Double
    public var rule: Phrase?
    /// Where the reader has to say first whether both are one business; the score is hidden until then.
    public var verdictFirst: String?

    public init(
        first: Side, second: Side, fields: [Field], waterfall: WeightWaterfall, probability: Double, rule: Phrase?,
        verdictFirst: String? = nil
    ) {
        self.first = first
        self.second = second
        self.fields = fields
        self.waterfall = waterfall
        self.probability = probability
        self.rule = rule
        self.verdictFirst = verdictFirst
    }

    public static var template: String { "pages/comparison" }
    public static var words: PhraseTable { .comparison }
    public var place: Frame.Place? { .search }
    public var title: Phrase { Phrase("Dua baris dibandingkan", "Two rows compared") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "together":
            .phrase(
                first.businessID == second.businessID
                    ? Phrase("Keduanya dihitung sebagai satu usaha.", "Both are counted as one business.")
                    : Phrase("Keduanya dihitung sebagai dua usaha.", "They are counted as two businesses."))
        case "firstSource": first.source
        case "secondSource": second.source
        case "firstPartner": .text(first.partner)
        case "secondPartner": .text(second.partner)
        case "verdictFirst": .maybe(verdictFirst)
        case "businesses": .list(Set([first.businessID, second.businessID]).count == 1 ? [link(first)] : [link(first), link(second)])
        case "hasFields": .flag(!fields.isEmpty)
        case "fields": .list(fields.map(ComparedField.init))
        case "rule": .maybe(rule)
        case "probability": .share(probability)
        case "why": .maybe(waterfall.sentence)
        case "chart": .drawing(waterfall)
        case "table": .maybe(waterfall.table)
        default: nil
        }
    }

    private func link(_ side: Side) -> NavigationLink {
        let name = side.businessName.isEmpty ? Phrase("(tanpa nama)", "(no name)") : Phrase(verbatim: side.businessName)
        return NavigationLink(address: Paths.business(side.businessID), label: name, isCurrent: false)
    }
}
