public import Accounts
import Nusantara
public import Storage

/// A programme that brings businesses online, with its own thresholds for the ladder.
public struct Programme: Sendable, Hashable {
    public let id: ProgrammeID
    /// A short word for addresses and commands: `umkm-go-online`.
    public let code: String
    public let name: String
    public let rules: LadderRules

    public init(id: ProgrammeID = ProgrammeID(), code: String, name: String, rules: LadderRules = .national) {
        self.id = id
        self.code = code
        self.name = name
        self.rules = rules
    }
}

extension SQLConnection {
    /// Adds a programme, or renames the one that has its code; the id that stands is returned.
    ///
    /// The ladder's thresholds of a programme that has milestones already are changed by ``setLadderRules(_:of:)``, which recounts.
    @discardableResult
    public func upsertProgramme(_ programme: Programme) throws -> ProgrammeID {
        let id: ProgrammeID? = try value(
            """
            INSERT INTO programme (id, code, name, active_days)
            VALUES (\(programme.id), \(programme.code), \(programme.name), \(programme.rules.activeDays))
            ON CONFLICT (code) DO UPDATE SET name = excluded.name RETURNING id
            """)
        try renewVersion()
        return id ?? programme.id
    }

    /// Gives a programme other thresholds and counts it again by them; the unit of work holds ``Storage/SQLLock/journey``.
    ///
    /// Everything is counted again, which takes as long as ``repairCounts()``: thresholds change once in a programme's life.
    public func setLadderRules(_ rules: LadderRules, of programme: ProgrammeID) throws {
        try run("UPDATE programme SET active_days = \(rules.activeDays) WHERE id = \(programme)")
        _ = try repairCounts()
    }

    /// All programmes, by code.
    public func programmes() throws -> [Programme] {
        try rows("SELECT id, code, name, active_days FROM programme ORDER BY code", Programme.init(row:))
    }

    public func programme(code: String) throws -> Programme? {
        try first("SELECT id, code, name, active_days FROM programme WHERE code = \(code)", Programme.init(row:))
    }
}

extension Programme {
    init(row: any SQLRow) throws {
        self.init(
            id: try row[0], code: try row[1], name: try row[2], rules: LadderRules(activeDays: try row[3]))
    }
}
