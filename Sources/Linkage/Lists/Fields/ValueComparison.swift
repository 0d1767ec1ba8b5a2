/// How two different values of one column agree.
///
/// Equal values are `same` before anything is compared here; what is missing on either side is never asked.
struct ValueComparison {
    var level: AgreementLevel
    /// What agrees, in bits of rarity; 0 where the kind has no words.
    var bits: Float

    @inline(__always)
    init(_ level: AgreementLevel, bits: Float = 0) {
        self.level = level
        self.bits = bits
    }
}

extension FieldView {
    /// Compares two different values, both present. Symmetric.
    func compare(_ a: UInt32, _ b: UInt32) -> ValueComparison {
        switch kind {
        case .givenName, .familyName: ValueComparison(compareNames(a, b))
        case .person, .business, .address, .text: compareBags(a, b)
        case .phone: comparePhones(a, b)
        case .email: ValueComparison(compareEmails(a, b))
        case .identifier: ValueComparison(values[a].count > 4 && EditDistance.isOne(values[a], values[b]) ? .close : .different)
        case .date: ValueComparison(Self.compareDates(values[a], values[b]))
        case .category: ValueComparison(.different)
        case .place: ValueComparison(comparePlaces(a, b))
        case .number: ValueComparison(compareNumbers(a, b))
        }
    }

    /// Alike by spelling; one the beginning or an initial of the other; somewhat alike.
    private func compareNames(_ a: UInt32, _ b: UInt32) -> AgreementLevel {
        let (first, second) = (values[a], values[b])
        if min(first.count, second.count) <= 2 { return Self.isInitial(first, second) ? .contained : .different }
        let similarity =
            letters[Int(a)].mayReach(Float(Self.partialName), with: letters[Int(b)]) ? JaroWinkler.similarity(first, second) : 0
        if similarity >= Self.closeName { return .close }
        if Self.containsWord(first, second) { return .contained }
        return similarity >= Self.partialName ? .partial : .different
    }

    static let closeName = 0.92
    static let partialName = 0.85

    private static func isInitial(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        return long.starts(with: short)
    }

    /// Whether all words of the shorter stand in the longer: "siti" in "siti aminah".
    private static func containsWord(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard long.contains(0x20), short.count >= 3 else { return false }
        var start = 0
        while start < long.count {
            var end = start
            while end < long.count, long[end] != 0x20 { end += 1 }
            if end - start == short.count, UnsafeBufferPointer(rebasing: long[start..<end]).elementsEqual(short) { return true }
            start = end + 1
        }
        return false
    }

    /// One number in common; otherwise one that a slip of a digit parts from one of the others.
    private func comparePhones(_ a: UInt32, _ b: UInt32) -> ValueComparison {
        var isClose = false
        for first in words(of: a) {
            for second in words(of: b) {
                let (one, other) = (wordsOfValues[first], wordsOfValues[second])
                if one == other { return ValueComparison(.same, bits: wordBits[Int(one)]) }
                isClose = isClose || words[one].count > 6 && EditDistance.isOne(words[one], words[other])
            }
        }
        return ValueComparison(isClose ? .close : .different)
    }

    private func compareEmails(_ a: UInt32, _ b: UInt32) -> AgreementLevel {
        let (first, second) = (values[a], values[b])
        let at = UInt8(ascii: "@")
        let (one, other) = (first.prefix { $0 != at }, second.prefix { $0 != at })
        if one.count >= 5, one.elementsEqual(other) { return .close }
        return min(one.count, other.count) >= 4 && EditDistance.isOne(first, second) ? .close : .different
    }

    /// Dates of eight digits: a slip of one digit, two digits swapped, or day and month in each other's place are close; two of year, month
    /// and day the same are partly right.
    static func compareDates(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> AgreementLevel {
        guard a.count == 8, b.count == 8 else { return EditDistance.isOne(a, b) ? .close : .different }
        if EditDistance.isOne(a, b) { return .close }
        let year = a[0] == b[0] && a[1] == b[1] && a[2] == b[2] && a[3] == b[3]
        let month = a[4] == b[4] && a[5] == b[5]
        let day = a[6] == b[6] && a[7] == b[7]
        if year, a[4] == b[6], a[5] == b[7], a[6] == b[4], a[7] == b[5] { return .close }
        return (year && (month || day)) || (month && day) ? .partial : .different
    }

    private func comparePlaces(_ a: UInt32, _ b: UInt32) -> AgreementLevel {
        let (first, second) = (values[a], values[b])
        let isCode = first.allSatisfy { (0x30...0x39).contains($0) } && second.allSatisfy { (0x30...0x39).contains($0) }
        if isCode {
            if EditDistance.isOne(first, second) { return .close }
            return first.count == second.count && first.count >= 4 && first.prefix(3).elementsEqual(second.prefix(3))
                ? .partial : .different
        }
        if min(first.count, second.count) > 3, letters[Int(a)].mayReach(Float(Self.closeName), with: letters[Int(b)]),
            JaroWinkler.similarity(first, second) >= Self.closeName
        {
            return .close
        }
        return Self.containsWord(first, second) ? .contained : .different
    }

    private func compareNumbers(_ a: UInt32, _ b: UInt32) -> AgreementLevel {
        let (first, second) = (numbers[Int(a)], numbers[Int(b)])
        let difference = abs(first - second)
        let size = max(abs(first), abs(second))
        if difference <= size * 0.05 { return .close }
        return difference <= size * 0.25 ? .partial : .different
    }
}
