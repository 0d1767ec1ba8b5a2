/// Why two records are taken for one thing, or not: the odds before comparing, what each field adds, and their sum.
public struct PairExplanation: Sendable, Hashable {
    /// What one field says.
    public struct Part: Sendable, Hashable {
        public let field: String
        public let kind: FieldKind
        public let level: AgreementLevel
        /// The values as they are compared.
        public let values: [String]
        /// The log2 Bayes factor: +1 doubles the odds.
        public let weight: Double
    }

    /// The fields that both records know, strongest evidence first.
    public let parts: [Part]
    /// The log2 odds before comparing.
    public let prior: Double
    /// The kinds of two fields that seem to be mixed up in one of the records; empty if none do. Their parts hold them against each other across.
    public let swapped: [FieldKind]
    /// What that takes from the odds, for few rows are mixed up.
    public let swapWeight: Double
    /// What being of one list, or of two, says.
    public let source: Double
    /// What is taken off because two businesses of one owner would agree like this as well.
    public let relatives: Double

    /// The sum, in log2 odds.
    public var weight: Double { parts.reduce(prior + source + swapWeight - relatives) { $0 + $1.weight } }
    public var probability: Double { Logarithm.probability(log2Odds: weight) }
}

extension ListModel {
    /// Explains a pair of records by this model, which has been trained.
    public func explain(_ table: RecordTable, _ first: Int, _ second: Int) -> PairExplanation {
        let scorer = PairScorer(self, table)
        var parts: [PairExplanation.Part] = []
        var relative: Float = 0
        var swapped: [FieldKind] = []
        scorer.withScales(table) { scales in
            func add(_ field: Int, _ level: AgreementLevel, _ values: [String], _ shift: Float) {
                relative += scorer.fields[field].relative[Int(level.rawValue)] + shift
                parts.append(
                    PairExplanation.Part(
                        field: fields[field].name, kind: fields[field].kind, level: level, values: values,
                        weight: Double(scorer.fields[field].match[Int(level.rawValue)] + shift)))
            }
            var isTaken: Set<Int> = []
            for (swap, agreement) in scales.swaps(first, second) {
                let (one, other) = (swap.first, swap.second)
                isTaken.formUnion([one, other])
                swapped += [fields[one].kind, fields[other].kind]
                relative += FieldSwap.weight
                add(one, agreement.levels.0, [table.text(first, one), table.text(second, other)], agreement.shifts.0)
                add(other, agreement.levels.1, [table.text(first, other), table.text(second, one)], agreement.shifts.1)
            }
            scales.forEachLevel(first, second) { field, level, shift in
                guard level != .missing, !isTaken.contains(field) else { return }
                add(field, level, [table.text(first, field), table.text(second, field)], shift)
            }
        }
        parts.sort { abs($0.weight) != abs($1.weight) ? abs($0.weight) > abs($1.weight) : $0.field < $1.field }
        return PairExplanation(
            parts: parts, prior: Double(scorer.prior), swapped: swapped,
            swapWeight: Double(FieldSwap.weight) * Double(swapped.count / 2),
            source: Double(table.sources[first] == table.sources[second] ? scorer.sameSource : scorer.otherSource),
            relatives: Double(PairScorer.correction(relative, prior: scorer.relativesPrior)))
    }
}

extension PairExplanation.Part {
    /// "nomor HP sama" and "same phone number".
    public var words: (indonesian: String, english: String) {
        let (indonesian, english) = kind.words
        switch level {
        case .missing: return ("\(indonesian) tidak diketahui", "\(english) unknown")
        case .different: return ("\(indonesian) beda", "different \(english)")
        case .partial: return ("\(indonesian) hanya sebagian cocok", "\(english) agrees only in part")
        case .contained: return ("\(indonesian) cocok, satu lebih singkat", "\(english) agrees, one is shorter")
        case .close: return ("\(indonesian) mirip", "similar \(english)")
        case .same: return ("\(indonesian) sama", "same \(english)")
        }
    }
}

extension FieldKind {
    /// What a field of the kind is called.
    public var words: (indonesian: String, english: String) {
        switch self {
        case .person: ("nama pemilik", "owner's name")
        case .givenName: ("nama depan", "given name")
        case .familyName: ("nama keluarga", "family name")
        case .business: ("nama usaha", "business name")
        case .address: ("alamat", "address")
        case .phone: ("nomor HP", "phone number")
        case .email: ("alamat surel", "e-mail address")
        case .date: ("tanggal", "date")
        case .identifier: ("nomor", "number")
        case .category: ("golongan", "category")
        case .place: ("tempat", "place")
        case .text: ("keterangan", "text")
        case .number: ("jumlah", "amount")
        }
    }
}
