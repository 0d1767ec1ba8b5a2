public import Accounts
import Journey
public import Nusantara
public import Storage

/// The subject of a ``ListImportID``.
public enum ListImportSubject {}
public typealias ListImportID = Identifier<ListImportSubject>

/// One arrival of one partner's list, and how far its import has come.
public struct ListImport: Sendable, Hashable {
    public enum State: String, Sendable, CaseIterable, SQLConvertible {
        /// The file is here; its columns wait for confirmation.
        case received
        /// The dry run is under way.
        case checking
        /// The dry run is done; its report waits for a decision.
        case checked
        /// The import waits for a worker.
        case queued
        case running
        case done
        case failed
    }

    public let id: ListImportID
    public let partner: PartnerID
    public let programme: ProgrammeID?
    public let fileName: String
    /// SHA-256 of the file.
    public let digest: [UInt8]
    public let fileBytes: Int
    /// The day that the list speaks of: a claim without a date of its own counts from then.
    public let day: CalendarDate
    public var mapping: ListMapping?
    public var state: State
    public var tally: ImportTally
    /// Why the import failed, in Indonesian and English.
    public var failure: String?
    public var failureEnglish: String?
    public let receivedBy: PersonID?
    public let receivedAt: Timestamp
    public var finishedAt: Timestamp?
    /// How many businesses were known when the list arrived. Its rows are weighed by it to the last one, however often the import is
    /// interrupted meanwhile.
    public let businessesBefore: Int
}

/// How far an import has come, and what it did.
public struct ImportTally: Sendable, Hashable {
    /// The last line of the file that is done; an import that was interrupted goes on behind it.
    public var line = 0
    /// How much of the file is done, 0…1.
    public var fraction = 0.0
    public var rowsRead = 0
    /// Claims that are new.
    public var created = 0
    /// Claims whose content changed.
    public var changed = 0
    public var unchanged = 0
    /// Rows that could not be used.
    public var refused = 0
    /// New claims that were put to a business already known.
    public var linked = 0
    public var newBusinesses = 0

    public init() {}
}

extension SQLConnection {
    private static var columns: SQLQuery {
        """
        id, partner_id, programme_id, file_name, digest, file_bytes, list_day, mapping, state, line, fraction, rows_read, created, changed,
        unchanged, refused, linked, new_businesses, failure, failure_english, received_by, received_at, finished_at,
        businesses_before
        """
    }

    /// Writes down that a list has arrived.
    public func receiveList(
        partner: PartnerID, programme: ProgrammeID?, fileName: String, digest: [UInt8], fileBytes: Int, day: CalendarDate,
        by person: PersonID?
    ) throws -> ListImport {
        let businesses = try counts(in: Cell()).distinct
        let listImport = ListImport(
            id: ListImportID(), partner: partner, programme: programme, fileName: fileName, digest: digest, fileBytes: fileBytes, day: day,
            mapping: nil, state: .received, tally: ImportTally(), failure: nil, failureEnglish: nil, receivedBy: person, receivedAt: .now,
            finishedAt: nil, businessesBefore: Int(businesses))
        try run(
            """
            INSERT INTO list_import (\(Self.columns)) VALUES (\(listImport.id), \(partner), \(programme), \(fileName), \(digest),
                \(fileBytes), \(day), \(nil as String?), \(listImport.state), 0, \(0.0), 0, 0, 0, 0, 0, 0, 0, \(nil as String?),
                \(nil as String?), \(person), \(listImport.receivedAt), \(nil as Timestamp?),
                \(listImport.businessesBefore))
            """)
        return listImport
    }

    public func listImport(_ id: ListImportID) throws -> ListImport? {
        try first("SELECT \(Self.columns) FROM list_import WHERE id = \(id)", ListImport.init(row:))
    }

    /// The lists that arrived last, the latest first; of one partner, or of all.
    public func listImports(of partner: PartnerID? = nil, limit: Int = 50) throws -> [ListImport] {
        let condition: SQLQuery = partner.map { "WHERE partner_id = \($0)" } ?? ""
        return try rows(
            "SELECT \(Self.columns) FROM list_import \(condition) ORDER BY received_at DESC, id DESC LIMIT \(limit)",
            ListImport.init(row:))
    }

    /// Keeps the state, the mapping, the tally and the failure of an import.
    public func update(_ listImport: ListImport) throws {
        let tally = listImport.tally
        try run(
            """
            UPDATE list_import SET mapping = \(try listImport.mapping?.json()), state = \(listImport.state), line = \(tally.line),
                fraction = \(tally.fraction), rows_read = \(tally.rowsRead), created = \(tally.created), changed = \(tally.changed),
                unchanged = \(tally.unchanged), refused = \(tally.refused), linked = \(tally.linked),
                new_businesses = \(tally.newBusinesses), failure = \(listImport.failure), failure_english = \(listImport.failureEnglish),
                finished_at = \(listImport.finishedAt)
            WHERE id = \(listImport.id)
            """)
    }

    /// The mapping that was confirmed for lists of this partner with these headers.
    public func rememberedMapping(of partner: PartnerID, signature: String) throws -> ListMapping? {
        try value("SELECT mapping FROM list_mapping WHERE partner_id = \(partner) AND signature = \(signature)", as: String.self)
            .map(ListMapping.init(json:))
    }

    /// Remembers a confirmed mapping for the partner's next list with the same headers.
    public func remember(_ mapping: ListMapping, of partner: PartnerID, by person: PersonID?) throws {
        try run(
            """
            INSERT INTO list_mapping (partner_id, signature, mapping, confirmed_at, confirmed_by)
            VALUES (\(partner), \(mapping.signature), \(try mapping.json()), \(Timestamp.now), \(person))
            ON CONFLICT (partner_id, signature) DO UPDATE SET mapping = excluded.mapping, confirmed_at = excluded.confirmed_at,
                confirmed_by = excluded.confirmed_by
            """)
    }
}

extension ListImport {
    init(row: any SQLRow) throws {
        let mapping: String? = try row[7]
        var tally = ImportTally()
        tally.line = try row[9]
        tally.fraction = try row[10]
        tally.rowsRead = try row[11]
        tally.created = try row[12]
        tally.changed = try row[13]
        tally.unchanged = try row[14]
        tally.refused = try row[15]
        tally.linked = try row[16]
        tally.newBusinesses = try row[17]
        self.init(
            id: try row[0], partner: try row[1], programme: try row[2], fileName: try row[3], digest: try row[4], fileBytes: try row[5],
            day: try row[6], mapping: try mapping.map(ListMapping.init(json:)), state: try row[8], tally: tally, failure: try row[18],
            failureEnglish: try row[19], receivedBy: try row[20], receivedAt: try row[21], finishedAt: try row[22],
            businessesBefore: try row[23])
    }
}
