import Nusantara
import Testing

@testable import Credentials

@Suite("The compact form")
struct CompactCertificateTests {
    let key: SigningKey.Curve25519SigningKey

    init() throws {
        key = try #require(SigningKey.Curve25519SigningKey(seed: [UInt8](repeating: 7, count: 32)))
    }

    private func facts(name: String? = "Siti Rahmawati", achievement: String = "Jualan online dari nol") -> CertificateFacts {
        let sample = CertificateFacts(OpenBadgeCredential.sample(expires: "2028-12-31"))
        return CertificateFacts(
            id: sample.id, number: sample.number, name: name, code: sample.code, achievement: achievement, programme: sample.programme,
            kind: .competence, issued: sample.issued, expires: sample.expires)
    }

    @Test("a usual certificate fits into 400 characters that a QR code stores densely, and comes back")
    func usual() throws {
        let text = try CompactCertificate.encode(facts(), signed: .on("2026-03-02"), key: key)
        #expect(text.utf8.count <= 400)
        #expect(text.utf8.allSatisfy { "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8.contains($0) })
        let read = try CompactCertificate(text)
        #expect(read.facts == facts())
        #expect(read.signed == .on("2026-03-02"))
        #expect(read.keyID == KeyID(ed25519: key.publicKey))
        #expect(read.isSigned(by: key.publicKey))
        #expect(try CompactCertificate.encode(facts(), signed: .on("2026-03-02"), key: key) == text)
    }

    @Test("the bytes are those that the documentation draws")
    func layout() throws {
        let text = try CompactCertificate.encode(facts(name: "Siti"), signed: .on("2026-03-02"), key: key)
        let bytes = try #require(Base32.decode(text.dropFirst(4)))
        #expect(bytes.prefix(2) == [1, 1])
        #expect(Array(bytes[2..<10]) == KeyID(ed25519: key.publicKey).bytes)
        #expect(Array(bytes[10..<26]) == Array(1...16))
        #expect(CalendarDate(dayNumber: Int(bytes[26]) << 8 | Int(bytes[27])) == .on("2026-03-01"))
        #expect(Array(bytes[32..<37]) == [4] + Array("Siti".utf8))
        #expect(VerifyingKey.ed25519(key.publicKey).isValid(Array(bytes.suffix(64)), for: Array("NK1:".utf8) + bytes.dropLast(64)))
    }

    @Test("names in any script, no name, and the longest that fits come back")
    func names() throws {
        for name in ["Ni Luh Putu Ayu", "Zoë Nuriyah d'Arc", "ꦱꦶꦠꦶ", "陈美玲", nil, String(repeating: "é", count: 127)] {
            let text = try CompactCertificate.encode(facts(name: name), signed: .on("2026-03-01"), key: key)
            #expect(text.utf8.count <= CompactCertificate.longest)
            #expect(try CompactCertificate(text).facts.name == name)
        }
    }

    @Test("what does not fit is refused when it is written")
    func tooLong() {
        #expect(throws: CredentialError.tooLong("the name")) {
            try CompactCertificate.encode(facts(name: String(repeating: "a", count: 256)), signed: .on("2026-03-01"), key: key)
        }
        let long = String(repeating: "a", count: 250)
        #expect(throws: CredentialError.tooLong("the certificate")) {
            try CompactCertificate.encode(facts(name: long, achievement: long), signed: .on("2026-03-01"), key: key)
        }
        #expect(throws: CredentialError.unreadable("the name holds a control character")) {
            try CompactCertificate.encode(facts(name: "Siti\u{1B}[2K"), signed: .on("2026-03-01"), key: key)
        }
    }

    @Test("a code that was cut off, lengthened or put together anew is refused")
    func cut() throws {
        let text = try CompactCertificate.encode(facts(), signed: .on("2026-03-01"), key: key)
        for length in 0..<text.count {
            let short = text.prefix(length)
            #expect((try? CompactCertificate(short))?.isSigned(by: key.publicKey) != true)
        }
        for more in ["A", "AA", "AAAAAAAA"] {
            #expect((try? CompactCertificate(text + more))?.isSigned(by: key.publicKey) != true)
        }
    }

    @Test("random bytes never trap and never pass")
    func fuzz() throws {
        var random = SeededGenerator(state: 45)
        for round in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0...240, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            if round % 2 == 0, bytes.count > 40 {
                bytes.replaceSubrange(0..<2, with: [1, UInt8.random(in: 0...1, using: &random)])
                for place in 32..<bytes.count { bytes[place] &= 0x0F }
            }
            if let read = try? CompactCertificate("NK1:" + Base32.encode(bytes)) { #expect(!read.isSigned(by: key.publicKey)) }
        }
    }
}
