import Accounts
import Journey
import Nusantara
import Storage

/// One row of the counters.
struct PeopleCell: Hashable {
    let programme: ProgrammeID?
    let pillar: String
    let region: String
    let month: Int64
    let sex: Int64
    let disability: Int64

    var key: [SQLValue] {
        [
            .bytes(programme?.bytes ?? []), .text(pillar), .text(region), .integer(month), .integer(sex), .integer(disability),
        ]
    }
}

/// What learners contribute to the counters, taken before a change and settled after it, in the transaction of the change.
struct PeopleCounts {
    private let learners: [LearnerID]
    private let before: [PeopleCell: [Int64]]

    static func before(_ learners: [LearnerID], on connection: any SQLConnection) throws -> PeopleCounts {
        PeopleCounts(learners: learners, before: try contributions(of: learners, on: connection))
    }

    /// Adds the difference that was made since.
    func settle(on connection: any SQLConnection) throws {
        var difference = try Self.contributions(of: learners, on: connection)
        for (cell, counts) in before {
            for step in counts.indices { difference[cell, default: Self.none][step] -= counts[step] }
        }
        try Self.add(difference.filter { $0.value.contains { $0 != 0 } }, on: connection)
    }

    private static let none = [Int64](repeating: 0, count: PeopleStep.allCases.count)

    /// Each person once in each slice, in the month in which they first came to the step.
    static func contributions(of learners: [LearnerID]?, on connection: any SQLConnection) throws -> [PeopleCell: [Int64]] {
        var found: [PeopleCell: [Int64]] = [:]
        let columns: SQLQuery = """
            SELECT e.learner_id, l.region, l.sex, l.disability, c.programme_id, c.pillar, e.enrolled_day, e.attended_day, e.passed_day,
                e.certified_day
            FROM enrolment e JOIN learner l ON l.id = e.learner_id JOIN cohort c ON c.id = e.cohort_id
            """
        if let learners {
            for chunk in learners.chunked(by: 500) {
                try collect(columns + " WHERE e.learner_id IN \(list: Array(chunk)) ORDER BY e.learner_id", into: &found, on: connection)
            }
        } else {
            try collect(columns + " ORDER BY e.learner_id", into: &found, on: connection)
        }
        return found
    }

    private struct Slice: Hashable {
        let programme: ProgrammeID?
        let pillar: String
    }

    private static func collect(_ query: SQLQuery, into found: inout [PeopleCell: [Int64]], on connection: any SQLConnection) throws {
        var learner: LearnerID?
        var person: (region: String, sex: Int64, disability: Int64) = ("", 0, 0)
        var firsts: [Slice: [Int64?]] = [:]
        func flush() {
            for (slice, days) in firsts {
                for (step, day) in days.enumerated() {
                    guard let day else { continue }
                    let month = Int64(Month(CalendarDate(dayNumber: Int(day))).number)
                    for region in RegionCode(rawValue: person.region).path {
                        let cell = PeopleCell(
                            programme: slice.programme, pillar: slice.pillar, region: region.rawValue, month: month, sex: person.sex,
                            disability: person.disability)
                        found[cell, default: none][step] += 1
                    }
                }
            }
            firsts = [:]
        }
        try connection.forEachRow(query) { row in
            let id: LearnerID = try row[0]
            if id != learner {
                flush()
                learner = id
                person = (try row[1], try row[2], try row[3])
            }
            let (programme, pillar): (ProgrammeID, String) = (try row[4], try row[5])
            let days: [Int64?] = [try row[6], try row[7], try row[8], try row[9]]
            var slices = [Slice(programme: nil, pillar: ""), Slice(programme: programme, pillar: "")]
            if !pillar.isEmpty { slices += [Slice(programme: nil, pillar: pillar), Slice(programme: programme, pillar: pillar)] }
            for slice in slices {
                var known = firsts[slice] ?? [nil, nil, nil, nil]
                for step in days.indices { known[step] = [known[step], days[step]].compactMap(\.self).min() }
                firsts[slice] = known
            }
        }
        flush()
    }

    static func add(_ difference: [PeopleCell: [Int64]], on connection: any SQLConnection) throws {
        let rows = difference.map { $0.key.key + $0.value.map { .integer($0) } }
            .sorted { "\($0)" < "\($1)" }
        try connection.run(
            """
            INSERT INTO people_counter (programme, pillar, region, month, sex, disability, enrolled, attended, passed, certified)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (programme, pillar, region, month, sex, disability) DO UPDATE SET
                enrolled = people_counter.enrolled + excluded.enrolled, attended = people_counter.attended + excluded.attended,
                passed = people_counter.passed + excluded.passed, certified = people_counter.certified + excluded.certified
            """, forEach: rows)
    }
}
