public import Accounts
import Foundation
import Journey
public import Nusantara
public import Storage

/// The subject of a ``CohortID``.
public enum CohortSubject {}
/// One batch of a programme.
public typealias CohortID = Identifier<CohortSubject>

/// One batch of a programme: the people who go through it together, by the definition that stood when it was opened.
public struct Cohort: Sendable, Hashable {
    public let id: CohortID
    public let programme: ProgrammeID
    public let definitionVersion: Int
    /// A short word for addresses: `dea-semarang-3`.
    public let code: String
    public let name: String
    /// Where it is held; ``Nusantara/RegionCode/nation`` for online ones.
    public let region: RegionCode
    /// The pillar that it teaches, where the programme teaches several.
    public let pillar: Pillar?
    public let seats: Int
    /// Seats that are given.
    public let taken: Int
    /// How many have applied.
    public let applications: Int
    public let opensAt: Timestamp
    public let closesAt: Timestamp
    /// Whether seats have been given to the best, where they go by score.
    public let isSelected: Bool

    public init(
        id: CohortID = CohortID(), programme: ProgrammeID, definitionVersion: Int = 1, code: String, name: String,
        region: RegionCode = .nation, pillar: Pillar? = nil, seats: Int, opensAt: Timestamp, closesAt: Timestamp
    ) {
        self.id = id
        self.programme = programme
        self.definitionVersion = definitionVersion
        self.code = code
        self.name = name
        self.region = region
        self.pillar = pillar
        self.seats = seats
        taken = 0
        applications = 0
        self.opensAt = opensAt
        self.closesAt = closesAt
        isSelected = false
    }

    public var freeSeats: Int { max(seats - taken, 0) }
}

extension Cohort {
    static let columns: SQLQuery = """
        c.id, c.programme_id, c.definition_version, c.code, c.name, c.region, c.pillar, c.seats, c.taken, c.applications, c.opens_at,
        c.closes_at, c.is_selected
        """

    init(row: any SQLRow) throws {
        id = try row[0]
        programme = try row[1]
        definitionVersion = Int(try row[2] as Int64)
        code = try row[3]
        name = try row[4]
        region = RegionCode(rawValue: try row[5])
        pillar = Pillar(rawValue: try row[6])
        (seats, taken) = (Int(try row[7] as Int64), Int(try row[8] as Int64))
        applications = Int(try row[9] as Int64)
        (opensAt, closesAt) = (try row[10], try row[11])
        isSelected = try row[12] as Int64 == 1
    }
}

/// Why something about a programme or a cohort cannot be done.
public enum LearningError: Error, Sendable, Hashable {
    case unknownProgramme
    case unknownCohort
    case unknownSession
    case unknownEnrolment
    case cohortCodeTaken
    /// The seats of the regions add up to more than the cohort has.
    case quotasExceedSeats
    /// What somebody wanted to do does not follow from where the enrolment stands.
    case transitionRefused(from: EnrolmentState, to: EnrolmentState)
    case unknownStage
    case unknownCriterion
    /// Points or a score beyond what there is to get.
    case scoreOutOfRange
    /// Some of those who are in the stage have no result yet.
    case resultsMissing(Int)
    /// Fewer reviews than the programme asks for.
    case reviewsMissing(Int)
    case answerTooLate
    case voucherExpired
    case voucherUnknown
    case ratingOutOfRange
    /// A team is smaller or larger than the programme allows, or lacks a part.
    case teamUnfit
    case notSelectedByScore
}

extension SQLConnection {
    /// Keeps a definition, as a new version unless it is what stands already; the programme is made if it is new.
    ///
    /// - Parameter text: the file as it was written, which reads as `definition`.
    /// - Returns: the programme, and the version that stands now.
    @discardableResult
    public func saveDefinition(
        _ definition: ProgrammeDefinition, text: String, by person: PersonID?, at now: Timestamp
    ) throws -> (programme: ProgrammeID, version: Int) {
        let id = try upsertProgramme(Programme(code: definition.code, name: definition.name.indonesian))
        let latest = try first(
            "SELECT version, definition FROM programme_definition WHERE programme_id = \(id) ORDER BY version DESC LIMIT 1",
            { (Int(try $0[0] as Int64), try $0[1] as String) })
        if let latest, latest.1 == text { return (id, latest.0) }
        let version = (latest?.0 ?? 0) + 1
        try run(
            """
            INSERT INTO programme_definition (programme_id, version, definition, saved_by, saved_at)
            VALUES (\(id), \(Int64(version)), \(text), \(person), \(now))
            """)
        return (id, version)
    }

    /// The text of a programme's definition; the latest unless a version is named.
    public func definitionText(of programme: ProgrammeID, version: Int? = nil) throws -> (text: String, version: Int)? {
        try first(
            """
            SELECT definition, version FROM programme_definition
            WHERE programme_id = \(programme) AND version <= \(Int64(version ?? .max)) ORDER BY version DESC LIMIT 1
            """
        ) { (try $0[0], Int(try $0[1] as Int64)) }
    }

    /// The definition that a cohort goes by.
    ///
    /// - Throws: ``LearningError/unknownProgramme``; ``DefinitionFaults`` if it was kept by a program that allowed more.
    public func definition(of cohort: Cohort) throws -> ProgrammeDefinition {
        guard let (text, _) = try definitionText(of: cohort.programme, version: cohort.definitionVersion) else {
            throw LearningError.unknownProgramme
        }
        return try ProgrammeDefinition(json: Data(text.utf8))
    }

    /// Opens a cohort by the latest definition of its programme.
    ///
    /// - Parameter quotas: seats by province or regency, where the programme gives them so.
    /// - Throws: ``LearningError``; ``Storage/StorageError``.
    @discardableResult
    public func openCohort(_ cohort: Cohort, quotas: [RegionCode: Int] = [:], at now: Timestamp) throws -> Cohort {
        guard let (_, version) = try definitionText(of: cohort.programme) else { throw LearningError.unknownProgramme }
        guard quotas.values.reduce(0, +) <= cohort.seats else { throw LearningError.quotasExceedSeats }
        let isTaken: Int64? = try value("SELECT 1 FROM cohort WHERE code = \(cohort.code)")
        guard isTaken == nil else { throw LearningError.cohortCodeTaken }
        try run(
            """
            INSERT INTO cohort (id, programme_id, definition_version, code, name, region, pillar, seats, taken, applications, opens_at,
                closes_at, is_selected, created_at)
            VALUES (\(cohort.id), \(cohort.programme), \(Int64(version)), \(cohort.code), \(cohort.name), \(cohort.region.rawValue),
                \(cohort.pillar?.rawValue ?? ""), \(Int64(cohort.seats)), 0, 0, \(cohort.opensAt), \(cohort.closesAt), 0, \(now))
            """)
        try run(
            "INSERT INTO cohort_quota (cohort_id, region, seats, taken) VALUES ($1, $2, $3, 0)",
            forEach: quotas.filter { $0.value > 0 }.sorted { $0.key < $1.key }
                .map { [cohort.id.sqlValue, .text($0.key.rawValue), .integer(Int64($0.value))] })
        return try self.cohort(cohort.id)
    }

    /// - Throws: ``LearningError/unknownCohort``.
    public func cohort(_ id: CohortID) throws -> Cohort {
        guard let cohort = try first("SELECT \(Cohort.columns) FROM cohort c WHERE c.id = \(id)", Cohort.init(row:)) else {
            throw LearningError.unknownCohort
        }
        return cohort
    }

    public func cohort(code: String) throws -> Cohort? {
        try first("SELECT \(Cohort.columns) FROM cohort c WHERE c.code = \(code)", Cohort.init(row:))
    }

    /// The cohorts of a programme, or all, the latest first.
    public func cohorts(of programme: ProgrammeID? = nil, limit: Int = 200) throws -> [Cohort] {
        let condition: SQLQuery = programme.map { "WHERE c.programme_id = \($0)" } ?? ""
        return try rows(
            "SELECT \(Cohort.columns) FROM cohort c \(condition) ORDER BY c.opens_at DESC, c.id DESC LIMIT \(Int64(limit))",
            Cohort.init(row:))
    }
}
