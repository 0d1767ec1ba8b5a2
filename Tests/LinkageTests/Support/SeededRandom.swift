@testable import Linkage

/// The same numbers for the same seed, everywhere.
struct SeededRandom: RandomNumberGenerator {
    private var source: SplitMix

    init(seed: UInt64) {
        source = SplitMix(seed: seed)
    }

    mutating func next() -> UInt64 { source.next() }

    mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &self) < probability
    }

    mutating func below(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }

    /// A place in a pool of which the first are far commoner than the last, as shop words and first names are.
    mutating func skewed(_ bound: Int) -> Int {
        let uniform = Double.random(in: 0..<1, using: &self)
        return min(Int(uniform * uniform * Double(bound)), bound - 1)
    }

    /// A place in a pool of which the first are a little commoner than the last, as rare names are.
    mutating func sloped(_ bound: Int) -> Int {
        let uniform = Double.random(in: 0..<1, using: &self)
        return min(Int(uniform * uniform.squareRoot() * Double(bound)), bound - 1)
    }

    mutating func pick<Element>(_ pool: [Element]) -> Element {
        pool[below(pool.count)]
    }
}
