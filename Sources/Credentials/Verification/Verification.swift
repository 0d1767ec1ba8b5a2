public import Nusantara

/// What came of checking a certificate.
public struct Verification: Sendable, Hashable {
    /// The forms that a certificate comes in.
    public enum Form: String, Sendable {
        case jwt
        case json
        case compact = "nk1"
    }

    /// The answer, one for each thing that can be said of a certificate.
    public enum Answer: Sendable, Hashable {
        case valid(remarks: [Remark])
        /// The signature does not belong to these words.
        case altered
        /// It held until that day.
        case expired(on: CalendarDate)
        case notYetValid(from: CalendarDate)
        case revoked(on: CalendarDate, reason: String)
        /// Signed by a key that is not in the issuer's history.
        case unknownKey(String)
        /// Signed on a day before the key's first.
        case futureKey(KeyID, validFrom: CalendarDate, signed: CalendarDate)
        /// Signed on a day after the key's last.
        case retiredKey(KeyID, validUntil: CalendarDate, signed: CalendarDate)
        /// Others may have had the key since that day.
        case compromisedKey(KeyID, since: CalendarDate)
        case unreadable(String)
    }

    /// What should be known beside "valid".
    public enum Remark: Sendable, Hashable {
        /// It was on no list as of that day.
        case notRevoked(asOf: CalendarDate)
        /// The list is older than ``Verification/oldestList`` days.
        case oldRevocationList(asOf: CalendarDate, days: Int)
        case noRevocationList
        /// The key has been replaced since, as keys are; the certificate stays as good as it was.
        case rotatedKey(KeyID, until: CalendarDate)
    }

    /// The age in days from which a list of revoked certificates is called old.
    public static let oldestList = 30

    public let answer: Answer
    public let form: Form?
    /// What the certificate says; nil unless a key of the issuer signed it.
    public let facts: CertificateFacts?
    /// Who signed it, as the key's own entry says; nil unless a key of the issuer did.
    public let issuer: IssuerProfile?

    public var isValid: Bool {
        if case .valid = answer { true } else { false }
    }

    /// Checks a certificate in any form: a VC-JWT, JSON with a proof in it, or `NK1:…`.
    ///
    /// - Parameters:
    ///   - text: the certificate, with or without white space around it.
    ///   - history: the issuer's keys; nil if none are known, which makes every key unknown.
    ///   - revocations: the list of certificates that were taken back, if there is one.
    ///   - day: the day for which the answer holds.
    public static func verify(
        _ text: String, history: KeyHistory?, revocations: RevocationList?, at day: CalendarDate
    ) -> Verification {
        let text = text.trimmed
        var form: Form?
        do {
            let reading = try SignedReading(text, form: &form)
            return judge(reading, history: history, revocations: revocations, at: day)
        } catch {
            switch error {
            case .unreadable(let reason): return Verification(.unreadable(reason), form: form)
            default: return Verification(.altered, form: form)
            }
        }
    }

    private init(_ answer: Answer, form: Form?, facts: CertificateFacts? = nil, issuer: IssuerProfile? = nil) {
        self.answer = answer
        self.form = form
        self.facts = facts
        self.issuer = issuer
    }

    private static func judge(
        _ reading: SignedReading, history: KeyHistory?, revocations: RevocationList?, at day: CalendarDate
    ) -> Verification {
        guard let entry = history?.entries.first(where: { reading.key.names($0) }) else {
            return Verification(.unknownKey(reading.key.text), form: reading.form)
        }
        guard reading.isSigned(entry), reading.issuer == nil || reading.issuer == entry.issuer.id else {
            return Verification(.altered, form: reading.form)
        }
        let facts = reading.facts
        func answer(_ answer: Answer) -> Verification {
            Verification(answer, form: reading.form, facts: facts, issuer: entry.issuer)
        }
        switch entry.fault(signedOn: reading.signed) {
        case .compromised(let since): return answer(.compromisedKey(entry.id, since: since))
        case .future(let validFrom): return answer(.futureKey(entry.id, validFrom: validFrom, signed: reading.signed))
        case .retired(let validUntil): return answer(.retiredKey(entry.id, validUntil: validUntil, signed: reading.signed))
        case nil: break
        }
        let list = revocations?.issuer == entry.issuer.id ? revocations : nil
        if let revocation = list?.revocation(of: facts.id), revocation.on <= day {
            return answer(.revoked(on: revocation.on, reason: revocation.reason))
        }
        let first = max(facts.issued, reading.signed)
        if day < first { return answer(.notYetValid(from: first)) }
        if let expires = facts.expires, day > expires { return answer(.expired(on: expires)) }

        var remarks: [Remark] = []
        if let list {
            remarks.append(.notRevoked(asOf: list.asOf))
            let age = day.dayNumber - list.asOf.dayNumber
            if age > oldestList { remarks.append(.oldRevocationList(asOf: list.asOf, days: age)) }
        } else {
            remarks.append(.noRevocationList)
        }
        if let until = entry.validUntil { remarks.append(.rotatedKey(entry.id, until: until)) }
        return answer(.valid(remarks: remarks))
    }
}

extension String {
    /// Without white space at either end, of which terminals and messengers add some.
    fileprivate var trimmed: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
        let scalars = unicodeScalars.drop(while: isSpace)
        guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(scalars[...last])
    }
}
