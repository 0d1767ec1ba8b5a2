public import Accounts
public import Journey
public import Nusantara
public import Storage

/// One business with everything that is known of it, identifiers masked.
public struct BusinessRecord: Sendable {
    public let summary: BusinessSummary
    public let trade: Int?
    public let createdAt: Timestamp
    public let owners: [OwnerRecord]
    public let claims: [ClaimRecord]
    public let milestones: [Milestone]
    /// Other businesses of the same owners.
    public let relatives: [BusinessSummary]
}

/// An owner, identifiers masked.
public struct OwnerRecord: Sendable, Hashable {
    public let id: OwnerID
    public let name: String
    public let maskedNIK: String?
    public let maskedPhone: String?
}

/// A claim as it was sent, and why it belongs to its business.
public struct ClaimRecord: Sendable {
    /// A cell of the row, masked if it identifies a person.
    public struct Cell: Sendable, Hashable {
        public let header: String
        public let field: ListField?
        public let value: String
    }

    public let id: ClaimID
    public let partner: PartnerID
    public let programme: ProgrammeID?
    public let externalKey: String
    public let fileName: String
    public let line: Int
    /// How often its content changed, plus one.
    public let version: Int
    public let day: CalendarDate
    public let receivedAt: Timestamp
    public let cells: [Cell]
    public let method: LinkMethod
    /// How sure the link is, 0…1.
    public let probability: Double
    public let explanation: LinkExplanation
    public let nearBusiness: BusinessID?
    /// The probability that the claim is rather of ``nearBusiness``, 0…1.
    public let nearProbability: Double
}

extension SQLConnection {
    /// Whether the business is in one of the scopes: the question before ``businessRecord(_:vault:)`` is asked.
    public func mayRead(_ business: BusinessID, scopes: [Scope]) throws -> Bool {
        try value(
            "SELECT 1 FROM standing s WHERE s.business_id = \(business) AND \(Self.lies(inOneOf: scopes))", as: Int.self) != nil
    }

    /// Everything known of a business, or nil if there is none; the caller has asked ``mayRead(_:scopes:)`` and records the reading.
    ///
    /// - Throws: ``Accounts/VaultError`` if a sealed value cannot be opened; ``Storage/StorageError``.
    public func businessRecord(_ id: BusinessID, vault: Vault) throws -> BusinessRecord? {
        guard let summary = try summaries(of: [id], programme: nil).first else { return nil }
        let (trade, createdAt) =
            try first("SELECT trade, created_at FROM business WHERE id = \(id)") { row -> (Int?, Timestamp) in
                (try row[0], try row[1])
            } ?? (nil, .now)
        let relatives: [BusinessID] = try rows(
            """
            SELECT DISTINCT other.business_id FROM ownership mine JOIN ownership other ON other.owner_id = mine.owner_id
            WHERE mine.business_id = \(id) AND other.business_id <> \(id)
                AND EXISTS (SELECT 1 FROM link l WHERE l.business_id = other.business_id)
            ORDER BY other.business_id LIMIT 20
            """
        ) { try $0[0] }
        return BusinessRecord(
            summary: summary, trade: trade, createdAt: createdAt, owners: try owners(of: id, vault: vault),
            claims: try claims(of: id, vault: vault), milestones: try milestones(of: id),
            relatives: try summaries(of: relatives, programme: nil))
    }

    func owners(of business: BusinessID, vault: Vault) throws -> [OwnerRecord] {
        try rows(
            """
            SELECT o.id, o.name, o.nik, o.phone FROM ownership s JOIN owner o ON o.id = s.owner_id
            WHERE s.business_id = \(business) ORDER BY o.id
            """
        ) { row in
            let nik: [UInt8]? = try row[2]
            let phone: [UInt8]? = try row[3]
            return OwnerRecord(
                id: try row[0], name: try row[1], maskedNIK: try nik.map { Masking.masked(try vault.openText($0, as: .nik)) },
                maskedPhone: try phone.map { Masking.masked(try vault.openText($0, as: .phone)) })
        }
    }

    func claims(of business: BusinessID, vault: Vault) throws -> [ClaimRecord] {
        try claimRecords(where: "l.business_id = \(business)", vault: vault)
    }

    /// Claims as they were sent, in the order in which they came.
    ///
    /// - Parameter condition: about the rows `l` of `link` and `c` of `claim`.
    func claimRecords(where condition: SQLQuery, vault: Vault) throws -> [ClaimRecord] {
        var mappings: [String: ListMapping] = [:]
        return try rows(
            """
            SELECT c.id, c.partner_id, c.programme_id, c.external_key, i.file_name, c.line, c.version, c.claimed_day, c.received_at,
                c.as_sent, i.mapping, l.method, l.probability, l.explanation, l.near_business_id, l.near_probability
            FROM link l JOIN claim c ON c.id = l.claim_id JOIN list_import i ON i.id = c.import_id
            WHERE \(condition) ORDER BY c.received_at, c.id
            """
        ) { row in
            let json: String? = try row[10]
            if let json, mappings[json] == nil { mappings[json] = try ListMapping(json: json) }
            let mapping = json.flatMap { mappings[$0] }
            let cells = try ClaimCells.decoded(try vault.open(try row[9], as: .claimRow))
            let probability: Int = try row[12]
            let nearProbability: Int = try row[15]
            return ClaimRecord(
                id: try row[0], partner: try row[1], programme: try row[2], externalKey: try row[3], fileName: try row[4],
                line: try row[5], version: try row[6], day: try row[7], receivedAt: try row[8],
                cells: ClaimRecord.Cell.cells(cells, mapping), method: try row[11], probability: Double(probability) / 1_000_000,
                explanation: LinkExplanation(json: try row[13]), nearBusiness: try row[14],
                nearProbability: Double(nearProbability) / 1_000_000)
        }
    }
}

extension ClaimRecord.Cell {
    fileprivate static func cells(_ cells: [String], _ mapping: ListMapping?) -> [ClaimRecord.Cell] {
        cells.enumerated().compactMap { index, text in
            guard !text.isEmpty else { return nil }
            let header = mapping.flatMap { $0.headers.indices.contains(index) ? $0.headers[index] : nil } ?? ""
            let field = mapping.flatMap { $0.fields.indices.contains(index) ? $0.fields[index] : nil }
            // What a column without a meaning holds is not known, so it is treated as if it identified somebody.
            let isMasked = field.map(Masking.fields.contains) ?? (text.filter(\.isNumber).count >= 8)
            return ClaimRecord.Cell(header: header, field: field, value: isMasked ? Masking.masked(text) : text)
        }
    }
}

/// Hides most of what identifies a person.
enum Masking {
    /// The fields whose values identify a person.
    static let fields: Set<ListField> = [.nik, .npwp, .phone, .email, .birthDate]

    /// The text with all but its first and last few characters covered: `+628••••••12`.
    static func masked(_ text: String) -> String {
        let characters = Array(text)
        guard characters.count > 4 else { return String(repeating: "•", count: characters.count) }
        let shown = characters.count >= 10 ? (4, 2) : (1, 1)
        return String(characters.prefix(shown.0)) + String(repeating: "•", count: characters.count - shown.0 - shown.1)
            + String(characters.suffix(shown.1))
    }
}
