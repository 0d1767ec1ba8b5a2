/// An Ed25519 key as a Multikey text, `z6Mk…` (W3C Controlled Identifiers 1.0, section 2.2.2): base 58 over two bytes that name the kind of
/// key, and the key.
public enum Multikey {
    private static let publicPrefix: [UInt8] = [0xED, 0x01]

    public static func encode(ed25519 key: [UInt8]) -> String {
        "z" + Base58.encode(publicPrefix + key)
    }

    /// The 32 bytes of a public Ed25519 key; nil for any other kind of key.
    public static func decodeEd25519(_ text: some StringProtocol) -> [UInt8]? {
        guard text.hasPrefix("z"), let bytes = Base58.decode(text.dropFirst()), bytes.count == 34, bytes.starts(with: publicPrefix) else {
            return nil
        }
        return Array(bytes.dropFirst(2))
    }

    /// The key that a `did:key:z6Mk…#z6Mk…` is; nil for any other URI.
    static func ed25519(ofDIDKey uri: String) -> [UInt8]? {
        let parts = uri.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("did:key:"), parts[0].dropFirst(8) == parts[1] else { return nil }
        return decodeEd25519(parts[1])
    }
}
