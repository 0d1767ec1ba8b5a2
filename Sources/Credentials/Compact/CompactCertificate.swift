public import Nusantara

/// A certificate small enough for a QR code: `NK1:` and Base 32 over a few bytes with an Ed25519 signature.
///
/// `Docs/certificates.md` describes every byte, because a page in the browser reads them too.
public struct CompactCertificate: Sendable, Hashable {
    public static let prefix = "NK1:"
    /// The longest text that is written or read, in characters.
    public static let longest = 900

    static let version: UInt8 = 1
    private static let signatureLength = 64
    private static let headLength = 32

    public let facts: CertificateFacts
    /// The first eight bytes of the SHA-256 of the key.
    public let keyID: KeyID
    /// The day on which it was signed.
    public let signed: CalendarDate
    let message: [UInt8]
    let signature: [UInt8]

    public func isSigned(by publicKey: [UInt8]) -> Bool {
        VerifyingKey.ed25519(publicKey).isValid(signature, for: message)
    }

    /// - Throws: ``CredentialError/tooLong(_:)``, ``CredentialError/impossibleDay(_:)``, or what the library throws if it cannot sign.
    public static func encode(_ facts: CertificateFacts, signed: CalendarDate, key: SigningKey.Curve25519SigningKey) throws -> String {
        var body: [UInt8] = [version, facts.kind == .completion ? 0 : 1]
        body += KeyID(ed25519: key.publicKey).bytes
        body += facts.id.bytes
        if let expires = facts.expires, expires < facts.issued { throw CredentialError.impossibleDay("the last day, before the first,") }
        body += try bytes(of: facts.issued)
        body += try facts.expires.map { try bytes(of: $0) } ?? [0, 0]
        body += try bytes(of: signed)
        let texts = [
            ("the name", facts.name ?? ""), ("the number", facts.number), ("the code", facts.code),
            ("the achievement", facts.achievement), ("the programme", facts.programme),
        ]
        for (what, text) in texts {
            let bytes = Array(text.utf8)
            guard bytes.count <= 255 else { throw CredentialError.tooLong(what) }
            guard isPlain(text) else { throw CredentialError.unreadable("\(what) holds a control character") }
            body.append(UInt8(bytes.count))
            body += bytes
        }
        let signature = try key.signature(for: Array(prefix.utf8) + body)
        let text = prefix + Base32.encode(body + signature)
        guard text.utf8.count <= longest else { throw CredentialError.tooLong("the certificate") }
        return text
    }

    /// Reads the text and believes none of it.
    ///
    /// - Throws: ``CredentialError/unreadable(_:)``.
    public init(_ text: some StringProtocol) throws(CredentialError) {
        guard text.hasPrefix(Self.prefix) else { throw .unreadable("it does not begin with \(Self.prefix)") }
        guard text.utf8.count <= Self.longest else { throw .unreadable("it is longer than \(Self.longest) characters") }
        guard let bytes = Base32.decode(text.dropFirst(Self.prefix.count)) else {
            throw .unreadable("it holds a character that does not belong there, or one is missing; scan it again")
        }
        guard bytes.count >= Self.headLength + 5 + Self.signatureLength else { throw .unreadable("it is cut off; scan it again") }
        let body = bytes.dropLast(Self.signatureLength)
        guard body[0] == Self.version else { throw .unreadable("it is of version \(body[0]), which this program does not know") }
        guard body[1] <= 1 else { throw .unreadable("it is of an unknown kind") }
        guard let keyID = KeyID(bytes: Array(body[2..<10])), let id = CertificateID(bytes: Array(body[10..<26])) else {
            throw .unreadable("it is cut off; scan it again")
        }
        func day(at index: Int) -> Int { Int(body[index]) << 8 | Int(body[index + 1]) }
        let (issued, expires) = (day(at: 26), day(at: 28))
        guard issued > 0, expires == 0 || expires >= issued, day(at: 30) > 0 else { throw .unreadable("its days are out of order") }

        var position = Self.headLength
        var texts: [String] = []
        for _ in 0..<5 {
            guard position < body.count else { throw .unreadable("it is cut off; scan it again") }
            let start = position + 1
            let end = start + Int(body[position])
            guard end <= body.count, let text = String(validating: body[start..<end], as: UTF8.self), Self.isPlain(text) else {
                throw .unreadable("a text in it is broken")
            }
            texts.append(text)
            position = end
        }
        guard position == body.count else { throw .unreadable("something follows its last text") }

        facts = CertificateFacts(
            id: id, number: texts[1], name: texts[0].isEmpty ? nil : texts[0], code: texts[2], achievement: texts[3], programme: texts[4],
            kind: body[1] == 0 ? .completion : .competence, issued: CalendarDate(dayNumber: issued),
            expires: expires == 0 ? nil : CalendarDate(dayNumber: expires))
        self.keyID = keyID
        signed = CalendarDate(dayNumber: day(at: 30))
        message = Array(Self.prefix.utf8) + body
        signature = Array(bytes.suffix(Self.signatureLength))
    }

    private static func bytes(of day: CalendarDate) throws(CredentialError) -> [UInt8] {
        guard (1...0xFFFF).contains(day.dayNumber) else { throw .impossibleDay(day.iso) }
        return [UInt8(day.dayNumber >> 8), UInt8(day.dayNumber & 0xFF)]
    }

    /// Without control characters, with which a text could be made to look like another one at a terminal.
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
