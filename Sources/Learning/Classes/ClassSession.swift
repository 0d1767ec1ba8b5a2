public import Accounts
public import Nusantara
public import Storage

/// The subject of a ``ClassSessionID``.
public enum ClassSessionSubject {}
public typealias ClassSessionID = Identifier<ClassSessionSubject>

/// One meeting of a cohort, at a place, online, or both at once.
public struct ClassSession: Sendable, Hashable {
    public let id: ClassSessionID
    public let cohort: CohortID
    public var stage: String
    /// The place in the order of its stage, from 1 on.
    public var number: Int
    public var title: String
    /// Where it is; empty for one that is online alone.
    public var place: String
    /// The address of the online room; empty for one at a place alone.
    public var link: String
    public var region: RegionCode
    public var startsAt: Timestamp
    public var minutes: Int
    /// How many fit into the place; nil where it does not matter.
    public var capacity: Int?
    public var trainer: String
    public var trainerID: PersonID?
    public var isCancelled: Bool
    /// How often it was changed; calendars need it.
    public let changes: Int
    public let changedAt: Timestamp

    public init(
        id: ClassSessionID = ClassSessionID(), cohort: CohortID, stage: String, number: Int, title: String, place: String = "",
        link: String = "", region: RegionCode = .nation, startsAt: Timestamp, minutes: Int, capacity: Int? = nil, trainer: String = "",
        trainerID: PersonID? = nil, isCancelled: Bool = false, changes: Int = 0, changedAt: Timestamp = Timestamp(rawValue: 0)
    ) {
        self.id = id
        self.cohort = cohort
        self.stage = stage
        self.number = number
        self.title = title
        self.place = place
        self.link = link
        self.region = region
        self.startsAt = startsAt
        self.minutes = minutes
        self.capacity = capacity
        self.trainer = trainer
        self.trainerID = trainerID
        self.isCancelled = isCancelled
        self.changes = changes
        self.changedAt = changedAt
    }

    public var endsAt: Timestamp { startsAt.adding(.seconds(minutes * 60)) }
}

extension ClassSession {
    static let columns: SQLQuery = """
        s.id, s.cohort_id, s.stage, s.number, s.title, s.place, s.link, s.region, s.starts_at, s.minutes, s.capacity, s.trainer, s.trainer_id,
        s.is_cancelled, s.changes, s.changed_at
        """

    init(row: any SQLRow) throws {
        self.init(
            id: try row[0], cohort: try row[1], stage: try row[2], number: Int(try row[3] as Int64), title: try row[4], place: try row[5],
            link: try row[6], region: RegionCode(rawValue: try row[7]), startsAt: try row[8], minutes: Int(try row[9] as Int64),
            capacity: (try row[10] as Int64?).map { Int($0) }, trainer: try row[11], trainerID: try row[12],
            isCancelled: try row[13] as Int64 == 1, changes: Int(try row[14] as Int64), changedAt: try row[15])
    }
}

extension SQLConnection {
    /// Adds a session, or changes the one with its id.
    ///
    /// - Throws: ``LearningError/unknownStage``; ``Storage/StorageError``.
    public func save(_ session: ClassSession, at now: Timestamp) throws {
        guard try definition(of: try cohort(session.cohort)).stage(session.stage) != nil else { throw LearningError.unknownStage }
        try run(
            """
            INSERT INTO class_session (id, cohort_id, stage, number, title, place, link, region, starts_at, minutes, capacity, trainer,
                trainer_id, is_cancelled, changes, changed_at)
            VALUES (\(session.id), \(session.cohort), \(session.stage), \(Int64(session.number)), \(session.title), \(session.place),
                \(session.link), \(session.region.rawValue), \(session.startsAt), \(Int64(session.minutes)),
                \(session.capacity.map { Int64($0) }), \(session.trainer), \(session.trainerID), \(Int64(session.isCancelled ? 1 : 0)), 0, \(now))
            ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, number = excluded.number, title = excluded.title, place = excluded.place,
                link = excluded.link, region = excluded.region, starts_at = excluded.starts_at, minutes = excluded.minutes,
                capacity = excluded.capacity, trainer = excluded.trainer, trainer_id = excluded.trainer_id,
                is_cancelled = excluded.is_cancelled, changes = class_session.changes + 1, changed_at = excluded.changed_at
            """)
    }

    /// - Throws: ``LearningError/unknownSession``.
    public func session(_ id: ClassSessionID) throws -> ClassSession {
        guard let found = try first("SELECT \(ClassSession.columns) FROM class_session s WHERE s.id = \(id)", ClassSession.init(row:))
        else {
            throw LearningError.unknownSession
        }
        return found
    }

    /// The sessions of a cohort in the order of time.
    public func sessions(of cohort: CohortID) throws -> [ClassSession] {
        try rows(
            "SELECT \(ClassSession.columns) FROM class_session s WHERE s.cohort_id = \(cohort) ORDER BY s.starts_at, s.number, s.id",
            ClassSession.init(row:))
    }
}
