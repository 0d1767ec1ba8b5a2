import Crypto
public import Nusantara

/// The keys that an issuer has had: a dated list to which entries are only added, each signed by the key before it and by its own.
///
/// Whoever knows the fingerprint of the first key can follow the list to the present one, so that certificates outlive the keys that signed
/// them. A value of this type has been checked.
public struct KeyHistory: Sendable, Hashable {
    static let type = "NaikKelasKeyHistory"
    static let entryType = "NaikKelasIssuerKey"

    /// One key and its time.
    public struct Entry: Sendable, Hashable {
        public let id: KeyID
        public let issuer: IssuerProfile
        /// 32 bytes.
        public let ed25519: [UInt8]
        public let rsa: VerifyingKey?
        /// The first day on which it signs.
        public let validFrom: CalendarDate
        /// The last day on which it signs: that on which the next key took over; nil for the present key.
        public internal(set) var validUntil: CalendarDate?
        /// The day since which others may have had it. From then on nothing that it signed is believed, whatever date it bears.
        public internal(set) var compromisedAt: CalendarDate?
        let json: JSONValue
    }

    public let entries: [Entry]

    /// The SHA-256 of the first key, by which the list is pinned.
    public var root: String { SHA256.hash(data: entries[0].ed25519).hexadecimal }

    /// The key that signs at present.
    public var present: Entry { entries[entries.count - 1] }

    public func entry(_ id: KeyID) -> Entry? {
        entries.first { $0.id == id }
    }

    // MARK: - Growing

    /// A history that begins with these keys.
    ///
    /// - Throws: what the library throws if it cannot sign.
    public init(startingWith keys: IssuerKeys, on day: CalendarDate) throws {
        let entry = try Self.entry(for: keys, sequence: 0, on: day, compromised: [:], previous: nil, signedBy: nil)
        entries = try Self.checked([entry])
    }

    /// The history with the next keys in it.
    ///
    /// - Parameters:
    ///   - keys: the new keys.
    ///   - former: the present ones, which sign the entry.
    ///   - day: the day on which the new ones take over.
    ///   - compromised: keys that others may have had, and since when.
    /// - Throws: ``KeyHistoryError``, or what the library throws if it cannot sign.
    public func rotated(
        to keys: IssuerKeys, from former: IssuerKeys, on day: CalendarDate, compromised: [KeyID: CalendarDate] = [:]
    ) throws -> KeyHistory {
        guard former.id == present.id else { throw KeyHistoryError.notThePresentKey }
        let entry = try Self.entry(
            for: keys, sequence: entries.count, on: day, compromised: compromised, previous: Self.digest(of: present.json), signedBy: former
        )
        return KeyHistory(entries: try Self.checked(entries.map(\.json) + [entry]))
    }

    private init(entries: [Entry]) {
        self.entries = entries
    }

    private static func entry(
        for keys: IssuerKeys, sequence: Int, on day: CalendarDate, compromised: [KeyID: CalendarDate], previous: String?,
        signedBy former: IssuerKeys?
    ) throws -> JSONValue {
        let marks = compromised.sorted { $0.key.description < $1.key.description }
            .map { JSONValue.object(["kid": .string($0.key.description), "since": .string($0.value.iso)]) }
        let entry = JSONValue.object([
            "type": .string(entryType), "sequence": .number(Double(sequence)), "kid": .string(keys.id.description),
            "issuer": keys.issuer.json, "publicKeyMultibase": .string(Multikey.encode(ed25519: keys.ed25519.publicKey)),
            "validFrom": .string(day.iso),
        ])
        .with("publicKeyJwk", try keys.publicRSA().flatMap(\.jwk))
        .with("compromised", marks.isEmpty ? nil : .array(marks))
        .with("previous", previous.map(JSONValue.string))
        let message = Array(entry.canonical.utf8)
        return
            entry
            .with("signature", .string(Base64URL.encode(try keys.ed25519.signature(for: message))))
            .with("previousSignature", try former.map { .string(Base64URL.encode(try $0.ed25519.signature(for: message))) })
    }

    private static func digest(of entry: JSONValue) -> String {
        SHA256.hash(data: Array(entry.canonical.utf8)).hexadecimal
    }

    // MARK: - Text

    /// The history as it is published.
    public var text: String {
        JSONValue.object(["type": .string(Self.type), "entries": .array(entries.map(\.json))]).canonical + "\n"
    }

    /// Reads and checks a history.
    ///
    /// - Parameter root: the fingerprint of the first key, if it is known from elsewhere. Without it anybody's history is as good as
    ///   another.
    /// - Throws: ``KeyHistoryError``.
    public init(text: String, root: String? = nil) throws(KeyHistoryError) {
        guard let json = try? JSONValue(json: text), json["type"]?.string == Self.type, let entries = json["entries"]?.array else {
            throw .unreadable
        }
        self.entries = try Self.checked(entries)
        if let root, root.lowercased() != self.root { throw .otherRoot(found: self.root) }
    }

    /// The entries, if each continues the one before.
    private static func checked(_ list: [JSONValue]) throws(KeyHistoryError) -> [Entry] {
        guard !list.isEmpty else { throw .unreadable }
        var entries: [Entry] = []
        for (sequence, json) in list.enumerated() {
            guard let entry = Entry(json: json), json["sequence"]?.integer == sequence else { throw .malformed(sequence) }
            guard !entries.contains(where: { $0.id == entry.id }) else { throw .repeated(sequence) }
            let message = Array(json.without("signature").without("previousSignature").canonical.utf8)
            guard entry.isSigned("signature", by: entry.ed25519, message) else { throw .altered(sequence) }
            if let last = entries.last {
                guard json["previous"]?.string == digest(of: last.json), entry.isSigned("previousSignature", by: last.ed25519, message)
                else {
                    throw .altered(sequence)
                }
                guard entry.validFrom >= last.validFrom else { throw .outOfOrder(sequence) }
                entries[sequence - 1].validUntil = entry.validFrom
            } else if json["previous"] != nil || json["previousSignature"] != nil {
                throw .malformed(0)
            }
            for mark in json["compromised"]?.array ?? [] {
                guard let id = mark["kid"]?.string.flatMap({ KeyID($0) }),
                    let since = mark["since"]?.string.flatMap({ CalendarDate(iso: $0) }),
                    let place = entries.firstIndex(where: { $0.id == id })
                else { throw .malformed(sequence) }
                entries[place].compromisedAt = min(entries[place].compromisedAt ?? since, since)
            }
            entries.append(entry)
        }
        return entries
    }
}

extension KeyHistory.Entry {
    fileprivate init?(json: JSONValue) {
        guard json["type"]?.string == KeyHistory.entryType, let issuer = json["issuer"].flatMap(IssuerProfile.init),
            let key = json["publicKeyMultibase"]?.string.flatMap({ Multikey.decodeEd25519($0) }),
            let validFrom = json["validFrom"]?.string.flatMap({ CalendarDate(iso: $0) }),
            json["kid"]?.string == KeyID(ed25519: key).description
        else { return nil }
        var rsa: VerifyingKey?
        if let jwk = json["publicKeyJwk"] {
            guard let key = VerifyingKey(rsa: jwk) else { return nil }
            rsa = key
        }
        self.init(
            id: KeyID(ed25519: key), issuer: issuer, ed25519: key, rsa: rsa, validFrom: validFrom, validUntil: nil, compromisedAt: nil,
            json: json)
    }

    fileprivate func isSigned(_ name: String, by key: [UInt8], _ message: [UInt8]) -> Bool {
        guard let signature = json[name]?.string.flatMap({ Base64URL.decode($0) }) else { return false }
        return VerifyingKey.ed25519(key).isValid(signature, for: message)
    }
}
