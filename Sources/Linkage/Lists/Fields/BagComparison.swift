extension FieldView {
    /// How far two names agree as bags of words: order does not matter, rare words matter more, a slip of the pen is forgiven.
    ///
    /// Words are numbers, so most of the work is comparing numbers; bytes are looked at for words that are left over.
    func compareBags(_ a: UInt32, _ b: UInt32) -> ValueComparison {
        var matching = BagMatching(self, words(of: a), words(of: b))
        matching.matchEqualWords()
        if matching.isOpen { matching.matchLikeWords() }
        if matching.isOpen { matching.matchGluedWords() }
        return matching.result
    }
}

/// Pairs off the words of two bags; what is left on either side are the set bits of a number.
private struct BagMatching {
    private let column: FieldView
    private let a: Range<Int>
    private let b: Range<Int>
    private var leftA: UInt32
    private var leftB: UInt32
    private var isLoose = false
    private var agreed: Float = 0

    init(_ column: FieldView, _ a: Range<Int>, _ b: Range<Int>) {
        self.column = column
        self.a = a
        self.b = b
        leftA = 1 &<< UInt32(a.count) &- 1
        leftB = 1 &<< UInt32(b.count) &- 1
    }

    /// Whether both sides have words left.
    var isOpen: Bool { leftA != 0 && leftB != 0 }

    mutating func matchEqualWords() {
        var i = 0
        while i < a.count {
            let word = column.wordsOfValues[a.lowerBound &+ i]
            var j = 0
            while j < b.count {
                if leftB & (1 &<< UInt32(j)) != 0, column.wordsOfValues[b.lowerBound &+ j] == word {
                    take(i, j, worth: column.wordBits[Int(word)])
                    break
                }
                j &+= 1
            }
            i &+= 1
        }
    }

    /// The most alike pair first, and of equals the one with the lesser words, so that the result does not depend on which side leads.
    mutating func matchLikeWords() {
        while isOpen {
            var best: (likeness: Float, i: Int, j: Int, low: UInt32, high: UInt32) = (0, 0, 0, 0, 0)
            var i = 0
            while i < a.count {
                if leftA & (1 &<< UInt32(i)) != 0 {
                    let one = column.wordsOfValues[a.lowerBound &+ i]
                    var j = 0
                    while j < b.count {
                        if leftB & (1 &<< UInt32(j)) != 0 {
                            let other = column.wordsOfValues[b.lowerBound &+ j]
                            let likeness = Float(
                                Likeness.of(
                                    column.words[one], column.words[other],
                                    mayBeAlike: column.letters[Int(one)].mayReach(0.9, with: column.letters[Int(other)])))
                            let (low, high) = (min(one, other), max(one, other))
                            if likeness > best.likeness || likeness == best.likeness && likeness > 0 && (low, high) < (best.low, best.high)
                            {
                                best = (likeness, i, j, low, high)
                            }
                        }
                        j &+= 1
                    }
                }
                i &+= 1
            }
            guard best.likeness > 0 else { return }
            take(best.i, best.j, worth: best.likeness * min(column.wordBits[Int(best.low)], column.wordBits[Int(best.high)]))
            isLoose = true
        }
    }

    /// Words that one side writes as one: "barokahjaya".
    mutating func matchGluedWords() {
        guard a.count > 1 || b.count > 1 else { return }
        let (lengthA, lengthB) = (length(a, leftA), length(b, leftB))
        guard min(lengthA, lengthB) * 100 >= max(lengthA, lengthB) * 70 else { return }
        let (gluedA, gluedB) = (glued(a, leftA), glued(b, leftB))
        let isSame = gluedA.withUnsafeBufferPointer { one in
            gluedB.withUnsafeBufferPointer { other in
                one.elementsEqual(other) || min(one.count, other.count) >= 5 && JaroWinkler.similarity(one, other) >= 0.93
            }
        }
        guard isSame else { return }
        agreed += max(information(a, leftA), information(b, leftB)) * 0.75
        (leftA, leftB, isLoose) = (0, 0, true)
    }

    var result: ValueComparison {
        if leftA == 0, leftB == 0 { return ValueComparison(isLoose ? .close : .same, bits: agreed) }
        if agreed == 0 { return ValueComparison(.different) }
        if leftA == 0 || leftB == 0 { return ValueComparison(.contained, bits: agreed) }
        let isPartial = agreed >= max(information(a, leftA), information(b, leftB)) * 0.35
        return isPartial ? ValueComparison(.partial, bits: agreed) : ValueComparison(.different)
    }

    private mutating func take(_ i: Int, _ j: Int, worth: Float) {
        leftA &= ~(1 &<< UInt32(i))
        leftB &= ~(1 &<< UInt32(j))
        agreed += worth
    }

    private func information(_ words: Range<Int>, _ left: UInt32) -> Float {
        var sum: Float = 0
        var place = 0
        while place < words.count {
            if left & (1 &<< UInt32(place)) != 0 { sum += column.wordBits[Int(column.wordsOfValues[words.lowerBound &+ place])] }
            place &+= 1
        }
        return sum
    }

    private func length(_ words: Range<Int>, _ left: UInt32) -> Int {
        var sum = 0
        var place = 0
        while place < words.count {
            if left & (1 &<< UInt32(place)) != 0 {
                sum &+= Int(column.letters[Int(column.wordsOfValues[words.lowerBound &+ place])].count)
            }
            place &+= 1
        }
        return sum
    }

    private func glued(_ words: Range<Int>, _ left: UInt32) -> [UInt8] {
        var bytes: [UInt8] = []
        for place in 0..<words.count where left & (1 &<< UInt32(place)) != 0 {
            bytes.append(contentsOf: column.words[column.wordsOfValues[words.lowerBound + place]])
        }
        return bytes
    }
}
