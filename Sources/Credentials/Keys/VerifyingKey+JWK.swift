extension VerifyingKey {
    /// The key as a JSON Web Key (RFC 7518, 6.3; RFC 8037, 2).
    var jwk: JSONValue? {
        switch self {
        case .ed25519(let key): ["kty": "OKP", "crv": "Ed25519", "x": .string(Base64URL.encode(key))]
        case .rsa(let modulus, let exponent):
            ["kty": "RSA", "n": .string(Base64URL.encode(modulus)), "e": .string(Base64URL.encode(exponent))]
        }
    }

    /// A public RSA key; nil for a key of another kind, and for a private one.
    init?(rsa jwk: JSONValue) {
        guard jwk["kty"] == "RSA", jwk["d"] == nil, let modulus = jwk["n"]?.string.flatMap({ Base64URL.decode($0) }),
            let exponent = jwk["e"]?.string.flatMap({ Base64URL.decode($0) })
        else { return nil }
        self = .rsa(modulus: modulus, exponent: exponent)
    }
}
