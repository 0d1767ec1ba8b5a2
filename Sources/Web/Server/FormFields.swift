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

    /// Every value of a field, as boxes that are ticked send them.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    var names: some Sequence<String> { values.keys }

    private static func decoded(_ text: some StringProtocol) -> String {
        let encoded = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var index = 0
        while index < encoded.count {
            let byte = encoded[index]
            index += 1
            // A percent sign without two digits behind it stands for itself.
            if byte == UInt8(ascii: "%"), index + 1 < encoded.count, let high = digit(encoded[index]), let low = digit(encoded[index + 1]) {
                bytes.append(high << 4 | low)
                index += 2
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension String {
    func trimmingWhitespace() -> String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[start...end])
    }
}
