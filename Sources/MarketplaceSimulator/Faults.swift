/// How often something goes wrong, each as a chance from 0 to 1.
public struct Faults: Sendable, Hashable {
    /// A call is answered with a failure of the server's own: half of them before it took effect, half after.
    public var serverErrors = 0.0
    /// A call is answered with a page of HTML instead of JSON, before it took effect.
    public var pagesInsteadOfJSON = 0.0
    /// A call is told to come again later.
    public var throttling = 0.0
    /// One part of a change of stock or price fails while the others succeed.
    public var partialFailures = 0.0
    /// A push is sent a second time.
    public var duplicatePushes = 0.0
    /// A push overtakes the one before it.
    public var reorderedPushes = 0.0
    /// A push is never sent, and waits among those that were lost.
    public var lostPushes = 0.0
    /// A push is sent with a signature that is none.
    public var wrongSignatures = 0.0

    public init() {}

    public static let none = Faults()

    /// What a bad day looks like.
    public static let stormy: Faults = {
        var faults = Faults()
        faults.serverErrors = 0.05
        faults.pagesInsteadOfJSON = 0.02
        faults.throttling = 0.02
        faults.partialFailures = 0.05
        faults.duplicatePushes = 0.2
        faults.reorderedPushes = 0.2
        faults.lostPushes = 0.05
        faults.wrongSignatures = 0.02
        return faults
    }()
}

/// Chance by a seed: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededChance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func happens(_ chance: Double) -> Bool { chance > 0 && Double.random(in: 0..<1, using: &self) < chance }
}
