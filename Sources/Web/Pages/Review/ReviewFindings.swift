/// What linkage makes of a pair, and where both rows are counted now: shown to those who have answered.
public struct ReviewFindings: TemplateModel {
    /// How probable it seemed that both are one business when the later row came in, beside all others that came into question, 0 to 1.
    public let probability: Double
    /// The same by these two rows alone, as linkage compares them today.
    public let probabilityOfRows: Double
    public let waterfall: WeightWaterfall
    /// The businesses of both rows: one, or two.
    public let businesses: [Business]

    /// A business to which one of the rows belongs.
    public struct Business: TemplateModel, Hashable {
        public let name: String
        /// Its page; nil for a reader who may not open it.
        public let address: String?

        public init(name: String, address: String?) {
            self.name = name
            self.address = address
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "businessName": self.name.isEmpty ? .phrase(Phrase("(tanpa nama)", "(no name)")) : .text(self.name)
            case "address": .maybe(address)
            default: nil
            }
        }
    }

    public init(probability: Double, probabilityOfRows: Double, waterfall: WeightWaterfall, businesses: [Business]) {
        self.probability = probability
        self.probabilityOfRows = probabilityOfRows
        self.waterfall = waterfall
        self.businesses = businesses
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "together":
            .phrase(
                businesses.count == 1
                    ? Phrase("Sekarang keduanya dihitung sebagai satu usaha:", "Now both are counted as one business:")
                    : Phrase("Sekarang keduanya dihitung sebagai dua usaha:", "Now they are counted as two businesses:"))
        case "businesses": .list(businesses)
        case "facts":
            .list([
                Fact(
                    Phrase("Kemungkinan sama, di antara semua usaha yang mirip", "How likely, among all similar businesses"),
                    .share(probability)),
                Fact(Phrase("Menurut dua baris ini saja", "By these two rows alone"), .share(probabilityOfRows)),
            ])
        case "why": .maybe(waterfall.sentence)
        case "chart": .drawing(waterfall)
        case "table": .maybe(waterfall.table)
        default: nil
        }
    }
}
