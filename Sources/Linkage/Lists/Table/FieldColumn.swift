/// One field of all records: the number of each record's value, and each different value once, taken apart for comparison.
struct FieldColumn: Sendable {
    let kind: FieldKind
    /// The different values, as they are compared.
    private(set) var values = TermTable()
    /// How many records have each value; by value, from 1 on.
    private(set) var counts: [UInt32] = [0]
    /// What each value consists of where that matters: words of a bag, numbers of a telephone cell.
    private(set) var words = TermTable()
    /// How many values each word stands in, weighted by the records that have them; set when the column is complete.
    private(set) var wordCounts: [UInt32] = [0]
    /// Where the words of each value begin in ``wordsOfValues``; by value, from 1 on.
    private(set) var wordStarts: [UInt32] = [0, 0]
    private(set) var wordsOfValues: [UInt32] = []
    /// Which letters each value holds, or each word where there are words: those that share few cannot be alike.
    private(set) var letters: [LetterSet] = [LetterSet()]
    /// Numbers of the kind `number`.
    private(set) var numbers: [Double] = [0]
    /// What agreeing on a word tells, in bits; by word.
    private(set) var wordBits: [Float] = [0]

    /// So many words of a bag are looked at: a field of 10 MB costs no more than a field.
    static let wordLimit = LinkageRecord.wordLimit

    init(kind: FieldKind) {
        self.kind = kind
    }

    var hasWords: Bool { kind.isBag || kind == .phone }

    /// The number of a value, which is added with its parts unless it is there; does not count it.
    mutating func intern(_ value: [UInt8]) -> UInt32 {
        let number = values.intern(value)
        if Int(number) == counts.count { take(apart: value) }
        return number
    }

    mutating func count(_ value: UInt32) {
        counts[Int(value)] &+= 1
    }

    private mutating func take(apart value: [UInt8]) {
        counts.append(0)
        if hasWords {
            var taken = 0
            value.withUnsafeBufferPointer { bytes in
                var start = 0
                while start < bytes.count, taken < Self.wordLimit {
                    var end = start
                    while end < bytes.count, bytes[end] != 0x20 { end &+= 1 }
                    let word = UnsafeBufferPointer(rebasing: bytes[start..<min(end, start + LinkageRecord.wordLengthLimit)])
                    let number = words.intern(word)
                    if number > 0 {
                        if Int(number) == wordCounts.count {
                            wordCounts.append(0)
                            letters.append(LetterSet(word))
                        }
                        wordsOfValues.append(number)
                        taken += 1
                    }
                    start = end + 1
                }
            }
            wordStarts.append(UInt32(truncatingIfNeeded: wordsOfValues.count))
        } else {
            letters.append(value.withUnsafeBufferPointer(LetterSet.init))
        }
        if kind == .number { numbers.append(Double(String(decoding: value, as: UTF8.self)) ?? 0) }
    }

    /// The words of a value.
    @inline(__always)
    func words(of value: UInt32) -> Range<Int> {
        Int(wordStarts[Int(value)])..<Int(wordStarts[Int(value) + 1])
    }

    /// Works out how common each word is, once all values are counted.
    mutating func weighWords(records: Int) {
        guard hasWords else { return }
        wordCounts = Array(repeating: 0, count: words.count + 1)
        var seen: [UInt32] = []
        for value in 1..<max(counts.count, 1) {
            seen.removeAll(keepingCapacity: true)
            for index in words(of: UInt32(value)) {
                let word = wordsOfValues[index]
                if !seen.contains(word) {
                    seen.append(word)
                    wordCounts[Int(word)] &+= counts[value]
                }
            }
        }
        let total = Double(max(records, 2))
        // One sighting more than there is: what was seen once may be twice as common as it seems.
        wordBits = wordCounts.map { Float(-Logarithm.log2(min((Double($0) + 1) / total, 1))) }
        wordBits[0] = 0
    }

    /// The number of a value that comes after the column was completed; its new words are as rare as can be.
    mutating func internLate(_ value: [UInt8], records: Int) -> UInt32 {
        let number = intern(value)
        while wordBits.count <= words.count { wordBits.append(Float(-Logarithm.log2(1 / Double(max(records, 2))))) }
        return number
    }

    /// The column as it lies in memory; the view is valid within the call alone.
    func withView<Result>(_ body: (FieldView) -> Result) -> Result {
        values.withView { values in
            words.withView { words in
                wordStarts.withUnsafeBufferPointer { wordStarts in
                    wordsOfValues.withUnsafeBufferPointer { wordsOfValues in
                        wordBits.withUnsafeBufferPointer { wordBits in
                            letters.withUnsafeBufferPointer { letters in
                                numbers.withUnsafeBufferPointer { numbers in
                                    body(
                                        FieldView(
                                            kind: kind, values: values, words: words, wordStarts: wordStarts, wordsOfValues: wordsOfValues,
                                            wordBits: wordBits, letters: letters, numbers: numbers))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Forgets how to look values up; no more can be added.
    mutating func seal() {
        values.seal()
        words.seal()
    }

    /// Bytes that the column takes.
    var footprint: Int {
        values.footprint + words.footprint + (counts.capacity + wordStarts.capacity + wordsOfValues.capacity) * 4 + letters.capacity * 12
            + numbers.capacity * 8
    }
}
