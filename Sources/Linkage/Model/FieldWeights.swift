/// The log2 Bayes factors of a field's levels.
///
/// Weights must not rise as agreement falls; ``isMonotone`` tells.
public struct FieldWeights: Sendable, Codable, Hashable {
    public var same: Double
    public var close: Double
    public var contained: Double
    public var partial: Double
    public var different: Double

    public init(same: Double, close: Double, contained: Double, partial: Double, different: Double) {
        self.same = same
        self.close = close
        self.contained = contained
        self.partial = partial
        self.different = different
    }

    /// A field that is equal or not.
    public init(same: Double, different: Double) {
        self.init(same: same, close: same, contained: same, partial: different, different: different)
    }

    public subscript(level: AgreementLevel) -> Double {
        switch level {
        case .missing: 0
        case .different: different
        case .partial: partial
        case .contained: contained
        case .close: close
        case .same: same
        }
    }

    public var isMonotone: Bool {
        same >= close && close >= contained && contained >= partial && partial >= different
    }
}

/// How the rarity of the agreeing words moves the weight of their agreement.
///
/// The weight of a level holds for words of ``typicalBits``; each bit more or less moves it by ``share`` of a bit, within limits.
public struct RarityAdjustment: Sendable, Codable, Hashable {
    /// 0: every word weighs alike. 1: words are independent and frequencies exact.
    public var share: Double
    /// The information, in bits, of the words for which the level's weight was set.
    public var typicalBits: Double
    /// No agreement weighs more, however rare the words.
    public var strongest: Double
    /// No agreement of all words weighs less, however common the words.
    public var weakest: Double

    public init(share: Double, typicalBits: Double, strongest: Double, weakest: Double) {
        self.share = share
        self.typicalBits = typicalBits
        self.strongest = strongest
        self.weakest = weakest
    }
}
