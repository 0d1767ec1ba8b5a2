/// A small generator of pseudo-random numbers whose sequence depends on nothing but its seed.
///
/// The algorithm is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// https://doi.org/10.1145/2660193.2660195). The draws are our own and use integers and exact floating-point steps only, so that one seed gives
/// the same bytes on every platform and with every version of the standard library.
public struct SeededGenerator: Sendable {
    private var state: UInt64

    /// A generator for a seed; different streams of one seed are independent of each other.
    public init(seed: UInt64, stream: UInt64 = 0) {
        state = Self.mixed(seed ^ Self.mixed(stream &+ 0x9E37_79B9_7F4A_7C15))
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A whole number from 0 up to, but not including, `bound`; 0 if there is no such number.
    public mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A whole number of the range.
    public mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Whether something of this probability happens this time.
    public mutating func happens(_ probability: Double) -> Bool {
        Double(next() >> 11) * 0x1p-53 < probability
    }

    /// One of the elements, each as likely as the next.
    public mutating func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element where Choices.Index == Int {
        choices[choices.startIndex + below(choices.count)]
    }

    /// The finishing step of SplitMix64: every bit of the result depends on every bit of the argument.
    static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
