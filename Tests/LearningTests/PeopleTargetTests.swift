import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Learning

@Suite("Targets for people")
struct PeopleTargetTests {
    private typealias Fixture = LearningFixture

    @Test("stand beside those who came to the step in the months of the period, each once", arguments: TestEngine.allCases)
    func progress(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("bakti", code: "b")
            for number in 0..<4 { try await fixture.apply(Fixture.person(number), to: cohort) }
            let sessions = try await fixture.sessions(1, of: cohort, stage: "kelas")
            try await fixture.mark(Array(try await fixture.enrolments(cohort, .accepted).prefix(3)), at: sessions)
            _ = try await fixture.close("kelas", of: cohort)
            let (from, to) = (CalendarDate(year: 2026, month: 1, day: 1)!, CalendarDate(year: 2026, month: 12, day: 31)!)
            let trained = PeopleTarget(
                title: "Terlatih", titleEnglish: "Trained", step: .passed, firstDay: from, lastDay: to, value: 300_000)
            let enrolled = PeopleTarget(title: "Daftar", titleEnglish: "Enrolled", step: .enrolled, firstDay: from, lastDay: to, value: 4)
            let earlier = PeopleTarget(
                title: "Tahun lalu", titleEnglish: "Last year", step: .enrolled, firstDay: from.adding(days: -365),
                lastDay: from.adding(days: -1),
                value: 4)
            try await fixture.database.write { connection in
                for target in [trained, enrolled, earlier, trained] { try connection.setPeopleTarget(target) }
                #expect(try connection.peopleTargets() == [earlier] + [trained, enrolled].sorted { $0.id < $1.id })
                let day = CalendarDate(Fixture.day(25))
                let progress = try connection.progress(of: trained, on: day)
                #expect(progress.reached == 3 && progress.history.count == 11 && progress.projectedDay == nil)
                #expect(try connection.progress(of: enrolled, on: day).projectedDay == day)
                #expect(try connection.progress(of: earlier, on: day).reached == 0)
                // Three of thirty from October to December, 92 days: the other 27 take 828 days at that pace.
                let thirty = PeopleTarget(title: "x", titleEnglish: "x", step: .passed, firstDay: from, lastDay: to, value: 30)
                let january = CalendarDate(year: 2027, month: 1, day: 10)!
                let later = try connection.progress(of: thirty, on: january)
                #expect(later.reached == 3 && later.projectedDay == january.adding(days: 828))
                #expect(try connection.removePeopleTarget(trained.id))
                #expect(try !connection.removePeopleTarget(trained.id))
            }
        }
    }
}
