/// How lists of any shape are linked: which columns are compared and as what, and, once learned, how much each agreement says.
///
/// The smallest model names the id and the kinds of the fields; the rest is learned from the lists themselves. What is given is kept.
/// The format is described by `Docs/linkage-model.schema.json`.
public struct ListModel: Sendable, Hashable {
    /// A field that is compared.
    public struct Field: Sendable, Hashable {
        public var name: String
        public var kind: FieldKind
        /// The headers under which the field may stand in different lists; its own name if there are none.
        public var columns: [String]
        /// How likely each level of agreement is between records of one thing (m) and of two (u).
        public var levels: [AgreementLevel: Level]
        /// How far the rarity of what agrees moves its weight: 0 every value weighs alike, 1 as if frequencies were exact.
        public var rarity: Double?
        /// Whether the field tells who the owner is rather than which business: decided by its kind unless said.
        public var isOfOwner: Bool?

        public init(
            name: String, kind: FieldKind, columns: [String] = [], levels: [AgreementLevel: Level] = [:], rarity: Double? = nil,
            isOfOwner: Bool? = nil
        ) {
            self.name = name
            self.kind = kind
            self.columns = columns
            self.levels = levels
            self.rarity = rarity
            self.isOfOwner = isOfOwner
        }
    }

    /// What one level of agreement says.
    public struct Level: Sendable, Hashable, Codable {
        /// The probability of the level between two records of one thing.
        public var m: Double?
        /// The probability of the level between records of two things.
        public var u: Double?
        /// The probability of the level between two businesses of one owner.
        public var r: Double?
        /// The log2 Bayes factor, which stands before `m` and `u` where it is given.
        public var weight: Double?

        public init(m: Double? = nil, u: Double? = nil, r: Double? = nil, weight: Double? = nil) {
            self.m = m
            self.u = u
            self.r = r
            self.weight = weight
        }
    }

    /// The headers under which the record's own id may stand.
    public var id: [String]
    public var fields: [Field]
    /// Sets of fields that records must share to be compared: by themselves, or two and more together. Chosen when empty.
    public var blocking: [[String]]
    /// The log2 odds that two records drawn at random are of one thing.
    public var prior: Double?
    /// The log2 odds that two records drawn at random are two businesses of one owner.
    public var relativesPrior: Double?
    /// What two rows of one list say about being one thing, in log2; learned where there are several lists.
    public var sameSource: Double?
    /// The probability from which on two records are taken for one.
    public var threshold: Double?

    public init(
        id: [String], fields: [Field], blocking: [[String]] = [], prior: Double? = nil, relativesPrior: Double? = nil,
        sameSource: Double? = nil, threshold: Double? = nil
    ) {
        self.id = id
        self.fields = fields
        self.blocking = blocking
        self.prior = prior
        self.relativesPrior = relativesPrior
        self.sameSource = sameSource
        self.threshold = threshold
    }

    /// Whether all that scoring needs is there.
    public var isTrained: Bool {
        prior != nil
            && fields.allSatisfy { field in field.kind.levels.contains { field.levels[$0]?.log2Factor != nil } }
    }

    /// Whether owners may have several businesses: the lists are of businesses, and something tells who owns them.
    var tellsOwners: Bool {
        fields.contains { $0.kind == .business } && fields.contains { $0.tellsOwner }
    }
}

extension ListModel.Field {
    var tellsOwner: Bool { isOfOwner ?? kind.isOfOwner }
}

extension ListModel.Level {
    /// The log2 Bayes factor of the level, if it is known.
    var log2Factor: Double? {
        if let weight { return weight }
        guard let m, let u else { return nil }
        return Logarithm.log2(max(m, 1e-12) / max(u, 1e-12))
    }
}
