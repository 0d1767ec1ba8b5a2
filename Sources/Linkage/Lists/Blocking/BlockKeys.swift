/// The keys under which the values of one field meet: by sound for names, by the rarest words for bags, by the whole value otherwise.
struct BlockKeys: Sendable {
    /// Where the keys of each value begin in ``keys``; by value, from 0 on.
    private var starts: [UInt32]
    private var keys: [UInt32]
    /// How many records bear each key.
    private(set) var counts: [UInt32]

    /// So many of a bag's rarest words are keys.
    static let wordsPerValue = 3

    init(_ column: FieldColumn) {
        var table = TermTable()
        starts = [0, 0]
        keys = []
        counts = [0]
        func add(_ bytes: [UInt8]) -> UInt32 {
            let key = table.intern(bytes)
            if Int(key) == counts.count { counts.append(0) }
            return key
        }

        let soundOfWord: [UInt32] =
            column.hasWords
            ? [0]
                + (1..<(column.words.count + 1)).map { word in
                    let text = column.words.text(of: UInt32(word))
                    return add(column.kind == .phone ? Array(text.utf8) : SoundKey.bytes(of: text))
                } : []
        var seen: [UInt32] = []
        for value in 1..<max(column.counts.count, 1) {
            seen.removeAll(keepingCapacity: true)
            if column.hasWords {
                let words = column.words(of: UInt32(value)).map { column.wordsOfValues[$0] }
                let rarest = words.sorted { one, other in
                    let (first, second) = (column.wordBits[Int(one)], column.wordBits[Int(other)])
                    return first != second ? first > second : one < other
                }
                for word in rarest.prefix(Self.wordsPerValue) where !seen.contains(soundOfWord[Int(word)]) {
                    seen.append(soundOfWord[Int(word)])
                }
                if words.count > 1, column.kind == .business || column.kind == .person {
                    // One side may have written the words as one.
                    let glued = words.reduce(into: [UInt8]()) { bytes, word in
                        column.words.withBytes(of: word) { bytes.append(contentsOf: $0) }
                    }
                    let key = add(SoundKey.bytes(of: String(decoding: glued, as: UTF8.self)))
                    if !seen.contains(key) { seen.append(key) }
                }
            } else {
                let text = column.values.text(of: UInt32(value))
                switch column.kind {
                case .givenName, .familyName: seen.append(add(SoundKey.bytes(of: text)))
                default: seen.append(add(Array(text.utf8)))
                }
            }
            for key in seen where key > 0 {
                keys.append(key)
                counts[Int(key)] &+= column.counts[value]
            }
            starts.append(UInt32(truncatingIfNeeded: keys.count))
        }
    }

    /// The keys of a value; none where the record says nothing.
    @inline(__always)
    subscript(value: UInt32) -> ArraySlice<UInt32> {
        keys[Int(starts[Int(value)])..<Int(starts[Int(value) + 1])]
    }

    /// The probability that two records drawn at random share a key, about.
    func collisionProbability(records: Int) -> Double {
        let total = Double(max(records, 2))
        return counts.dropFirst().reduce(0) { $0 + Double($1) * (Double($1) - 1) } / (total * (total - 1))
    }
}
