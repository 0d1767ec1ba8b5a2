/// Base 32 in capital letters without padding (RFC 4648, section 6): a QR code stores its characters in five and a half bits each.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: some Collection<UInt8>) -> String {
        BitGroups.encode(bytes, bits: 5, alphabet: alphabet)
    }

    /// The bytes; nil if the text could not have come from ``encode(_:)``: one value has one form.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        BitGroups.decode(text, bits: 5, alphabet: alphabet)
    }
}
