/// How far two names agree as bags of words: order does not matter, rare words matter more, a typing error is forgiven.
struct WordAgreement {
    var level: AgreementLevel
    /// The information of what agrees, in bits.
    var bits: Double

    /// - Parameter bits: what agreeing on one word tells.
    init(_ first: [String], _ second: [String], bits: (String) -> Double) {
        let a = first.contains("") ? first.filter { !$0.isEmpty } : first
        let b = second.contains("") ? second.filter { !$0.isEmpty } : second
        guard !a.isEmpty, !b.isEmpty else {
            self.init(level: .missing, bits: 0)
            return
        }
        if a == b {
            self.init(level: .same, bits: a.prefix(LinkageRecord.wordLimit).reduce(0) { $0 + bits($1) })
            return
        }
        let m = min(a.count, LinkageRecord.wordLimit)
        let n = min(b.count, LinkageRecord.wordLimit)
        var leftA = UInt32(1) &<< UInt32(m) &- 1
        var leftB = UInt32(1) &<< UInt32(n) &- 1
        var agreed = 0.0
        var isLoose = false

        var i = 0
        while i < m {
            var j = 0
            while j < n {
                if leftB & 1 &<< UInt32(j) != 0, a[i] == b[j] {
                    leftA &= ~(1 &<< UInt32(i))
                    leftB &= ~(1 &<< UInt32(j))
                    agreed += bits(a[i])
                    break
                }
                j &+= 1
            }
            i &+= 1
        }
        // The best remaining pair first, so that the result does not depend on which side leads.
        while leftA != 0, leftB != 0 {
            var best = 0.0
            var bestA = 0
            var bestB = 0
            i = 0
            while i < m {
                if leftA & 1 &<< UInt32(i) != 0 {
                    var j = 0
                    while j < n {
                        if leftB & 1 &<< UInt32(j) != 0 {
                            let likeness = Self.likeness(a[i], b[j])
                            if likeness > best || likeness == best && likeness > 0 && Self.precedes(a[i], b[j], a[bestA], b[bestB]) {
                                best = likeness
                                bestA = i
                                bestB = j
                            }
                        }
                        j &+= 1
                    }
                }
                i &+= 1
            }
            guard best > 0 else { break }
            leftA &= ~(1 &<< UInt32(bestA))
            leftB &= ~(1 &<< UInt32(bestB))
            agreed += best * min(bits(a[bestA]), bits(b[bestB]))
            isLoose = true
        }
        if leftA != 0, leftB != 0, m > 1 || n > 1 {
            let restA = Self.rest(a, leftA)
            let restB = Self.rest(b, leftB)
            let gluedA = restA.joined()
            let gluedB = restB.joined()
            if gluedA == gluedB || min(gluedA.utf8.count, gluedB.utf8.count) >= 5 && JaroWinkler.similarity(gluedA, gluedB) >= 0.93 {
                agreed += max(restA.reduce(0) { $0 + bits($1) }, restB.reduce(0) { $0 + bits($1) }) * 0.75
                leftA = 0
                leftB = 0
                isLoose = true
            }
        }

        if leftA == 0, leftB == 0 {
            self.init(level: isLoose ? .close : .same, bits: agreed)
        } else if leftA == 0 || leftB == 0 {
            self.init(level: agreed > 0 ? .contained : .different, bits: agreed)
        } else if agreed > 0 {
            let apart = max(Self.rest(a, leftA).reduce(0) { $0 + bits($1) }, Self.rest(b, leftB).reduce(0) { $0 + bits($1) })
            self.init(level: agreed >= apart * 0.35 ? .partial : .different, bits: agreed)
        } else {
            self.init(level: .different, bits: 0)
        }
    }

    init(level: AgreementLevel, bits: Double) {
        self.level = level
        self.bits = bits
    }

    /// How much of a word's information two different words share: most after a typing error, some for an initial or an abbreviation.
    /// Quarters, so that sums are exact and do not depend on the order of the words.
    private static func likeness(_ a: String, _ b: String) -> Double {
        let (m, n) = (a.utf8.count, b.utf8.count)
        let shorter = min(m, n)
        if shorter == 0 { return 0 }
        if shorter == 1 {
            return a.utf8.first == b.utf8.first ? 0.25 : 0
        }
        if isAbbreviation(a, b) || isAbbreviation(b, a) { return 0.5 }
        if shorter < 4 { return 0 }
        if max(m, n) - shorter > 3 { return 0 }
        let similarity = JaroWinkler.similarity(a, b)
        return similarity >= 0.9 ? 0.75 : 0
    }

    /// Whether a word without vowels stands for another: "sbr" for "sumber", "wrg" for "warung".
    private static func isAbbreviation(_ short: String, _ long: String) -> Bool {
        guard short.utf8.count < long.utf8.count, short.utf8.count <= 4, short.utf8.first == long.utf8.first else { return false }
        var rest = long.utf8[...]
        for byte in short.utf8 {
            switch byte {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return false
            default: break
            }
            guard let place = rest.firstIndex(of: byte) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }

    private static func precedes(_ a: String, _ b: String, _ c: String, _ d: String) -> Bool {
        (min(a, b), max(a, b)) < (min(c, d), max(c, d))
    }

    private static func rest(_ words: [String], _ left: UInt32) -> [String] {
        words.indices.prefix(LinkageRecord.wordLimit).filter { left & 1 &<< UInt32($0) != 0 }.map { words[$0] }
    }
}
