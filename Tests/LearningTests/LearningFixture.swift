import Accounts
import Foundation
import Journey
import Nusantara
import Storage
import StorageTesting

@testable import Learning

/// A database with the national programmes, made-up people, and a clock that goes on by being told.
struct LearningFixture {
    let database: any SQLDatabase
    let vault = Vault.ephemeral()
    /// Monday, 2 November 2026, eight o'clock in Jakarta.
    static let start = Timestamp("2026-11-02T01:00:00Z")!

    static func day(_ days: Int, hour: Int = 0) -> Timestamp { start.adding(.seconds(days * 86_400 + hour * 3600)) }

    static let officer = PersonID()

    /// Runs on both engines' databases with the tables of every room that learning needs.
    static func with(_ engine: TestEngine, _ body: (LearningFixture) async throws -> Void) async throws {
        try await withTestDatabase(
            engine, migrations: StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + LearningSchema.migrations
        ) { database in
            try await database.write { try $0.addNationalProgrammes(at: start) }
            try await body(LearningFixture(database: database))
        }
    }

    private static let given = [
        "Siti", "Budi", "Dewi", "Agus", "Rina", "Joko", "Maya", "Eko", "Wati", "Hadi", "Putri", "Rudi", "Ani", "Dedi", "Lina", "Yusuf",
        "Nur",
        "Imam", "Tuti", "Bayu",
    ]
    private static let family = [
        "Santoso", "Aminah", "Lestari", "Siregar", "Wijaya", "Rahayu", "Hidayat", "Nasution", "Kurniawan", "Permata", "Susanto", "Pohan",
        "Manurung", "Saputra", "Utami", "Tanjung", "Ginting", "Wibowo", "Harahap", "Purnama",
    ]

    /// Somebody made up; different numbers are different people.
    static func person(
        _ number: Int, region: RegionCode = RegionCode(rawValue: "33.74"), business: BusinessID? = nil, disability: Bool? = false
    ) -> LearnerDetails {
        let born = CalendarDate(year: 1970 + number % 30, month: 1 + number % 12, day: 1 + number % 28)!
        return LearnerDetails(
            name: "\(given[number % 20]) \(given[number / 400 % 20]) \(family[number / 20 % 20])", phone: "0812\(10_000_000 + number * 7)",
            birthDate: born.iso, sex: number % 2 == 0 ? "P" : "L", hasDisability: disability, region: region, business: business)
    }

    func prepared(_ details: LearnerDetails, at now: Timestamp = start) throws -> PreparedLearner {
        try PreparedLearner(details, vault: vault, today: CalendarDate(now))
    }

    func open(
        _ programme: String, code: String, seats: Int? = nil, region: RegionCode = .nation, pillar: Pillar? = nil,
        quotas: [RegionCode: Int] = [:], closesOn day: Int = 7
    ) async throws -> Cohort {
        let definition = try NationalProgrammes.definition(programme)
        return try await database.write { connection in
            let id = try connection.programme(code: programme)!.id
            return try connection.openCohort(
                Cohort(
                    programme: id, code: code, name: code, region: region, pillar: pillar, seats: seats ?? definition.seats,
                    opensAt: Self.start, closesAt: Self.day(day)),
                quotas: quotas, at: Self.start)
        }
    }

    @discardableResult
    func apply(_ details: LearnerDetails, to cohort: Cohort, id: EnrolmentID = EnrolmentID(), at now: Timestamp = start) async throws
        -> ApplicationOutcome
    {
        let learner = try prepared(details, at: now)
        return try await database.write(holding: .learning) {
            try $0.apply(Application(id: id, cohort: cohort.id, learner: learner), at: now)
        }
    }

    /// Sessions of a stage, one a day at nine in the morning.
    func sessions(_ count: Int, of cohort: Cohort, stage: String, from day: Int = 10, online: Bool = false) async throws -> [ClassSession] {
        let sessions = (0..<count).map { number in
            ClassSession(
                cohort: cohort.id, stage: stage, number: number + 1, title: "Pertemuan \(number + 1)", place: online ? "" : "Balai Latihan",
                link: online ? "https://ruang.example/\(number + 1)" : "", region: cohort.region, startsAt: Self.day(day + number, hour: 1),
                minutes: 180, trainer: "Ibu Ratna")
        }
        try await database.write { connection in for session in sessions { try connection.save(session, at: Self.start) } }
        return sessions
    }

    func mark(_ enrolments: [EnrolmentID], at sessions: [ClassSession], method: AttendanceMark.Method = .list) async throws {
        try await database.write(holding: .learning) { connection in
            for session in sessions {
                _ = try connection.record(
                    enrolments.map { AttendanceMark(session: session.id, enrolment: $0, method: method, at: session.startsAt) },
                    by: Self.officer, at: session.endsAt)
            }
        }
    }

    func results(_ enrolments: [EnrolmentID], stage: String, _ percent: @escaping @Sendable (Int) -> Double) async throws {
        try await database.write { connection in
            for (place, id) in enrolments.enumerated() {
                try connection.recordResult(id, stage: stage, percent: percent(place), at: Self.day(20))
            }
        }
    }

    func close(_ stage: String, of cohort: Cohort, day: Int = 20) async throws -> StageOutcome {
        try await database.write(holding: .learning) { try $0.closeStage(stage, of: cohort.id, by: Self.officer, at: Self.day(day)) }
    }

    func states(_ cohort: Cohort) async throws -> [EnrolmentState: Int] {
        try await database.read { try $0.enrolmentStates(in: cohort.id) }
    }

    func enrolments(_ cohort: Cohort, _ states: EnrolmentState...) async throws -> [EnrolmentID] {
        try await database.read { try $0.enrolments(in: cohort.id, states: Set(states)).map(\.id) }
    }

    /// Certificates for everybody who may have one.
    func certify(_ cohort: Cohort) async throws {
        try await database.write(holding: .learning) { connection in
            for enrolment in try connection.enrolments(in: cohort.id, states: [.completed, .assessed]) {
                try connection.markCertified(enrolment.id, at: Self.day(30))
            }
        }
    }

    /// Counters that differ from what counting everybody again finds: there may be none.
    func wrongCounters() async throws -> Int { try await database.read { try $0.recountPeople() } }

    func people(_ slice: PeopleSlice = PeopleSlice()) async throws -> PeopleLadder { try await database.read { try $0.people(slice) } }
}
