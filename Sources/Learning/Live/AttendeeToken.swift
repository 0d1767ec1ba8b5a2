import Crypto

/// What the cookie of somebody in a live room holds: 32 random bytes. The database has only their hash.
public struct AttendeeToken: Sendable, Hashable {
    private let bytes: [UInt8]

    /// A new token.
    public init() {
        bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    }

    /// Reads the value of a cookie; nil for anything that is no token.
    public init?(cookie: some StringProtocol) {
        guard let bytes = Self.bytes(hexadecimal: cookie), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The value of the cookie; send it `Secure; HttpOnly; SameSite=Lax`.
    public var cookie: String { Self.hexadecimal(bytes) }

    /// What each form of the room carries to show that it was made for this attendee. It does not tell the token.
    public var formKey: String {
        Self.hexadecimal(Array(HMAC<SHA256>.authenticationCode(for: Self.formWords, using: SymmetricKey(data: bytes))))
    }

    /// Whether a form was made for this attendee; compared in constant time.
    public func accepts(formKey: some StringProtocol) -> Bool {
        guard let code = Self.bytes(hexadecimal: formKey) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.formWords, using: SymmetricKey(data: bytes))
    }

    public var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    private static let formWords = Array("naikkelas live form".utf8)

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bytes(hexadecimal text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}

/// A log that is handed a token by mistake does not show it.
extension AttendeeToken: CustomStringConvertible, CustomReflectable {
    public var description: String { "AttendeeToken" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
