import Accounts
import Storage
import Testing

@Suite("One-time codes")
struct OneTimeCodeTests {
    private let rfcKey = OneTimeCode(key: Array("12345678901234567890".utf8))

    @Test(
        "the vectors of RFC 6238, appendix B, for SHA-1",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func matchesRFC6238(seconds: Int64, code: String) {
        #expect(rfcKey.code(at: Timestamp(rawValue: seconds * 1_000_000), digits: 8) == code)
    }

    @Test("the vectors of RFC 4226, appendix D")
    func matchesRFC4226() {
        let codes = (0..<10).map { rfcKey.code(at: Timestamp(rawValue: $0 * 30_000_000)) }
        #expect(
            codes == ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"])
    }

    @Test("the key is written in base 32 as RFC 4648, section 10, has it")
    func writesBase32() {
        let vectors = ["": "", "f": "MY", "fo": "MZXQ", "foo": "MZXW6", "foob": "MZXW6YQ", "fooba": "MZXW6YTB", "foobar": "MZXW6YTBOI"]
        for (content, text) in vectors {
            #expect(OneTimeCode(key: Array(content.utf8)).base32 == text)
        }
    }

    @Test("the address for an app names issuer and account, escaped")
    func writesURI() {
        #expect(
            rfcKey.uri(account: "sari@dinas bandung")
                == "otpauth://totp/Naik%20Kelas:sari%40dinas%20bandung?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Naik%20Kelas&algorithm=SHA1&digits=6&period=30")
    }
}
