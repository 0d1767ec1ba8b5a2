import Journey
import Learning
import Lessons
import Simulation
import Storage

/// Participants of running classes who take the courses that come along: some all of it, some a part, some questions harder than others.
struct DemoLessons {
    let workspace: Workspace
    let seed: UInt64
    let now: Timestamp

    func run() async throws {
        var chance = SeededGenerator(seed: seed, stream: 600)
        for course in try Course.shipped() {
            let learners = try await workspace.database.read { connection in
                try connection.programmes().flatMap { try connection.cohorts(of: $0.id) }
                    .flatMap { try connection.enrolments(in: $0.id, states: [.attending], limit: 20) }.map(\.learner)
            }
            for learner in Set(learners).sorted() where chance.happens(0.5) {
                let results = Self.results(of: learner, course, now: now, &chance)
                try await workspace.database.write(holding: .learning) { connection in
                    for result in results { _ = try connection.record(result, in: course, at: now) }
                }
            }
        }
    }

    private static func results(
        of learner: LearnerID, _ course: Course, now: Timestamp, _ chance: inout SeededGenerator
    ) -> [LessonResult] {
        let skill = Double(chance.within(50...95)) / 100
        return course.parts.prefix(chance.within(1...course.parts.count)).enumerated().map { place, part in
            var answers: [String: Answer] = [:]
            for (number, question) in part.questions.enumerated() {
                let isRight = chance.happens(skill - Double(number % 3) * 0.12)
                switch question.kind {
                case .number(let value, _): answers[question.id] = .number(isRight ? value : value / 10)
                case .single(let options), .several(let options):
                    let right = options.indices.filter { options[$0].isRight }
                    answers[question.id] = .options(isRight ? Set(right) : [chance.below(options.count)])
                }
            }
            return LessonResult(
                taker: .learner(learner), course: course.code, part: part.place, version: part.version, answers: answers,
                takenAt: now.adding(.seconds(-3600 * (course.parts.count - place))))
        }
    }
}
