/// Base64 for addresses, without padding (RFC 7515, section 2).
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: some Collection<UInt8>) -> String {
        BitGroups.encode(bytes, bits: 6, alphabet: alphabet)
    }

    /// The bytes; nil if the text could not have come from ``encode(_:)``: one value has one form.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        BitGroups.decode(text, bits: 6, alphabet: alphabet)
    }
}
