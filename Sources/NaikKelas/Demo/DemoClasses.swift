import Accounts
import Journey
import Learning
import Nusantara
import Simulation
import Storage
import Web

/// Classes of every national programme, with people in all states, brought about by the same code as real ones: one that is over, one that is
/// under way, and one that takes applications.
struct DemoClasses {
    let workspace: Workspace
    let population: SimulatedPopulation
    let seed: UInt64
    let today: CalendarDate
    let issuer: CertificateIssuer

    /// A phase in which a class is shown.
    private enum Phase: Int, CaseIterable {
        case over, running, open

        /// Days from today on which applications opened.
        var opened: Int {
            switch self {
            case .over: -90
            case .running: -30
            case .open: -3
            }
        }

        var words: String {
            switch self {
            case .over: "angkatan 1"
            case .running: "angkatan 2"
            case .open: "angkatan 3"
            }
        }
    }

    func run() async throws {
        let started = ContinuousClock.now
        var chance = SeededGenerator(seed: seed, stream: 500)
        for code in NationalProgrammes.codes {
            let definition = try NationalProgrammes.definition(code)
            for phase in Phase.allCases { try await run(definition, phase, &chance) }
        }
        let runner = JobRunner(workspace.database, handlers: LearningJob.handlers(workspace.database, now: { .now }))
        while try await runner.runDueJobs() > 0 {}
        try await DemoLessons(workspace: workspace, seed: seed, now: instant(0)).run()
        try await setTarget()
        let people = try await workspace.database.read { try $0.people() }
        Console.current.warn(
            "Classes of \(NationalProgrammes.codes.count) programmes: \(grouped(people.enrolled)) people enrolled, \(grouped(people.certified)) certified, after \(Int((ContinuousClock.now - started) / .seconds(1))) s."
        )
    }

    /// The national target of 300,000 trained people, at the demo's own scale.
    private func setTarget() async throws {
        let (year, _, _) = today.components
        guard let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31) else {
            return
        }
        let target = PeopleTarget(
            title: "300 ribu orang terlatih (skala contoh 1 : 1.000)", titleEnglish: "300,000 people trained (sample scale 1 : 1,000)",
            step: .passed, firstDay: first, lastDay: last, value: 300)
        try await workspace.database.write { try $0.setPeopleTarget(target) }
    }

    private func instant(_ days: Int, hour: Int = 9) -> Timestamp {
        // Nine in the morning of western Indonesia is two in the morning of UTC.
        Timestamp(rawValue: Int64(today.adding(days: days).dayNumber) * 86_400_000_000).adding(.seconds((hour - 7) * 3600))
    }

    private func run(_ definition: ProgrammeDefinition, _ phase: Phase, _ chance: inout SeededGenerator) async throws {
        let seats = min(definition.seats, 24)
        let region = definition.code == "bakti" ? RegionCode(rawValue: Self.baktiCities[phase.rawValue]) : .nation
        let pillar = definition.code == "siberkreasi" ? Pillar.allCases[phase.rawValue + 1] : nil
        let opened = instant(phase.opened)
        let cohort = try await workspace.database.write { connection in
            guard let programme = try connection.programme(code: definition.code) else { throw LearningError.unknownProgramme }
            let quotas: [RegionCode: Int] =
                definition.selection.method == .regionQuota ? [RegionCode(rawValue: "33"): 8, RegionCode(rawValue: "35"): 8] : [:]
            return try connection.openCohort(
                Cohort(
                    programme: programme.id, code: "\(definition.code)-\(phase.rawValue + 1)",
                    name: "\(definition.name.indonesian), \(phase.words)", region: region, pillar: pillar, seats: seats, opensAt: opened,
                    closesAt: instant(phase.opened + 14)), quotas: quotas, at: opened)
        }
        try await addSessions(definition, cohort, phase)
        try await apply(seats + seats / 3, cohort, definition, phase, &chance)
        try await choose(cohort, definition, phase, &chance)
        guard phase != .open else { return }
        try await hold(cohort, definition, phase, &chance)
    }

    private static let baktiCities = ["81.71", "53.71", "91.71"]

    private func addSessions(_ definition: ProgrammeDefinition, _ cohort: Cohort, _ phase: Phase) async throws {
        var sessions: [ClassSession] = []
        for (place, stage) in definition.stages.enumerated() where stage.attendance > 0 {
            for number in 1...(stage.attendance == 1 ? 1 : 4) {
                let isOnline = cohort.region == .nation && number % 2 == 0
                sessions.append(
                    ClassSession(
                        cohort: cohort.id, stage: stage.code, number: number, title: "\(stage.name.indonesian) \(number)",
                        place: isOnline ? "" : "Balai latihan kota", link: isOnline ? "https://ruang.example/\(cohort.code)-\(number)" : "",
                        region: cohort.region, startsAt: instant(phase.opened + 18 + place * 8 + number), minutes: 180, capacity: 60,
                        trainer: ["Ratna Dewi", "Yusuf Rahman", "Maria Tanod"][number % 3]))
            }
        }
        let made = sessions
        try await workspace.database.write { connection in for session in made { try connection.save(session, at: cohort.opensAt) } }
    }

    private func apply(
        _ count: Int, _ cohort: Cohort, _ definition: ProgrammeDefinition, _ phase: Phase, _ chance: inout SeededGenerator
    ) async throws {
        var people: [LearnerDetails] = []
        while people.count < count {
            let business = population.businesses[chance.below(population.businesses.count)]
            let owner = population.firstOwner(of: business)
            people.append(
                LearnerDetails(
                    name: population.name(of: owner), phone: owner.phoneNumber, birthDate: owner.birthDate.iso,
                    sex: owner.isFemale ? "P" : "L",
                    hasDisability: chance.happens(0.04), region: population.regency(of: owner).code,
                    businessName: definition.applicants.ownsBusiness ? population.name(of: business) : ""))
        }
        let (made, vault, today, teams) = (people, workspace.vault, today, definition.teams)
        let isList = definition.code == "gofood-onboarding"
        try await workspace.database.write(holding: .learning) { connection in
            var enrolled = 0
            for (place, details) in made.enumerated() {
                var details = details
                details.business = try connection.knownBusiness(of: details, vault: vault, today: today)
                guard let learner = try? PreparedLearner(details, vault: vault, today: today) else { continue }
                let at = cohort.opensAt.adding(.seconds(3600 + place * 60))
                if isList {
                    _ = try connection.enrol([learner], in: cohort.id, at: at)
                    continue
                }
                let role = teams.map { $0.roles[place % $0.roles.count] } ?? ""
                let outcome = try connection.apply(
                    Application(
                        cohort: cohort.id, learner: learner, motivation: "Ingin usaha saya dikenal lebih luas.",
                        team: teams == nil ? "" : "Tim \(place / 3 + 1)", role: role), at: at)
                if case .accepted = outcome { enrolled += 1 }
            }
        }
    }

    /// Checks, tests, reviews and gives seats; a few say no, and whoever waits moves up.
    private func choose(
        _ cohort: Cohort, _ definition: ProgrammeDefinition, _ phase: Phase, _ chance: inout SeededGenerator
    ) async throws {
        let applicants = try await workspace.database.read { try $0.enrolments(in: cohort.id, states: [.submitted]) }
        let scores = applicants.map { _ in chance.within(30...98) }
        let isOpen = phase == .open
        let refusals = (0..<3).map { _ in chance.below(1 << 20) }
        let (checked, selected, answered) = (instant(phase.opened + 2, hour: 10), instant(phase.opened + 15), instant(phase.opened + 16))
        try await workspace.database.write(holding: .learning) { connection in
            for (place, enrolment) in applicants.enumerated() {
                // While applications come in, some have not been looked at.
                if isOpen, place % 3 == 0 { continue }
                if definition.selection.isChecked {
                    try connection.checkApplication(enrolment.id, isInOrder: place % 11 != 10, by: nil, at: checked)
                }
                if definition.selection.method == .test, place % 11 != 10, !isOpen || place % 3 == 1 {
                    try connection.recordTest(enrolment.id, percent: Double(scores[place]), at: checked)
                }
                for criterion in definition.selection.criteria {
                    for reviewer in Self.reviewers.prefix(definition.selection.reviewers) {
                        let points = min(criterion.highest, scores[place] * criterion.highest / 100 + 1)
                        try connection.review(
                            enrolment.id, [ReviewPoints(criterion: criterion.code, points: points)], by: reviewer, at: checked)
                    }
                }
            }
            if isOpen {
                // Somebody who had a seat at once cannot come after all.
                if let first = try connection.enrolments(in: cohort.id, states: [.accepted]).first {
                    try connection.leave(first.id, at: instant(0, hour: 8))
                }
                return
            }
            if !definition.selection.isImmediate { _ = try connection.select(cohort.id, at: selected) }
            let seated = try connection.enrolments(in: cohort.id, states: [.accepted])
            for place in Set(refusals.map { $0 % max(seated.count, 1) }) where !seated.isEmpty {
                try connection.leave(seated[place].id, at: answered)
            }
            for enrolment in try connection.enrolments(in: cohort.id, states: [.offered]) {
                try connection.confirm(enrolment.id, at: answered)
            }
            if definition.needsConfirmation {
                for enrolment in try connection.enrolments(in: cohort.id, states: [.accepted]) {
                    try connection.confirm(enrolment.id, at: answered)
                }
            }
        }
    }

    private static let reviewers = [
        PersonID(high: 0x019A_0000_0000_7001, low: 0x8000_0000_0000_0001),
        PersonID(high: 0x019A_0000_0000_7002, low: 0x8000_0000_0000_0002),
    ]

    /// Holds the sessions and closes the stages; of a class that is under way the first session alone.
    private func hold(_ cohort: Cohort, _ definition: ProgrammeDefinition, _ phase: Phase, _ chance: inout SeededGenerator) async throws {
        if definition.voucher != nil { try await useVouchers(cohort, phase) }
        for (place, stage) in definition.stages.enumerated() {
            let sessions = try await workspace.database.read { try $0.sessions(of: cohort.id).filter { $0.stage == stage.code } }
            let states: Set<EnrolmentState> = place == 0 ? [.accepted, .confirmed, .attending] : [.attending]
            let people = try await workspace.database.read { connection in
                try connection.enrolments(in: cohort.id, states: states).filter { place == 0 || $0.stage == stage.code }
            }
            let held = phase == .running ? Array(sessions.prefix(1)) : sessions
            // Some never come, some miss now and then.
            let diligence = people.map { _ in chance.happens(0.08) ? 0.0 : chance.happens(0.15) ? 0.55 : 0.97 }
            var marks: [AttendanceMark] = []
            for (number, session) in held.enumerated() {
                for (person, share) in zip(people, diligence) where chance.happens(share) {
                    let method: AttendanceMark.Method = session.place.isEmpty ? .codeShown : number == 0 ? .codeScanned : .sheet
                    marks.append(AttendanceMark(session: session.id, enrolment: person.id, method: method, at: session.startsAt))
                }
            }
            let scores = people.map { _ in Double(chance.within(52...100)) }
            let (made, isOver) = (marks, phase == .over)
            let closing = instant(phase.opened + 24 + place * 8)
            try await workspace.database.write(holding: .learning) { connection in
                _ = try connection.record(made, at: held.last?.endsAt ?? closing)
                guard isOver else { return }
                if stage.passMark != nil {
                    for (person, score) in zip(people, scores) {
                        try connection.recordResult(person.id, stage: stage.code, percent: stage.passMark == 100 ? 100 : score, at: closing)
                    }
                }
                _ = try connection.closeStage(stage.code, of: cohort.id, at: closing)
            }
            guard isOver else { return }
        }
        try await certify(cohort, definition, phase)
    }

    private func useVouchers(_ cohort: Cohort, _ phase: Phase) async throws {
        let (activated, redeemed) = (instant(phase.opened + 16), instant(phase.opened + 17))
        try await workspace.database.write(holding: .learning) { connection in
            for (place, enrolment) in try connection.enrolments(in: cohort.id, states: [.accepted]).enumerated() where place % 8 != 7 {
                let voucher = try connection.activateVoucher(of: enrolment.id, at: activated)
                if place % 5 != 4 {
                    try connection.redeemVoucher(voucher.code, at: redeemed)
                    if place % 6 != 5 { try connection.rateCourse(enrolment.id, 3 + place % 3, at: redeemed.adding(.seconds(86_400))) }
                }
            }
        }
    }

    private func certify(_ cohort: Cohort, _ definition: ProgrammeDefinition, _ phase: Phase) async throws {
        let issued = instant(phase.opened + 40)
        let (issuer, vault) = (issuer, workspace.vault)
        try await workspace.database.write(holding: .learning) { connection in
            var certificates: [Certificate] = []
            for (place, enrolment) in try connection.enrolments(in: cohort.id, states: [.completed]).enumerated() {
                if definition.certificate?.kind == .competence, place % 6 != 5 { try connection.assess(enrolment.id, at: issued) }
                // A few are still to be issued.
                guard place % 9 != 8, try connection.certificateObstacle(enrolment.id) == nil else { continue }
                certificates.append(
                    try connection.issueCertificate(
                        of: enrolment.id, by: issuer, site: "https://naikkelas.example", vault: vault, at: issued))
            }
            if definition.code == "siberkreasi", let first = certificates.first {
                try connection.revokeCertificate(first.id, reason: "Nama tertukar", by: nil, at: issued.adding(.seconds(86_400)))
            }
        }
    }
}
