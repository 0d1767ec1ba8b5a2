/// How far two names agree as bags of words: order does not matter, rare words matter more, a typing error is forgiven.
struct WordAgreement {
    let level: AgreementLevel
    /// The information of what agrees, in bits.
    let bits: Double

    /// - Parameter bits: what agreeing on one word tells.
    init(_ first: [String], _ second: [String], bits: (String) -> Double) {
        let a = first.contains("") ? first.filter { !$0.isEmpty } : first
        let b = second.contains("") ? second.filter { !$0.isEmpty } : second
        if a.isEmpty || b.isEmpty {
            self.init(level: .missing, bits: 0)
        } else if a == b {
            self.init(level: .same, bits: a.prefix(LinkageRecord.wordLimit).reduce(0) { $0 + bits($1) })
        } else {
            var matching = WordMatching(a, b)
            matching.matchEqualWords(bits)
            matching.matchLikeWords(bits)
            matching.matchGluedWords(bits)
            self.init(level: matching.level(bits), bits: matching.agreed)
        }
    }

    private init(level: AgreementLevel, bits: Double) {
        self.level = level
        self.bits = bits
    }
}

/// Pairs off the words of two names; what is left on either side are the set bits of a number.
private struct WordMatching {
    private let a: [String]
    private let b: [String]
    private let countA: Int
    private let countB: Int
    private var leftA: UInt32
    private var leftB: UInt32
    private var isLoose = false
    private(set) var agreed = 0.0

    init(_ a: [String], _ b: [String]) {
        self.a = a
        self.b = b
        countA = min(a.count, LinkageRecord.wordLimit)
        countB = min(b.count, LinkageRecord.wordLimit)
        leftA = 1 &<< UInt32(countA) &- 1
        leftB = 1 &<< UInt32(countB) &- 1
    }

    mutating func matchEqualWords(_ bits: (String) -> Double) {
        var i = 0
        while i < countA {
            var j = 0
            while j < countB {
                if isLeft(j, leftB), a[i] == b[j] {
                    take(i, j, worth: bits(a[i]))
                    break
                }
                j &+= 1
            }
            i &+= 1
        }
    }

    /// The most alike pair first, so that the result does not depend on which side leads.
    mutating func matchLikeWords(_ bits: (String) -> Double) {
        while leftA != 0, leftB != 0 {
            var best = (likeness: 0.0, i: 0, j: 0)
            var i = 0
            while i < countA {
                var j = isLeft(i, leftA) ? 0 : countB
                while j < countB {
                    if isLeft(j, leftB) {
                        let likeness = Likeness.of(a[i], b[j])
                        if likeness > best.likeness || likeness == best.likeness && likeness > 0 && precedes((i, j), (best.i, best.j)) {
                            best = (likeness, i, j)
                        }
                    }
                    j &+= 1
                }
                i &+= 1
            }
            guard best.likeness > 0 else { return }
            take(best.i, best.j, worth: best.likeness * min(bits(a[best.i]), bits(b[best.j])))
            isLoose = true
        }
    }

    /// Words that one side writes as one: "barokahjaya".
    mutating func matchGluedWords(_ bits: (String) -> Double) {
        guard leftA != 0, leftB != 0, countA > 1 || countB > 1 else { return }
        let gluedA = rest(a, leftA).joined()
        let gluedB = rest(b, leftB).joined()
        guard
            gluedA == gluedB || min(gluedA.utf8.count, gluedB.utf8.count) >= 5 && JaroWinkler.similarity(gluedA, gluedB) >= 0.93
        else { return }
        agreed += max(information(a, leftA, bits), information(b, leftB, bits)) * 0.75
        (leftA, leftB, isLoose) = (0, 0, true)
    }

    func level(_ bits: (String) -> Double) -> AgreementLevel {
        if leftA == 0, leftB == 0 { return isLoose ? .close : .same }
        if agreed == 0 { return .different }
        if leftA == 0 || leftB == 0 { return .contained }
        return agreed >= max(information(a, leftA, bits), information(b, leftB, bits)) * 0.35 ? .partial : .different
    }

    private func isLeft(_ index: Int, _ left: UInt32) -> Bool {
        left & 1 &<< UInt32(index) != 0
    }

    private mutating func take(_ i: Int, _ j: Int, worth: Double) {
        leftA &= ~(1 &<< UInt32(i))
        leftB &= ~(1 &<< UInt32(j))
        agreed += worth
    }

    private func rest(_ words: [String], _ left: UInt32) -> [String] {
        (0..<min(words.count, LinkageRecord.wordLimit)).filter { isLeft($0, left) }.map { words[$0] }
    }

    private func information(_ words: [String], _ left: UInt32, _ bits: (String) -> Double) -> Double {
        rest(words, left).reduce(0) { $0 + bits($1) }
    }

    private func precedes(_ one: (i: Int, j: Int), _ other: (i: Int, j: Int)) -> Bool {
        let (a1, b1, a2, b2) = (a[one.i], b[one.j], a[other.i], b[other.j])
        return (min(a1, b1), max(a1, b1)) < (min(a2, b2), max(a2, b2))
    }
}
