/// Powers and logarithms of two, written out so that a weight is the same on every platform and C library.
enum Logarithm {
    /// The binary logarithm of a positive, finite number; the least number stands in for zero and below.
    static func log2(_ number: Double) -> Double {
        let number = number > .leastNormalMagnitude ? number : .leastNormalMagnitude
        guard number.isFinite else { return 1024 }
        var exponent = Double(number.exponent)
        var significand = number.significand
        if significand > 1.414_213_562_373_095_1 {
            significand /= 2
            exponent += 1
        }
        // ln x = 2 artanh((x−1)/(x+1)), a series that settles within eleven terms for x between √½ and √2.
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var power = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 21, by: 2) {
            sum += power / odd
            power *= square
        }
        return exponent + sum * 2 * 1.442_695_040_888_963_4
    }

    /// Two to the power of a number.
    static func exp2(_ power: Double) -> Double {
        guard power < 1023 else { return .greatestFiniteMagnitude }
        guard power > -1022 else { return 0 }
        let whole = power.rounded()
        let rest = (power - whole) * 0.693_147_180_559_945_3
        var term = 1.0
        var sum = 1.0
        for index in stride(from: 1.0, through: 15, by: 1) {
            term *= rest / index
            sum += term
        }
        return Double(sign: .plus, exponent: Int(whole), significand: sum)
    }

    /// The probability that stands behind log2 odds.
    static func probability(log2Odds: Double) -> Double {
        1 / (1 + exp2(-log2Odds))
    }
}
