/// A compact JSON Web Signature (RFC 7515, 7.1) of which nothing has been believed yet.
public struct JSONWebSignature: Sendable, Hashable {
    public let algorithm: SigningAlgorithm
    /// The URI of the key, as the header names it.
    public let keyID: String?
    public let payload: [UInt8]
    private let signingInput: [UInt8]
    private let signature: [UInt8]

    /// Reads the three parts. A header may hold `alg`, `kid` and `typ` only (Open Badges 3.0, 8.2.3), so that neither a key nor a demand
    /// comes in with the text that is to be checked.
    ///
    /// - Throws: ``CredentialError/unreadable(_:)``.
    public init(compact text: String) throws(CredentialError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let head = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw .unreadable("it is no JSON Web Token of three parts") }
        guard let header = try? JSONValue(json: head), let members = header.members else { throw .unreadable("the header is no JSON") }
        guard members.keys.allSatisfy({ ["alg", "kid", "typ"].contains($0) }) else {
            throw .unreadable("the header holds more than alg, kid and typ")
        }
        guard members["typ"] == nil || members["typ"] == "JWT" else { throw .unreadable("the header is of another type than JWT") }
        guard let name = header["alg"]?.string else { throw .unreadable("the header names no algorithm") }
        guard let algorithm = SigningAlgorithm(rawValue: name) else { throw .unreadable("the algorithm “\(name)” is not allowed") }
        if let kid = members["kid"], kid.string == nil { throw .unreadable("the key is not named by a text") }
        self.algorithm = algorithm
        keyID = header["kid"]?.string
        self.payload = payload
        self.signature = signature
        signingInput = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// Whether the key signed this text. A key of another kind than the header's algorithm never did.
    public func isSigned(by key: VerifyingKey) -> Bool {
        key.algorithm == algorithm && key.isValid(signature, for: signingInput)
    }

    /// Signs a payload and writes the three parts.
    ///
    /// - Throws: what the library throws if it cannot sign.
    public static func compact(payload: [UInt8], keyID: String?, key: SigningKey) throws -> String {
        var header: JSONValue = ["alg": .string(key.algorithm.rawValue)]
        if let keyID { header = header.with("kid", .string(keyID)).with("typ", "JWT") }
        let input = "\(Base64URL.encode(Array(header.canonical.utf8))).\(Base64URL.encode(payload))"
        return "\(input).\(Base64URL.encode(try key.signature(for: Array(input.utf8))))"
    }
}
