import Testing

@testable import Credentials

@Suite("Bytes as text")
struct EncodingTests {
    @Test("the vectors of RFC 4648 for Base 32, without padding")
    func base32() {
        let vectors = ["": "", "f": "MY", "fo": "MZXQ", "foo": "MZXW6", "foob": "MZXW6YQ", "fooba": "MZXW6YTB", "foobar": "MZXW6YTBOI"]
        for (plain, encoded) in vectors {
            #expect(Base32.encode(Array(plain.utf8)) == encoded)
            #expect(Base32.decode(encoded) == Array(plain.utf8))
        }
    }

    @Test("a text that no bytes are written as is refused", arguments: ["MZ", "M", "MZXQ=", "mzxq", "MZX1", "MZXW6Y"])
    func base32Refused(text: String) {
        #expect(Base32.decode(text) == nil)
    }

    @Test(
        "Base64 for addresses refuses padding, other alphabets and bits that are left over", arguments: ["Zg==", "Zh", "Z", "Z+Zm", "Z/Zm"])
    func base64Refused(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("any bytes come back, in every alphabet")
    func roundTrip() {
        var random = SeededGenerator(state: 58)
        for length in 0..<90 {
            var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            if length % 5 == 0 { bytes = [0, 0] + bytes.dropFirst(2) }
            #expect(Base32.decode(Base32.encode(bytes)) == bytes)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
            #expect(Base58.decode(Base58.encode(bytes)) == bytes)
            #expect([UInt8](hexadecimal: bytes.hexadecimal) == bytes)
        }
    }

    @Test("a certificate's id is read in every usual form and written in one")
    func certificateID() throws {
        let id = try #require(CertificateID("URN:UUID:0198C7A2-1234-7abc-8def-0123456789AB"))
        #expect(id.description == "0198c7a2-1234-7abc-8def-0123456789ab")
        #expect(CertificateID(id.urn) == id)
        #expect(CertificateID("0198c7a212347abc8def0123456789ab") == nil)
        #expect(CertificateID("0198c7a2-1234-7abc-8def-0123456789ag") == nil)
        #expect(CertificateID.random() != .random())
    }
}
