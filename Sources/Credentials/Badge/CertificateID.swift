/// The id of a certificate: a UUID (RFC 9562), written `urn:uuid:…` inside a credential.
public struct CertificateID: Sendable, Hashable, CustomStringConvertible {
    /// Sixteen bytes.
    public let bytes: [UInt8]

    /// Nil unless there are sixteen bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads `0198c7a2-…` in either case, with or without `urn:uuid:` before it; nil for anything else.
    public init?(_ text: String) {
        let plain = text.lowercased()
        let digits = plain.hasPrefix("urn:uuid:") ? plain.dropFirst(9) : plain[...]
        let groups = digits.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12], let bytes = [UInt8](hexadecimal: groups.joined()) else { return nil }
        self.bytes = bytes
    }

    /// A new id of version 4.
    public static func random() -> CertificateID {
        CertificateID(stamping: (0..<16).map { _ in UInt8.random(in: 0...255) }, version: 4)
    }

    /// Sixteen bytes with the bits of a version and of the RFC's variant written over them.
    init(stamping bytes: [UInt8], version: UInt8) {
        var stamped = Array(bytes.prefix(16))
        stamped[6] = stamped[6] & 0x0F | version << 4
        stamped[8] = stamped[8] & 0x3F | 0x80
        self.bytes = stamped
    }

    /// `0198c7a2-…`, in small letters.
    public var description: String {
        let digits = bytes.hexadecimal
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(digit)
        }
        return text
    }

    /// `urn:uuid:0198c7a2-…`
    public var urn: String {
        "urn:uuid:\(self)"
    }
}
