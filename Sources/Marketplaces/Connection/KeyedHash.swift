import Crypto
import FoundationEssentials

/// HMAC-SHA256 as channels use it, over raw bytes.
enum KeyedHash {
    /// 32 bytes. The key is taken as the text that it is, never decoded from hexadecimal.
    static func sha256(_ message: [UInt8], key: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Array(key.utf8))))
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// The MD5 of a body in hexadecimal, which one channel puts into what is signed. It protects nothing by itself.
    static func md5(_ bytes: [UInt8]) -> String { hexadecimal(Array(Insecure.MD5.hash(data: bytes))) }

    /// Whether two texts are the same, in a time that does not tell where they differ.
    static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
