/// The size of a business under PP 7/2021, article 35.
public enum SizeClass: String, Sendable, Hashable, CaseIterable, Comparable {
    case micro, small, medium, large

    public static func < (left: SizeClass, right: SizeClass) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .micro: 0
        case .small: 1
        case .medium: 2
        case .large: 3
        }
    }

    /// The size by business capital without land and the building of business (article 35(3)): up to and including Rp1, 5 and 10 billion.
    public static func byCapital(_ capital: Rupiah) -> SizeClass {
        within(capital, 1_000_000_000, 5_000_000_000, 10_000_000_000)
    }

    /// The size by sales in a year (article 35(5)): up to and including Rp2, 15 and 50 billion.
    public static func byAnnualSales(_ sales: Rupiah) -> SizeClass {
        within(sales, 2_000_000_000, 15_000_000_000, 50_000_000_000)
    }

    private static func within(_ amount: Rupiah, _ micro: Int64, _ small: Int64, _ medium: Int64) -> SizeClass {
        amount.rawValue <= micro ? .micro : amount.rawValue <= small ? .small : amount.rawValue <= medium ? .medium : .large
    }

    /// The size of a business from what is known of it.
    ///
    /// Capital decides for a business founded or registered after the rule came into force (2 February 2021), sales in a year for one that
    /// stood before (article 35(2) and (4)). When the deciding amount is unknown the other one stands in, and the assessment says so.
    public static func classify(capital: Rupiah?, annualSales: Rupiah?, registeredAfterRule: Bool) -> SizeAssessment {
        SizeAssessment(
            byCapital: capital.map(byCapital), byAnnualSales: annualSales.map(byAnnualSales), registeredAfterRule: registeredAfterRule)
    }
}

/// A size with the rule that it rests on. Both readings are kept, for they may differ.
public struct SizeAssessment: Sendable, Hashable {
    /// The amount on which a size rests.
    public enum Rule: String, Sendable, Hashable {
        /// Article 35(3).
        case capital
        /// Article 35(5).
        case annualSales
    }

    public let byCapital: SizeClass?
    public let byAnnualSales: SizeClass?
    /// The rule that the law names for this business.
    public let lawfulRule: Rule

    init(byCapital: SizeClass?, byAnnualSales: SizeClass?, registeredAfterRule: Bool) {
        self.byCapital = byCapital
        self.byAnnualSales = byAnnualSales
        lawfulRule = registeredAfterRule ? .capital : .annualSales
    }

    /// The rule on which ``sizeClass`` rests; nil when neither amount is known.
    public var ruleUsed: Rule? {
        let lawful = lawfulRule == .capital ? byCapital : byAnnualSales
        if lawful != nil { return lawfulRule }
        return byCapital != nil ? .capital : byAnnualSales != nil ? .annualSales : nil
    }

    /// The size; nil when neither amount is known.
    public var sizeClass: SizeClass? {
        switch ruleUsed {
        case .capital: byCapital
        case .annualSales: byAnnualSales
        case nil: nil
        }
    }

    /// Whether the amount that the law asks for was missing and the other stood in.
    public var isProvisional: Bool { ruleUsed != nil && ruleUsed != lawfulRule }
}
