import Crypto

/// What the cookie of a signed-in browser holds: 32 random bytes. The database has only their hash.
public struct SessionToken: Sendable, Hashable {
    private let bytes: [UInt8]

    /// A new token.
    init() {
        bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    }

    /// Reads the value of a cookie; nil for anything that is no token.
    public init?(cookie: some StringProtocol) {
        guard cookie.utf8.count == 64, let bytes = [UInt8](hexadecimal: cookie) else { return nil }
        self.bytes = bytes
    }

    /// The value of the cookie; send it `Secure; HttpOnly; SameSite=Lax`.
    public var cookie: String { bytes.hexadecimal }

    var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

extension SessionToken {
    /// What each form carries to show that it was made for this session. It does not tell the token.
    public var formToken: String {
        Array(HMAC<SHA256>.authenticationCode(for: Self.formWords, using: SymmetricKey(data: bytes))).hexadecimal
    }

    /// Whether a form was made for this session; compared in constant time.
    public func accepts(formToken: some StringProtocol) -> Bool {
        guard let code = [UInt8](hexadecimal: formToken) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.formWords, using: SymmetricKey(data: bytes))
    }

    private static let formWords = Array("naikkelas form".utf8)
}

/// A log that is handed a token by mistake does not show it.
extension SessionToken: CustomStringConvertible, CustomReflectable {
    public var description: String { "SessionToken" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
