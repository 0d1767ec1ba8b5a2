/// Small tables of words, written one entry a line as `canonical: form form form`, and looked up by form.
enum WordTable {
    /// Every form, and the canonical word itself, to the canonical word. A form that stands in two entries belongs to the first.
    static func canonical(_ text: StaticString) -> [String: String] {
        var table: [String: String] = [:]
        forEachEntry(text) { name, forms in
            for form in [name] + forms where table[form] == nil { table[form] = name }
        }
        return table
    }

    /// All words of a list parted by spaces and line ends.
    static func set(_ text: StaticString) -> Set<String> {
        Set(words(text).map { String(latin: $0) })
    }

    static func forEachEntry(_ text: StaticString, _ body: (_ name: String, _ forms: [String]) -> Void) {
        let lines = text.withUTF8Buffer { Array($0) }.split(separator: UInt8(ascii: "\n"))
        for line in lines {
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard let name = parts.first else { continue }
            let forms = parts.count > 1 ? parts[1].split(separator: UInt8(ascii: " ")).map { String(latin: $0) } : []
            body(String(latin: name), forms)
        }
    }

    private static func words(_ text: StaticString) -> [ArraySlice<UInt8>] {
        text.withUTF8Buffer { Array($0) }.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }
}
