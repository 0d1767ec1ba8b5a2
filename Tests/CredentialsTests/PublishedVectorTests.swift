import Testing

@testable import Credentials

/// What the standards print as their own examples.
@Suite("Published vectors")
struct PublishedVectorTests {
    @Test("RFC 8037, A.4 and A.5: an Ed25519 signature is made and checked")
    func ed25519() throws {
        let seed = try #require(Base64URL.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
        let key = try #require(SigningKey.Curve25519SigningKey(seed: seed))
        #expect(Base64URL.encode(key.publicKey) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
        let text = try JSONWebSignature.compact(payload: Array("Example of Ed25519 signing".utf8), keyID: nil, key: .ed25519(key))
        #expect(
            text == "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
        #expect(try JSONWebSignature(compact: text).isSigned(by: .ed25519(key.publicKey)))
    }

    static let rsaModulus =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRP"
        + "EwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qC"
        + "o5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"

    static let rsaToken =
        "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
        + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKB"
        + "YNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6Bf"
        + "I7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"

    @Test("RFC 7515, A.2: an RS256 signature is checked")
    func rs256() throws {
        let key = try #require(VerifyingKey(rsa: ["kty": "RSA", "n": .string(Self.rsaModulus), "e": "AQAB"]))
        let signature = try JSONWebSignature(compact: Self.rsaToken)
        #expect(signature.algorithm == .rs256)
        #expect(signature.isSigned(by: key))
        #expect(String(decoding: signature.payload, as: UTF8.self).contains("http://example.com/is_root"))
        #expect(!signature.isSigned(by: .ed25519([UInt8](repeating: 1, count: 32))))
    }

    /// W3C Data Integrity EdDSA Cryptosuites, representation of `eddsa-jcs-2022`.
    static let alumni = #"""
        {"@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
         "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33", "type": ["VerifiableCredential", "AlumniCredential"],
         "name": "Alumni Credential", "description": "A minimum viable example of an Alumni Credential.",
         "issuer": "https://vc.example/issuers/5678", "validFrom": "2023-01-01T00:00:00Z",
         "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"}}
        """#

    @Test("W3C vc-di-eddsa: the document's hash, the signature and the proof are those of the eddsa-jcs-2022 vector")
    func dataIntegrity() throws {
        // A secret Multikey begins with 0x80 0x26.
        let secret = try #require(Base58.decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"))
        #expect(secret.prefix(2) == [0x80, 0x26])
        let key = try #require(SigningKey.Curve25519SigningKey(seed: Array(secret.dropFirst(2))))
        let multikey = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
        #expect(Multikey.encode(ed25519: key.publicKey) == multikey)
        #expect(Multikey.decodeEd25519(multikey) == key.publicKey)

        let document = try JSONValue(json: Self.alumni)
        let hashes = DataIntegrityProof.hashData(document: document, options: .object([:])).hexadecimal
        #expect(hashes.suffix(64) == "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19")

        let signed = try DataIntegrityProof.sign(
            document, method: "https://vc.example/issuers/5678#\(multikey)", created: "2023-02-24T23:36:38Z", key: key)
        let value = "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4"
        #expect(signed["proof"]?["proofValue"]?.string == value)
        #expect(
            Base58.decode(value.dropFirst())?.hexadecimal
                == "fc91dec6565f35fbe185a77352e7fc512f95d1904da305cfef32ab8135469301"
                + "f5a72d4e7a58368fc6ffc497b44633993bac054e3bc1436e3c846db8f1544503"
        )
        #expect(try DataIntegrityProof.isSigned(signed, by: key.publicKey))
        #expect(try !DataIntegrityProof.isSigned(signed.with("name", "Alumni credential"), by: key.publicKey))
    }
}
