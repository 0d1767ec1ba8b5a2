import Nusantara
import Testing

@testable import Credentials

@Suite("Checking a certificate")
struct VerificationTests {
    @Test("every form says the same and is valid")
    func forms() throws {
        let issuer = try SampleIssuer(rsa: true)
        let credential = OpenBadgeCredential.sample(kind: .competence, expires: "2028-02-29")
        let signed = try issuer.signed(credential)
        let texts = [signed.jwt, try #require(signed.rs256), signed.json, signed.compact]
        for (text, form) in zip(texts, [.jwt, .jwt, .json, .compact] as [Verification.Form]) {
            for written in [text, " \n\(text)\r\n", "\u{FEFF}\(text)"] {
                let verification = issuer.verify(written)
                #expect(verification.answer == .valid(remarks: [.noRevocationList]))
                #expect(verification.form == form)
                #expect(verification.facts == CertificateFacts(credential))
                #expect(verification.issuer == .sample)
            }
        }
    }

    @Test("signing the same on the same day gives the same text")
    func deterministic() throws {
        let issuer = try SampleIssuer(rsa: true)
        #expect(try issuer.signed() == issuer.signed())
    }

    @Test("one bit changed at any place of any form is never valid", arguments: ["jwt", "rs256", "json", "nk1"])
    func everyBit(form: String) throws {
        let issuer = try SampleIssuer(rsa: form == "rs256")
        let signed = try issuer.signed(.sample(expires: "2027-01-01"))
        let text = ["jwt": signed.jwt, "rs256": signed.rs256 ?? "", "json": signed.json, "nk1": signed.compact][form] ?? ""
        let bytes = Array(text.utf8)
        #expect(issuer.verify(text).isValid)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                guard let text = String(validating: changed, as: UTF8.self) else { continue }
                let answer = issuer.verify(text).answer
                switch answer {
                case .altered, .unreadable, .unknownKey: break
                default: Issue.record("bit \(bit) of byte \(place): \(answer)")
                }
            }
        }
    }

    @Test("a certificate holds from its first day to its last")
    func days() throws {
        let issuer = try SampleIssuer()
        let signed = try issuer.signed(.sample(issued: "2026-03-01", expires: "2026-12-31"), on: "2026-02-20")
        for text in [signed.jwt, signed.json, signed.compact] {
            #expect(issuer.verify(text, at: "2026-02-28").answer == .notYetValid(from: .on("2026-03-01")))
            #expect(issuer.verify(text, at: "2026-03-01").isValid)
            #expect(issuer.verify(text, at: "2026-12-31").isValid)
            #expect(issuer.verify(text, at: "2027-01-01").answer == .expired(on: .on("2026-12-31")))
        }
        #expect(throws: CredentialError.self) { try issuer.signed(.sample(issued: "2026-03-01", expires: "2026-02-01")) }
    }

    @Test("a certificate of last year that is signed anew with the present key is valid")
    func signedAnew() throws {
        let issuer = try SampleIssuer(since: "2026-01-01")
        let signed = try issuer.signed(.sample(issued: "2025-05-05"), on: "2026-02-01")
        for text in [signed.jwt, signed.json, signed.compact] { #expect(issuer.verify(text).isValid) }
    }

    @Test("a revoked certificate says when and why, and an old list or none is remarked on")
    func revocation() throws {
        let issuer = try SampleIssuer()
        let id = CertificateID.random()
        let signed = try issuer.signed(.sample(id: id))
        let empty = RevocationList(issuer: IssuerProfile.sample.id, asOf: .on("2026-05-20"))
        let list = empty.adding([.init(id: id, on: .on("2026-05-25"), reason: "Nama tertukar")], asOf: .on("2026-05-25"))
        let text = try list.signed(by: issuer.keys, on: .on("2026-05-25"))
        let read = try RevocationList(text: text, history: issuer.history)
        #expect(read == list)
        #expect(read.sequence == 1)
        for text in [signed.jwt, signed.json, signed.compact] {
            let verification = issuer.verify(text, revocations: read)
            #expect(verification.answer == .revoked(on: .on("2026-05-25"), reason: "Nama tertukar"))
            #expect(verification.indonesian.contains("Nama tertukar") && verification.english.contains("2026-05-25"))
            #expect(issuer.verify(text, revocations: empty).answer == .valid(remarks: [.notRevoked(asOf: .on("2026-05-20"))]))
            #expect(
                issuer.verify(text, revocations: empty, at: "2026-06-20").answer
                    == .valid(remarks: [.notRevoked(asOf: .on("2026-05-20")), .oldRevocationList(asOf: .on("2026-05-20"), days: 31)]))
        }
        let again = list.adding([.init(id: id, on: .on("2026-07-01"), reason: "x")], asOf: .on("2026-07-01"))
        #expect(again.revoked == list.revoked)
    }

    @Test("a list of revoked certificates that was changed or signed by a stranger is refused")
    func revocationForged() throws {
        let issuer = try SampleIssuer()
        let list = RevocationList(issuer: IssuerProfile.sample.id, asOf: .on("2026-05-20"))
        let text = try list.signed(by: issuer.keys, on: .on("2026-05-20"))
        #expect(throws: CredentialError.altered) {
            try RevocationList(text: text.replacing("2026-05-20\",\"issuer", with: "2026-06-20\",\"issuer"), history: issuer.history)
        }
        let stranger = try SampleIssuer()
        #expect(throws: CredentialError.altered) {
            try RevocationList(text: list.signed(by: stranger.keys, on: .on("2026-05-20")), history: issuer.history)
        }
        // Before the key's time.
        #expect(throws: CredentialError.altered) {
            try RevocationList(text: list.signed(by: issuer.keys, on: .on("2025-05-20")), history: issuer.history)
        }
        #expect(throws: CredentialError.self) { try RevocationList(text: issuer.signed().json, history: issuer.history) }
    }

    @Test("a token cannot choose how it is checked")
    func algorithmConfusion() throws {
        let issuer = try SampleIssuer(rsa: true)
        let signed = try issuer.signed()
        let parts = signed.jwt.split(separator: ".")
        let method = issuer.history.present.method
        func token(_ header: JSONValue, _ signature: String = "") -> String {
            "\(Base64URL.encode(Array(header.canonical.utf8))).\(parts[1]).\(signature)"
        }
        let headers: [JSONValue] = [
            ["alg": "none", "kid": .string(method)], ["alg": "None", "kid": .string(method)], ["alg": "HS256", "kid": .string(method)],
            ["alg": "EdDSA"], ["alg": "EdDSA", "kid": .string(method), "crit": ["b64"], "b64": .bool(false)],
            ["alg": "EdDSA", "kid": .string(method), "jwk": VerifyingKey.ed25519(issuer.keys.ed25519.publicKey).jwk ?? .null],
            ["alg": "EdDSA", "kid": .string(method), "typ": "at+jwt"], ["kid": .string(method)], ["alg": "EdDSA", "kid": .number(1)],
        ]
        for header in headers {
            for signature in ["", String(parts[2])] {
                guard case .unreadable = issuer.verify(token(header, signature)).answer else {
                    Issue.record("\(header.canonical)")
                    continue
                }
            }
        }
        // The right signature under the name of the other key, and the other algorithm under the right name.
        let rsaName = "\(IssuerProfile.sample.id)#\(issuer.keys.id)-rsa"
        let payload = try #require(Base64URL.decode(parts[1]))
        let crossed = try JSONWebSignature.compact(payload: payload, keyID: rsaName, key: .ed25519(issuer.keys.ed25519))
        #expect(issuer.verify(crossed).answer == .altered)
        let rsaParts = try #require(signed.rs256).split(separator: ".")
        #expect(issuer.verify(token(["alg": "RS256", "kid": .string(method), "typ": "JWT"], String(rsaParts[2]))).answer == .altered)
        let didKey = "did:key:\(Multikey.encode(ed25519: issuer.keys.ed25519.publicKey))"
        let named = "\(didKey)#\(didKey.dropFirst(8))"
        let own = try JSONWebSignature.compact(payload: payload, keyID: named, key: .ed25519(issuer.keys.ed25519))
        #expect(issuer.verify(own).isValid)
    }

    @Test("claims that say something else than the credential are refused although they are signed")
    func claims() throws {
        let issuer = try SampleIssuer()
        let signed = try issuer.signed(.sample(expires: "2027-01-01"))
        let payload = try JSONValue(json: try JSONWebSignature(compact: signed.jwt).payload)
        let changes: [(String, JSONValue?)] = [
            ("iss", "https://other.example"), ("jti", "urn:uuid:00000000-0000-4000-8000-000000000000"), ("sub", nil), ("nbf", .number(5)),
            ("exp", nil), ("exp", .number(4_000_000_000)), ("iat", nil), ("iat", .number(-1)), ("iat", .number(1e300)),
        ]
        for (name, value) in changes {
            let text = try JSONWebSignature.compact(
                payload: Array(payload.with(name, value).canonical.utf8), keyID: issuer.history.present.method,
                key: .ed25519(issuer.keys.ed25519))
            guard case .unreadable = issuer.verify(text).answer else {
                Issue.record("\(name) \(String(describing: value))")
                continue
            }
        }
    }

    @Test("an issuer that the key does not belong to is refused although the key signed it")
    func otherIssuer() throws {
        let issuer = try SampleIssuer()
        let json = OpenBadgeCredential.sample().json(issuer: IssuerProfile(id: "https://kominfo.example", name: "Kementerian"))
        let signed = try DataIntegrityProof.sign(
            json, method: issuer.history.present.method, created: "2026-03-01T00:00:00Z", key: issuer.keys.ed25519)
        #expect(issuer.verify(signed.canonical).answer == .altered)
    }

    @Test("the same JSON in another order and with white space is still the certificate")
    func reformatted() throws {
        let issuer = try SampleIssuer()
        let text = try issuer.signed().json.replacing("\",\"", with: "\" ,\n  \"")
        #expect(issuer.verify(text).isValid)
    }

    @Test(
        "what is no certificate is called unreadable",
        arguments: ["", "   ", "halo", "NK1:", "NK1:AAAA", "nk1:ABC", "a.b.c", "..", "{}", "{\"proof\":{}}", "https://x.y.z/check", "[1]"])
    func unreadable(text: String) throws {
        let verification = try SampleIssuer().verify(text)
        guard case .unreadable(let reason) = verification.answer else {
            Issue.record("\(verification.answer)")
            return
        }
        #expect(!reason.isEmpty)
        #expect(verification.facts == nil)
    }

    @Test("pieces of certificates put together at random never trap and are never valid")
    func fuzz() throws {
        let issuer = try SampleIssuer()
        let signed = try issuer.signed()
        let texts = [signed.jwt, signed.json, signed.compact].map { Array($0.utf8) }
        var random = SeededGenerator(state: 3)
        for _ in 0..<3_000 {
            var bytes = texts.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(UInt8.random(in: 33...126, using: &random), at: place)
                default: bytes.append(contentsOf: bytes[place...].prefix(20))
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!issuer.verify(text).isValid || texts.contains(bytes))
        }
    }

    @Test("the person can be known by their number, and by no other")
    func identity() {
        let credential = OpenBadgeCredential.sample(name: nil)
        #expect(credential.recipient.matches("3273014107900001"))
        #expect(!credential.recipient.matches("3273014107900002"))
        #expect(!credential.json(issuer: .sample).canonical.contains("3273014107900001"))
        #expect(RecipientIdentity(hashing: "a", salt: "bc").hash == RecipientIdentity(hashing: "ab", salt: "c").hash)
        #expect(CertificateFacts(credential).name == nil)
    }
}
