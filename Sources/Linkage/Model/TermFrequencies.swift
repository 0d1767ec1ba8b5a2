/// How common words are, so that agreeing on a rare one weighs more than agreeing on "Jaya".
///
/// A frequency is the share of names in which the word stands. Words that are not listed count as ``unseen``.
public struct TermFrequencies: Sendable, Codable, Hashable {
    /// Share of names that bear each word, between 0 and 1.
    public private(set) var shares: [String: Double]
    /// The share taken for a word that is not listed.
    public private(set) var unseen: Double
    private var bitsOfWord: [String: Double]
    private var bitsOfUnseen: Double

    public init(shares: [String: Double], unseen: Double) {
        self.shares = shares
        self.unseen = unseen
        bitsOfWord = shares.mapValues(Self.bits)
        bitsOfUnseen = Self.bits(unseen)
    }

    /// Rounded to 1/1024, so that sums over words are exact in any order.
    private static func bits(_ share: Double) -> Double {
        (-Logarithm.log2(share.clamped(to: 1e-9...1)) * 1024).rounded() / 1024
    }

    /// What agreeing on a word tells, in bits: 1 for a word that every second name bears, about 15 for one in 30,000.
    public func bits(_ word: String) -> Double {
        bitsOfWord[word] ?? bitsOfUnseen
    }

    /// Frequencies counted from names, mixed with these as if these had been seen in `strength` names.
    public func counting(_ names: some Sequence<[String]>, strength: Double = 2_000) -> TermFrequencies {
        var counts: [String: Int] = [:]
        var total = 0.0
        for name in names {
            total += 1
            for word in Set(name) { counts[word, default: 0] += 1 }
        }
        var mixed = shares.mapValues { $0 * strength / (total + strength) }
        for (word, count) in counts where count > 1 || mixed[word] != nil {
            mixed[word] = (Double(count) + (shares[word] ?? unseen) * strength) / (total + strength)
        }
        return TermFrequencies(shares: mixed, unseen: min(unseen, 1 / (total + 1)).clamped(to: unseen / 64...unseen))
    }

    private enum CodingKeys: String, CodingKey {
        case shares, unseen
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            shares: try container.decode([String: Double].self, forKey: .shares),
            unseen: try container.decode(Double.self, forKey: .unseen))
    }
}

extension Comparable {
    func clamped(to limits: ClosedRange<Self>) -> Self {
        min(max(self, limits.lowerBound), limits.upperBound)
    }
}
