import Accounts
import Storage

/// What goes with an owner to a channel and comes back: for which business, and who set out. Sealed, so that nobody can have somebody
/// else's shop connected to a business of their own.
struct ConsentTicket: Sendable, Hashable {
    let business: BusinessID
    let person: PersonID
    /// Seconds since 1970.
    let until: Int64
    /// How long an owner may take at the channel: half an hour.
    static let life: Int64 = 1800

    func sealed(_ vault: Vault) throws(VaultError) -> String {
        let sealed = try vault.seal("\(business) \(person) \(until)", as: .shopConsent)
        return sealed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init(business: BusinessID, person: PersonID, until: Int64) {
        self.business = business
        self.person = person
        self.until = until
    }

    /// Nil for what this server did not seal.
    init?(_ text: String, _ vault: Vault) {
        guard text.utf8.count <= 1024, text.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        guard let opened = try? vault.openText(bytes, as: .shopConsent) else { return nil }
        let parts = opened.split(separator: " ").map(String.init)
        guard parts.count == 3, let business = BusinessID(parts[0]), let person = PersonID(parts[1]), let until = Int64(parts[2]) else {
            return nil
        }
        self.init(business: business, person: person, until: until)
    }
}

extension Purpose {
    static let shopConsent = Purpose("shop-consent")
}
