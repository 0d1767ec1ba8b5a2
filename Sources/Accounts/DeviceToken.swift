import Storage

/// What a browser keeps after its person has signed in, and shows at the next time: attempts from it are counted by themselves, so that
/// a stranger who fails on purpose cannot keep the person out (the device cookies of OWASP).
///
/// Nothing is stored for it: it names the person and a random number, under a keyed hash.
public struct DeviceToken: Sendable, Hashable {
    let person: PersonID
    private let number: UInt64

    init(person: PersonID) {
        self.person = person
        number = .random(in: .min ... .max)
    }

    /// The value of the cookie; send it `Secure; HttpOnly; SameSite=Lax` with an age of a year.
    public func cookie(_ vault: Vault) -> String {
        "\(content).\(vault.fingerprint(content, of: .device).hexadecimal)"
    }

    /// Reads the value of a cookie; nil if this vault did not make it.
    public init?(cookie: String, _ vault: Vault) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
        guard
            parts.count == 3, let person = PersonID(String(parts[0])), let number = UInt64(parts[1], radix: 16)
        else { return nil }
        self.person = person
        self.number = number
        let expected = Array(self.cookie(vault).utf8)
        let shown = Array(cookie.utf8)
        let difference = zip(expected, shown).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard expected.count == shown.count, difference == 0 else { return nil }
    }

    /// The person and the number: what attempts from the device are counted under.
    var content: String { "\(person).\(String(number, radix: 16))" }
}
