import Accounts
import ArgumentParser
import Foundation
import Journey
import Learning
import Nusantara
import Storage

/// Has many people apply for few seats at once, and says how long the last of them waited.
struct ApplyAtOnce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Let many apply for a class at once, and hold the seats against what there are.")

    @OptionGroup var registry: BenchmarkRegistry

    @Option(help: "How many apply.")
    var people = 10_000

    @Option(help: "How many seats there are.")
    var seats = 60

    @Option(help: "How many requests are under way at once.")
    var concurrency = 64

    func run() async throws {
        try await registry.open { database in
            let now = Timestamp.now
            let vault = Vault.ephemeral()
            let (people, seats) = (people, seats)
            let cohort = try await database.write { connection in
                try connection.addNationalProgrammes(at: now)
                guard let programme = try connection.programme(code: "bakti") else { throw LearningError.unknownProgramme }
                return try connection.openCohort(
                    Cohort(
                        programme: programme.id, code: "rush-\(UInt32.random(in: 0...UInt32.max))", name: "Rush", seats: seats,
                        opensAt: now.adding(.seconds(-60)), closesAt: now.adding(.seconds(86_400))), at: now)
            }
            let learners = try (0..<people).map { try PreparedLearner(Self.person($0), vault: vault, today: CalendarDate(now)) }
            let clock = ContinuousClock()
            let start = clock.now
            let times = try await withThrowingTaskGroup(of: Duration.self) { group in
                var next = 0
                func add() {
                    guard next < learners.count else { return }
                    let learner = learners[next]
                    next += 1
                    group.addTask {
                        let began = clock.now
                        try await database.write(holding: .learning) {
                            _ = try $0.apply(Application(cohort: cohort.id, learner: learner), at: now)
                        }
                        return began.duration(to: clock.now)
                    }
                }
                for _ in 0..<concurrency { add() }
                var times: [Duration] = []
                while let time = try await group.next() {
                    times.append(time)
                    add()
                }
                return times
            }
            let taken = start.duration(to: clock.now)
            let (standing, wrong) = try await database.read { (try $0.cohort(cohort.id), try $0.recountPeople()) }
            let spread = Times(times)
            print(
                "apply \(database.dialect.rawValue): \(people) people for \(seats) seats in \(taken.seconds.rounded(to: 1)) s,",
                "\((Double(people) / taken.seconds).rounded(to: 0))/s, \(concurrency) at once;",
                "median \(spread.median.milliseconds.rounded(to: 0)) ms, p99 \(spread.p99.milliseconds.rounded(to: 0)) ms;",
                "\(standing.taken) seats taken, \(wrong) counters wrong")
            guard standing.taken == min(seats, people), wrong == 0 else { throw ExitCode.failure }
        }
    }

    private static func person(_ number: Int) -> LearnerDetails {
        let given = [
            "Siti", "Budi", "Dewi", "Agus", "Rina", "Joko", "Maya", "Eko", "Wati", "Hadi", "Putri", "Rudi", "Ani", "Dedi", "Lina", "Yusuf",
        ]
        let family = [
            "Santoso", "Aminah", "Lestari", "Siregar", "Wijaya", "Rahayu", "Hidayat", "Nasution", "Kurniawan", "Permata", "Susanto",
            "Pohan",
        ]
        let birth = CalendarDate(dayNumber: 1_000 + number * 7 % 11_000)
        let regencies = Regions.regencies
        return LearnerDetails(
            name: "\(given[number % 16]) \(given[number / 192 % 16]) \(family[number / 16 % 12])", phone: "0812\(10_000_000 + number * 13)",
            birthDate: birth.iso, sex: number % 2 == 0 ? "P" : "L", region: regencies[number * 31 % regencies.count].code)
    }
}
