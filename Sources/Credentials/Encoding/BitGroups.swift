/// Bytes as characters that stand for a few bits each, most significant bit first (RFC 4648).
enum BitGroups {
    static func encode(_ bytes: some Collection<UInt8>, bits: Int, alphabet: [UInt8]) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity((bytes.count * 8 + bits - 1) / bits)
        var pending = 0
        var held = 0
        for byte in bytes {
            pending = pending << 8 | Int(byte)
            held += 8
            while held >= bits {
                held -= bits
                characters.append(alphabet[pending >> held])
                pending &= (1 << held) - 1
            }
        }
        if held > 0 { characters.append(alphabet[pending << (bits - held)]) }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The bytes; nil for a character outside the alphabet, a superfluous character, or left-over bits that are not zero.
    static func decode(_ text: some StringProtocol, bits: Int, alphabet: [UInt8]) -> [UInt8]? {
        var values = [Int8](repeating: -1, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = Int8(value) }
        var bytes: [UInt8] = []
        var pending = 0
        var held = 0
        for character in text.utf8 {
            let value = values[Int(character)]
            guard value >= 0 else { return nil }
            pending = pending << bits | Int(value)
            held += bits
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(pending >> held))
                pending &= (1 << held) - 1
            }
        }
        return held < bits && pending == 0 ? bytes : nil
    }
}
