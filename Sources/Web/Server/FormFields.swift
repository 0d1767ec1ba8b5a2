import Hummingbird
import NIOCore

/// The fields of a form sent as `application/x-www-form-urlencoded` (WHATWG URL Standard, section 5.1), or of a query.
struct FormFields: Sendable {
    private var values: [String: [String]] = [:]

    init(_ encoded: some StringProtocol) {
        for pair in encoded.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[Self.decoded(parts[0]), default: []].append(parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// Collects and reads the body of a request.
    ///
    /// - Throws: ``WebError/tooLarge`` above 256 KB.
    init(body: RequestBody) async throws {
        do {
            let buffer = try await body.collect(upTo: 256 * 1024)
            self.init(String(buffer: buffer))
        } catch is NIOTooManyBytesError {
            throw WebError.tooLarge
        }
    }

    /// The field without blanks around it, or nil if it is missing or blank.
    subscript(name: String) -> String? {
        guard let value = values[name]?.first else { return nil }
        let trimmed = value.trimmingWhitespace()
        return trimmed.isEmpty ? nil : trimmed
    }

    var names: some Sequence<String> { values.keys }

    private static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var digits: [UInt8] = []
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"):
                bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                digits.removeAll()
                while digits.count < 2, let digit = rest.next() { digits.append(digit) }
                if digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                    bytes.append(value)
                } else {
                    bytes.append(byte)
                    bytes.append(contentsOf: digits)
                }
            default:
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    func trimmingWhitespace() -> String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[start...end])
    }
}
