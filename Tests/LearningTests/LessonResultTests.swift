import Accounts
import Lessons
import Storage
import StorageTesting
import Testing

@testable import Learning

@Suite("Results of lessons")
struct LessonResultTests {
    private typealias Fixture = LearningFixture

    private static func course() throws -> Course { try #require(Course.shipped().first { $0.code == "jualan-online-dari-nol" }) }

    /// All answers to a part, right up to the given number of questions.
    private static func answers(_ part: CoursePart, right: Int) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for (place, question) in part.questions.enumerated() {
            switch question.kind {
            case .number(let value, _): answers[question.id] = .number(place < right ? value : value + 1)
            case .single(let options), .several(let options):
                let rightOnes = Set(options.indices.filter { options[$0].isRight })
                answers[question.id] = .options(place < right ? rightOnes : Set(options.indices).subtracting(rightOnes))
            }
        }
        return answers
    }

    private static func result(
        _ part: CoursePart, right: Int, by taker: LessonTaker, id: LessonResultID = LessonResultID(), at time: Timestamp = Fixture.start
    ) -> LessonResult {
        LessonResult(
            id: id, taker: taker, course: "jualan-online-dari-nol", part: part.place, version: part.version,
            answers: answers(part, right: right), takenAt: time)
    }

    @Test("sent twice are one, and another one under the same id is refused", arguments: TestEngine.allCases)
    func twice(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let course = try Self.course()
            let part = course.lessons[1]
            let taker = LessonTaker.person(PersonID())
            let first = Self.result(part, right: 2, by: taker)
            try await fixture.database.write(holding: .learning) { connection in
                guard case .stored(let score) = try connection.record(first, in: course, at: Fixture.day(1)) else {
                    Issue.record("the result is not stored")
                    return
                }
                #expect(score.percent == 2 * 100 / part.questions.count)
                #expect(try connection.record(first, in: course, at: Fixture.day(2)) == .storedBefore)
                #expect(
                    try connection.record(Self.result(part, right: 4, by: taker, id: first.id), in: course, at: Fixture.day(2)) == .refused)
                let other = Self.result(part, right: 2, by: .person(PersonID()), id: first.id)
                #expect(try connection.record(other, in: course, at: Fixture.day(2)) == .refused)
                let counts = try connection.questionCounts(of: course)
                #expect(counts.count == part.questions.count && counts.values.allSatisfy { $0.answered == 1 })
                #expect(counts.values.reduce(0) { $0 + $1.rightly } == 2)
            }
        }
    }

    @Test("show the best of each part, while the first answers tell what is hard", arguments: TestEngine.allCases)
    func progress(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let course = try Self.course()
            let taker = LessonTaker.person(PersonID())
            try await fixture.database.write(holding: .learning) { connection in
                for right in [1, course.lessons[0].questions.count, 0] {
                    _ = try connection.record(Self.result(course.lessons[0], right: right, by: taker), in: course, at: Fixture.day(1))
                }
                _ = try connection.record(Self.result(course.finalTest, right: 6, by: taker), in: course, at: Fixture.day(1))
                #expect(
                    try connection.progress(of: taker, in: course)
                        == CourseProgress(best: [.lesson(1): 100, .finalTest: 60], isPassed: false))
                _ = try connection.record(Self.result(course.finalTest, right: 7, by: taker), in: course, at: Fixture.day(2))
                #expect(try connection.progress(of: taker, in: course).isPassed)
                #expect(try connection.progress(of: .person(PersonID()), in: course) == .none)
                let counts = try connection.questionCounts(of: course)
                let lesson = course.lessons[0].questions.compactMap { counts[$0.id] }
                #expect(lesson.allSatisfy { $0.answered == 1 } && lesson.reduce(0) { $0 + $1.rightly } == 1)
            }
        }
    }

    @Test("of questions that have changed since are kept and not marked", arguments: TestEngine.allCases)
    func outdated(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let course = try Self.course()
            let taker = LessonTaker.person(PersonID())
            let old = LessonResult(
                taker: taker, course: course.code, part: .lesson(1), version: "0123456789abcdef", answers: ["foto-1": .options([0])],
                takenAt: Fixture.start)
            try await fixture.database.write(holding: .learning) { connection in
                let outcome = try connection.record(old, in: course, at: Fixture.day(1))
                #expect(outcome == .outdated)
                #expect(try connection.progress(of: taker, in: course) == .none)
                #expect(try connection.questionCounts(of: course).isEmpty)
                #expect(try connection.value("SELECT COUNT(*) FROM lesson_result") as Int64? == 1)
            }
        }
    }

    @Test("of a final test are the assessment of the stage that names the course; the best counts", arguments: TestEngine.allCases)
    func stage(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let course = try Self.course()
            let cohort = try await fixture.open("kartu-prakerja", code: "gelombang-72")
            for number in 0..<2 { try await fixture.apply(Fixture.person(number), to: cohort) }
            let all = try await fixture.enrolments(cohort, .accepted)
            try await fixture.database.write(holding: .learning) { connection in
                for enrolment in all {
                    let voucher = try connection.activateVoucher(of: enrolment, at: Fixture.day(1))
                    try connection.redeemVoucher(voucher.code, at: Fixture.day(2))
                }
                let learners = try all.map { try connection.enrolment($0).learner }
                for right in [8, 9, 5] {
                    _ = try connection.record(
                        Self.result(course.finalTest, right: right, by: .learner(learners[0])), in: course, at: Fixture.day(3))
                }
                _ = try connection.record(
                    Self.result(course.finalTest, right: 4, by: .learner(learners[1])), in: course, at: Fixture.day(3))
                #expect(try connection.results(of: cohort.id, stage: "kursus") == [all[0]: 9_000, all[1]: 4_000])
                let counts = try connection.questionCounts(of: course, in: cohort.id)
                #expect(counts.count == 10 && counts.values.allSatisfy { $0.answered == 2 })
                #expect(counts.values.reduce(0) { $0 + $1.rightly } == 12)
            }
            #expect(
                try await fixture.close("kursus", of: cohort) == StageOutcome(passed: 1, notAmongBest: 0, failed: 1, neverCame: 0))
        }
    }
}
