/// JSON from outside, read leniently and never trusted: numbers keep all their digits, an identifier may be a string or a number, `null` and
/// a missing member are alike, and neither depth nor size can exhaust anything.
public enum OutsideJSON: Sendable, Hashable {
    case null
    case flag(Bool)
    /// As it was written: `30000`, `3.0e4`.
    case number(String)
    case text(String)
    case list([OutsideJSON])
    case object([String: OutsideJSON])

    /// Why bytes are no JSON that is read.
    public enum Failure: Error, Sendable, Hashable {
        /// At a byte, counted from 0.
        case malformed(at: Int)
        case tooDeep
        case tooLarge
    }

    /// The deepest nesting that is read.
    public static let maximumDepth = 64
    /// The most bytes that are read.
    public static let maximumBytes = 16 << 20

    /// Reads a text of JSON (RFC 8259) in UTF-8. Of members with one name the last counts.
    ///
    /// - Throws: ``Failure``.
    public init(_ bytes: some Sequence<UInt8>) throws(Failure) {
        let bytes = Array(bytes)
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
        var reader = Reader(bytes: bytes)
        self = try reader.whole()
    }

    /// A member; ``null`` if this is no object or has none of that name.
    public subscript(name: String) -> OutsideJSON {
        if case .object(let members) = self { members[name] ?? .null } else { .null }
    }

    /// The members of a list; empty for anything else.
    public var elements: [OutsideJSON] {
        if case .list(let elements) = self { elements } else { [] }
    }

    /// A text, or a number as it was written; nil for anything else. What identifiers and codes are read with.
    public var string: String? {
        switch self {
        case .text(let text): text
        case .number(let digits): Self.whole(digits).map { String($0) } ?? digits
        default: nil
        }
    }

    /// A whole number, also as a text or with an exponent: `30000`, `"30000"`, `3.0e4`, `30000.00`. Nil if it has a fraction, or does not
    /// fit 64 bits.
    public var whole: Int64? {
        switch self {
        case .number(let digits): Self.whole(digits)
        case .text(let text): Self.whole(text)
        default: nil
        }
    }

    /// The same, with a fraction rounded to the nearest: for amounts that a channel writes as `15000.4`.
    public var rounded: Int64? {
        switch self {
        case .number(let text), .text(let text):
            if let whole = Self.whole(text) { return whole }
            guard let value = Double(text), value.magnitude < 9e15 else { return nil }
            return Int64(value.rounded())
        default: return nil
        }
    }

    /// True or false, also as 0 and 1.
    public var flag: Bool? {
        switch self {
        case .flag(let flag): flag
        case .number("0"): false
        case .number("1"): true
        default: nil
        }
    }

    /// The whole number that a decimal notation means, worked out on its digits so that none is lost.
    private static func whole(_ text: String) -> Int64? {
        var rest = Substring(text)
        let isNegative = rest.hasPrefix("-")
        if isNegative { rest = rest.dropFirst() }
        let mantissa = rest.prefix { $0 != "e" && $0 != "E" }
        var exponent = 0
        if mantissa.endIndex < rest.endIndex {
            guard let value = Int(rest[rest.index(after: mantissa.endIndex)...]), value.magnitude < 1000 else { return nil }
            exponent = value
        }
        let parts = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty || parts.count == 2 else { return nil }
        var digits = Array(first.utf8) + (parts.count == 2 ? Array(parts[1].utf8) : [])
        guard !digits.isEmpty, digits.count < 400, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var point = first.utf8.count + exponent
        while point > digits.count, digits.count < 400 { digits.append(0x30) }
        if point < 0 {
            digits.insert(contentsOf: Array(repeating: 0x30, count: min(-point, 400)), at: 0)
            point = 0
        }
        guard point <= digits.count, digits[point...].allSatisfy({ $0 == 0x30 }) else { return nil }
        var value: Int64 = 0
        for digit in digits[..<point] {
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, outside) = scaled.subtractingReportingOverflow(Int64(digit - 0x30))
            guard !overflow, !outside else { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }
}

extension OutsideJSON {
    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        }

        mutating func whole() throws(Failure) -> OutsideJSON {
            let value = try value(depth: 0)
            skipBlanks()
            guard index == bytes.count else { throw .malformed(at: index) }
            return value
        }

        private mutating func skipBlanks() {
            while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }

        private mutating func value(depth: Int) throws(Failure) -> OutsideJSON {
            guard depth < OutsideJSON.maximumDepth else { throw .tooDeep }
            skipBlanks()
            guard index < bytes.count else { throw .malformed(at: index) }
            switch bytes[index] {
            case UInt8(ascii: "{"): return try object(depth: depth)
            case UInt8(ascii: "["): return try list(depth: depth)
            case UInt8(ascii: "\""): return .text(try text())
            case UInt8(ascii: "t"): return try word("true", .flag(true))
            case UInt8(ascii: "f"): return try word("false", .flag(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }

        private mutating func word(_ word: StaticString, _ value: OutsideJSON) throws(Failure) -> OutsideJSON {
            for byte in word.description.utf8 {
                guard take(byte) else { throw .malformed(at: index) }
            }
            return value
        }

        private mutating func object(depth: Int) throws(Failure) -> OutsideJSON {
            index += 1
            var members: [String: OutsideJSON] = [:]
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            repeat {
                skipBlanks()
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw .malformed(at: index) }
                let name = try text()
                skipBlanks()
                guard take(UInt8(ascii: ":")) else { throw .malformed(at: index) }
                members[name] = try value(depth: depth + 1)
                skipBlanks()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw .malformed(at: index) }
            return .object(members)
        }

        private mutating func list(depth: Int) throws(Failure) -> OutsideJSON {
            index += 1
            var elements: [OutsideJSON] = []
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .list(elements) }
            repeat {
                elements.append(try value(depth: depth + 1))
                skipBlanks()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "]")) else { throw .malformed(at: index) }
            return .list(elements)
        }

        private mutating func number() throws(Failure) -> OutsideJSON {
            let start = index
            _ = take(UInt8(ascii: "-"))
            guard digits() else { throw .malformed(at: index) }
            if take(UInt8(ascii: ".")), !digits() { throw .malformed(at: index) }
            if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
                index += 1
                if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
                guard digits() else { throw .malformed(at: index) }
            }
            return .number(String(decoding: bytes[start..<index], as: UTF8.self))
        }

        private mutating func digits() -> Bool {
            let start = index
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            return index > start
        }

        private mutating func text() throws(Failure) -> String {
            index += 1
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
            var content = Array(bytes[start..<index])
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
                guard byte == UInt8(ascii: "\\") else {
                    content.append(byte)
                    continue
                }
                guard index < bytes.count else { break }
                let escape = bytes[index]
                index += 1
                switch escape {
                case UInt8(ascii: "n"): content.append(0x0A)
                case UInt8(ascii: "t"): content.append(0x09)
                case UInt8(ascii: "r"): content.append(0x0D)
                case UInt8(ascii: "b"): content.append(0x08)
                case UInt8(ascii: "f"): content.append(0x0C)
                case UInt8(ascii: "u"): content += Array(String(try scalar()).utf8)
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(escape)
                default: throw .malformed(at: index - 1)
                }
            }
            throw .malformed(at: index)
        }

        /// A character written as `\uXXXX`, or as two of them; half of a pair becomes the replacement character.
        private mutating func scalar() throws(Failure) -> Character {
            let first = try fourDigits()
            if (0xD800...0xDBFF).contains(first), index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
                bytes[index + 1] == UInt8(ascii: "u")
            {
                let before = index
                index += 2
                let second = try fourDigits()
                if (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) {
                    return Character(scalar)
                }
                index = before
            }
            return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
        }

        private mutating func fourDigits() throws(Failure) -> UInt32 {
            guard index + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
            else {
                throw .malformed(at: index)
            }
            index += 4
            return value
        }
    }
}

extension OutsideJSON {
    /// Compact JSON, members in the order of their names: what is sent, and what is signed.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .text(let text): Self.write(text, to: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, (name, value)) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case ..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension OutsideJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .number(String(value)) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    public init(arrayLiteral elements: OutsideJSON...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, OutsideJSON)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }

    /// A whole number.
    public static func whole(_ value: some BinaryInteger) -> OutsideJSON { .number(String(value)) }

    /// A text, or nothing.
    public static func maybe(_ text: String?) -> OutsideJSON { text.map(OutsideJSON.text) ?? .null }
}
