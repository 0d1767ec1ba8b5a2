/// The texts that the cells of a workbook refer to by number (ISO/IEC 29500-1, 18.4.9), packed into one block of bytes.
final class SharedTexts: XMLEvents {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let maximumBytes: Int
    private var isText = false
    private var isPhonetic = false

    init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    subscript(index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : ends[index - 1]
        return EscapedCharacters.resolved(String(decoding: bytes[start..<ends[index]], as: UTF8.self))
    }

    func start(_ element: String, _ attributes: XMLAttributes) throws(TabularError) {
        switch element {
        case "t": isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
    }

    func end(_ element: String) throws(TabularError) {
        switch element {
        case "t": isText = false
        case "rPh": isPhonetic = false
        case "si":
            ends.append(bytes.count)
            try checkSize()
        default: break
        }
    }

    func text(_ characters: UnsafeBufferPointer<UInt8>) throws(TabularError) {
        guard isText else { return }
        bytes.append(contentsOf: characters)
        try checkSize()
    }

    private func checkSize() throws(TabularError) {
        if bytes.count + ends.count * MemoryLayout<Int>.stride > maximumBytes { throw .tooMuchText }
    }
}

/// Characters that XML cannot hold are written `_x000D_` in a workbook (ISO/IEC 29500-1, 22.4.2.4).
enum EscapedCharacters {
    static func resolved(_ text: String) -> String {
        guard text.utf8.count >= 7, mayHoldEscapes(text) else { return text }
        var result: [UInt16] = []
        let units = Array(text.utf16)
        var index = 0
        while index < units.count {
            if index + 7 <= units.count, units[index] == 0x5F, units[index + 1] == 0x78, units[index + 6] == 0x5F,
                let unit = UInt16(String(decoding: units[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
            {
                if unit != 0 { result.append(unit) }
                index += 7
            } else {
                result.append(units[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF16.self)
    }

    private static func mayHoldEscapes(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if last == UInt8(ascii: "_"), byte == UInt8(ascii: "x") { return true }
            last = byte
        }
        return false
    }
}
