import Crypto

/// The keys of a vault: one to match, and those to seal in the order of their making.
///
/// As text, one line each, `naikkelas keys 1` above: `match <hex>`, then `seal <number> <hex>`.
struct KeyRing: Equatable {
    struct SealingKey: Equatable {
        let number: UInt8
        let key: [UInt8]
    }

    let matching: [UInt8]
    private var older: [SealingKey]
    private(set) var newest: SealingKey

    /// A ring of new keys.
    init() {
        matching = Self.newKey()
        older = []
        newest = SealingKey(number: 1, key: Self.newKey())
    }

    /// Every sealing key, by number.
    var sealing: [(number: UInt8, key: [UInt8])] {
        (older + [newest]).map { ($0.number, $0.key) }
    }

    /// The ring with one more sealing key, which is now the newest; nil if all 255 numbers are used.
    func rotated() -> KeyRing? {
        guard newest.number < .max else { return nil }
        var ring = self
        ring.older.append(newest)
        ring.newest = SealingKey(number: newest.number + 1, key: Self.newKey())
        return ring
    }

    private static func newKey() -> [UInt8] {
        SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    }
}

// MARK: - Text

extension KeyRing {
    private static let header = "naikkelas keys 1"

    var text: String {
        ([Self.header, "match " + matching.hexadecimal] + sealing.map { "seal \($0.number) " + $0.key.hexadecimal })
            .joined(separator: "\n") + "\n"
    }

    /// The ring written in the text, or nil if the text is anything else.
    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard
            lines.count >= 4, lines[0] == Self.header, lines.last == "",
            let matching = Self.key(in: lines[1], after: "match ")
        else { return nil }
        var keys: [SealingKey] = []
        for (index, line) in lines[2..<(lines.count - 1)].enumerated() {
            guard let number = UInt8(exactly: index + 1), let key = Self.key(in: line, after: "seal \(number) ") else { return nil }
            keys.append(SealingKey(number: number, key: key))
        }
        guard let newest = keys.popLast() else { return nil }
        self.matching = matching
        self.older = keys
        self.newest = newest
    }

    private static func key(in line: Substring, after words: String) -> [UInt8]? {
        guard line.hasPrefix(words), let key = [UInt8](hexadecimal: line.dropFirst(words.count)), key.count == 32 else { return nil }
        return key
    }
}
