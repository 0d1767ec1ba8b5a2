import Crypto
public import Storage

/// The second factor of staff: codes of six digits that change every 30 seconds (TOTP, RFC 6238, over HMAC-SHA-1, which is what the
/// usual apps on phones support).
public struct OneTimeCode: Sendable, Hashable {
    let key: [UInt8]

    /// With a key that an app knows already.
    public init(key: [UInt8]) {
        self.key = key
    }

    /// A new key of 160 bits (RFC 4226, section 4).
    init() {
        key = (0..<20).map { _ in UInt8.random(in: .min ... .max) }
    }

    /// The step of 30 seconds in which an instant lies.
    static func step(at time: Timestamp) -> Int64 {
        time.rawValue / 30_000_000
    }

    /// The code of a step (RFC 4226, section 5.3).
    private func code(step: Int64, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
        let offset = Int(hash[hash.count - 1] & 0xF)
        let number = hash[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var modulus: UInt32 = 1
        for _ in 0..<digits { modulus *= 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The code that an app shows at an instant.
    public func code(at time: Timestamp, digits: Int = 6) -> String {
        code(step: Self.step(at: time), digits: digits)
    }

    /// The step of which `code` is the code: the present one, or one to either side for clocks that differ, but none up to
    /// `lastStep`, so that a code is used once (RFC 6238, section 5.2).
    func step(matching code: String, at time: Timestamp, after lastStep: Int64) -> Int64? {
        let now = Self.step(at: time)
        // The space that apps show in the middle is no part of the code.
        let typed = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        var found: Int64?
        for step in (now - 1)...(now + 1) where step > lastStep {
            let expected = Array(self.code(step: step).utf8)
            let difference = zip(expected, typed).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
            if typed.count == expected.count, difference == 0, found == nil { found = step }
        }
        return found
    }

    /// What an app scans or is told to add the account: `otpauth://totp/…`.
    public func uri(account: String, issuer: String = "Naik Kelas") -> String {
        let label = "\(Self.percentEncoded(issuer)):\(Self.percentEncoded(account))"
        return "otpauth://totp/\(label)?secret=\(base32)&issuer=\(Self.percentEncoded(issuer))&algorithm=SHA1&digits=6&period=30"
    }

    /// The key to type by hand: base 32 (RFC 4648, section 6) without padding.
    public var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var (buffer, bits) = (UInt32(0), 0)
        for byte in key {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> UInt32(bits) & 0x1F)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(5 - bits) & 0x1F)]) }
        return text
    }

    private static func percentEncoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + [byte].hexadecimal.uppercased()
            }
        }
        return encoded
    }
}
