/// The algorithms with which a certificate may be signed (RFC 7518, RFC 8037). All others are refused, `none` and HS256 above all.
public enum SigningAlgorithm: String, Sendable, CaseIterable {
    case edDSA = "EdDSA"
    case rs256 = "RS256"
}
