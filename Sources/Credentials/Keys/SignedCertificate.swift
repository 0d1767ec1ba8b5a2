/// One certificate in every form that it is given out in.
public struct SignedCertificate: Sendable, Hashable {
    /// VC-JWT with EdDSA.
    public let jwt: String
    /// VC-JWT with RS256, if the issuer has an RSA key.
    public let rs256: String?
    /// JSON with an `eddsa-jcs-2022` proof in it.
    public let json: String
    /// `NK1:…`, for the QR code.
    public let compact: String

    public init(jwt: String, rs256: String?, json: String, compact: String) {
        self.jwt = jwt
        self.rs256 = rs256
        self.json = json
        self.compact = compact
    }
}
