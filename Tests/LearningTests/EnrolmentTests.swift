import Accounts
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Learning

@Suite("Enrolment")
struct EnrolmentTests {
    private typealias Fixture = LearningFixture

    @Test("every state is reached from a draft, and a final one is left by nobody")
    func states() {
        var reached: Set<EnrolmentState> = [.draft]
        var frontier: [EnrolmentState] = [.draft]
        while let state = frontier.popLast() {
            for next in state.following where reached.insert(next).inserted { frontier.append(next) }
        }
        #expect(reached == Set(EnrolmentState.allCases))
        #expect(
            Set(EnrolmentState.allCases.filter(\.isFinal)) == [.rejected, .failed, .dropped, .certified, .withdrawn])
    }

    @Test("a step that does not follow is refused and changes nothing", arguments: TestEngine.allCases)
    func refusesSteps(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("gonusantara", code: "g", quotas: [RegionCode(rawValue: "33"): 1])
            try await fixture.apply(Fixture.person(1), to: cohort)
            let id = try await fixture.enrolments(cohort)[0]
            await #expect(throws: LearningError.transitionRefused(from: .accepted, to: .assessed)) {
                try await fixture.database.write(holding: .learning) { try $0.assess(id, at: Fixture.start) }
            }
            #expect(try await fixture.states(cohort) == [.accepted: 1])
            #expect(try await fixture.database.read { try $0.events(of: id).map(\.reason) } == [.applied, .seatFree])
        }
    }

    @Test("one person under two spellings is enrolled once; two people of one name are two", arguments: TestEngine.allCases)
    func oncePerPerson(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("siberkreasi", code: "s")
            let semarang = RegionCode(rawValue: "33.74")
            func details(_ name: String, phone: String = "", born: String = "", nik: String = "") -> LearnerDetails {
                LearnerDetails(name: name, nik: nik, phone: phone, birthDate: born, region: semarang)
            }
            let first = try await fixture.apply(details("Hj. Siti Nurhaliza", phone: "0812-3456-7890", born: "1985-03-12"), to: cohort)
            guard case .accepted(let id) = first else {
                Issue.record("\(first)")
                return
            }
            for again in [
                details("St. Noerhaliza", phone: "+62 812 3456 7890", born: "12/03/1985"), details("Siti Nurhalisa", phone: "081234567890"),
                details("SITI NURHALIZA", born: "12 Maret 1985"),
            ] {
                #expect(try await fixture.apply(again, to: cohort) == .alreadyEnrolled(id, .accepted), "\(again.name)")
            }
            // A namesake with a birth date and a phone of her own, and the daughter who shares the phone.
            #expect(
                try await fixture.apply(details("Siti Nurhaliza", phone: "081399998888", born: "1999-11-30"), to: cohort).isAccepted)
            #expect(try await fixture.apply(details("Putri Wulandari", phone: "081234567890", born: "2008-01-05"), to: cohort).isAccepted)
            #expect(try await fixture.people().enrolled == 3)
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("the same form sent twice is one application", arguments: TestEngine.allCases)
    func oncePerForm(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("siberkreasi", code: "s")
            let id = EnrolmentID()
            #expect(try await fixture.apply(Fixture.person(3), to: cohort, id: id) == .accepted(id))
            #expect(try await fixture.apply(Fixture.person(3), to: cohort, id: id) == .alreadyEnrolled(id, .accepted))
            #expect(try await fixture.people().enrolled == 1)
        }
    }

    @Test("before it opens and after it closes nobody applies; what cannot be read is told", arguments: TestEngine.allCases)
    func times(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("siberkreasi", code: "s")
            #expect(try await fixture.apply(Fixture.person(1), to: cohort, at: Fixture.day(-1)) == .notOpen)
            #expect(try await fixture.apply(Fixture.person(1), to: cohort, at: Fixture.day(7)) == .closed)
            var child = Fixture.person(1)
            child.birthDate = "2020-01-01"
            #expect(try await fixture.apply(child, to: cohort) == .refused([.tooYoung(13)]))
            child.birthDate = ""
            #expect(try await fixture.apply(child, to: cohort) == .refused([.birthDateMissing]))
            for (change, fault) in [
                ({ (details: inout LearnerDetails) in details.name = "-" }, ApplicantFault.nameMissing),
                ({ $0.nik = "12345" }, .nikUnreadable), ({ $0.phone = "12" }, .phoneUnreadable),
            ] {
                var details = Fixture.person(1)
                change(&details)
                #expect(throws: fault) { try fixture.prepared(details) }
            }
        }
    }

    @Test("many who apply at once get the seats there are, each once, the others a place in the queue", arguments: TestEngine.allCases)
    func rush(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("bakti", code: "b", seats: 60)
            let people = try (0..<400).map { try fixture.prepared(Fixture.person($0)) }
            let outcomes = try await withThrowingTaskGroup(of: ApplicationOutcome.self) { group in
                for person in people {
                    group.addTask {
                        try await fixture.database.write(holding: .learning) {
                            try $0.apply(Application(cohort: cohort.id, learner: person), at: Fixture.day(1))
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0.isAccepted } == 60)
            let places = outcomes.compactMap { if case .waiting(_, let place) = $0 { place } else { nil } }
            #expect(places.sorted() == Array(1...340))
            #expect(try await fixture.database.read { try $0.cohort(cohort.id).taken } == 60)
            #expect(try await fixture.wrongCounters() == 0)
        }
    }
}

extension ApplicationOutcome {
    var isAccepted: Bool { if case .accepted = self { true } else { false } }
}
