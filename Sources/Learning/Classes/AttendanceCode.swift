public import Accounts
public import Storage

extension Purpose {
    static let sessionCode = Purpose("session-code")
    static let participantCode = Purpose("participant-code")
}

/// What stands in the codes by which attendance is taken; each carries a mark that only this server can make.
public enum AttendanceCode {
    /// A code that the trainer shows is good for so many seconds, and for as many again, so that it can be read in time.
    public static let stepSeconds: Int64 = 30

    /// The code of a session that is shown now: `019ab…-20a1b2c3-5f3c…`. It changes every half minute, so that a photograph of it is of no use
    /// to those who stayed at home.
    public static func shown(_ session: ClassSessionID, vault: Vault, at now: Timestamp) -> String {
        code(session, step: now.rawValue / 1_000_000 / stepSeconds, vault)
    }

    /// The session whose code somebody read, if it is one and was shown at that time.
    ///
    /// - Parameter now: when it was read, by the clock of the server.
    public static func session(shown code: String, vault: Vault, at now: Timestamp) -> ClassSessionID? {
        guard let id = ClassSessionID(String(code.prefix(36))) else { return nil }
        let step = now.rawValue / 1_000_000 / stepSeconds
        return [step, step - 1].contains { isEqual(self.code(id, step: $0, vault), code) } ? id : nil
    }

    /// The code on a participant's card.
    public static func participant(_ enrolment: EnrolmentID, vault: Vault) -> String {
        "\(enrolment)-" + mark("\(enrolment)", .participantCode, vault)
    }

    /// The enrolment whose card was read, if the card is ours.
    public static func enrolment(participant code: String, vault: Vault) -> EnrolmentID? {
        guard let id = EnrolmentID(String(code.prefix(36))), isEqual(participant(id, vault: vault), code) else { return nil }
        return id
    }

    private static func code(_ session: ClassSessionID, step: Int64, _ vault: Vault) -> String {
        "\(session)-" + mark("\(session) \(step)", .sessionCode, vault)
    }

    /// Ten bytes of a keyed hash.
    private static func mark(_ text: String, _ purpose: Purpose, _ vault: Vault) -> String {
        vault.fingerprint(text, of: purpose).prefix(10).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Takes as long for a wrong code as for a right one.
    private static func isEqual(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
