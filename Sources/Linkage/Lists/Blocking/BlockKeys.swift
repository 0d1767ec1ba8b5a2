/// The keys under which the values of one field meet: by sound for names, by the rarest words for bags, by the whole value otherwise.
struct BlockKeys: Sendable {
    /// Where the keys of each value begin in ``keys``; by value, from 0 on.
    private var starts: [UInt32]
    private var keys: [UInt32]
    /// How many records bear each key.
    private(set) var counts: [UInt32]
    /// The keys themselves, by which those of a value that came later are found.
    private var terms = TermTable()

    /// So many of a bag's rarest words are keys.
    static let wordsPerValue = 3

    /// - Parameter keepsTerms: whether keys of later values are to be found, which takes memory.
    init(_ column: FieldColumn, keepsTerms: Bool = false) {
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
                    add(Self.bytes(ofWord: UInt32(word), column))
                } : []
        var seen: [UInt32] = []
        for value in 1..<max(column.counts.count, 1) {
            seen.removeAll(keepingCapacity: true)
            if column.hasWords {
                let words = Self.rarestWords(of: UInt32(value), column)
                for word in words.prefix(Self.wordsPerValue) where !seen.contains(soundOfWord[Int(word)]) {
                    seen.append(soundOfWord[Int(word)])
                }
                if let glued = Self.gluedBytes(of: UInt32(value), column) {
                    let key = add(glued)
                    if !seen.contains(key) { seen.append(key) }
                }
            } else {
                seen.append(add(Self.bytes(of: UInt32(value), column)))
            }
            for key in seen where key > 0 {
                keys.append(key)
                counts[Int(key)] &+= column.counts[value]
            }
            starts.append(UInt32(truncatingIfNeeded: keys.count))
        }
        if keepsTerms { terms = table }
    }

    /// The keys of a value that came after these were made, as far as some record bears them.
    func keys(ofLate value: UInt32, _ column: FieldColumn) -> [UInt32] {
        guard value > 0 else { return [] }
        var wanted: [[UInt8]] = []
        if column.hasWords {
            wanted = Self.rarestWords(of: value, column).prefix(Self.wordsPerValue).map { Self.bytes(ofWord: $0, column) }
            if let glued = Self.gluedBytes(of: value, column) { wanted.append(glued) }
        } else {
            wanted = [Self.bytes(of: value, column)]
        }
        var found: [UInt32] = []
        for key in wanted {
            guard let number = key.withUnsafeBufferPointer(terms.number(of:)), !found.contains(number) else { continue }
            found.append(number)
        }
        return found
    }

    // MARK: - Bytes of keys

    private static func bytes(ofWord word: UInt32, _ column: FieldColumn) -> [UInt8] {
        let text = column.words.text(of: word)
        return column.kind == .phone ? Array(text.utf8) : SoundKey.bytes(of: text)
    }

    private static func bytes(of value: UInt32, _ column: FieldColumn) -> [UInt8] {
        let text = column.values.text(of: value)
        switch column.kind {
        case .givenName, .familyName: return SoundKey.bytes(of: text)
        default: return Array(text.utf8)
        }
    }

    private static func rarestWords(of value: UInt32, _ column: FieldColumn) -> [UInt32] {
        column.words(of: value).map { column.wordsOfValues[$0] }.sorted { one, other in
            let (first, second) = (column.wordBits[Int(one)], column.wordBits[Int(other)])
            return first != second ? first > second : one < other
        }
    }

    /// All words of a name as one, for one side may have written them so.
    private static func gluedBytes(of value: UInt32, _ column: FieldColumn) -> [UInt8]? {
        let words = column.words(of: value)
        guard words.count > 1, column.kind == .business || column.kind == .person else { return nil }
        let glued = words.reduce(into: [UInt8]()) { bytes, place in
            column.words.withBytes(of: column.wordsOfValues[place]) { bytes.append(contentsOf: $0) }
        }
        return SoundKey.bytes(of: String(decoding: glued, as: UTF8.self))
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
