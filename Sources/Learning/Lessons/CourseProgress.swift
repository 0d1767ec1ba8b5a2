public import Lessons
public import Storage

/// How far somebody got with a course.
public struct CourseProgress: Sendable, Hashable {
    /// The best percent for each part that was answered.
    public let best: [CoursePart.Place: Int]
    /// Whether the final test was passed.
    public let isPassed: Bool

    public static let none = CourseProgress(best: [:], isPassed: false)
}

/// How often a question was answered, and how often rightly.
public struct QuestionCount: Sendable, Hashable {
    public let answered: Int
    public let rightly: Int

    public init(answered: Int, rightly: Int) {
        self.answered = answered
        self.rightly = rightly
    }

    public var share: Double { answered == 0 ? 0 : Double(rightly) / Double(answered) }
}

extension SQLConnection {
    /// What somebody answered so far, with an account or with a card.
    public func progress(of taker: LessonTaker, in course: Course) throws -> CourseProgress {
        let (person, learner) = taker.columns
        let rows = try rows(
            """
            SELECT part, MAX(score), MAX(passed) FROM lesson_result
            WHERE course = \(course.code) AND score IS NOT NULL AND (person_id = \(person) OR learner_id = \(learner)) GROUP BY part
            """
        ) { (try $0[0] as String, Int(try $0[1] as Int64), try $0[2] as Int64 == 1) }
        var best: [CoursePart.Place: Int] = [:]
        for (part, score, _) in rows { if let place = CoursePart.Place(part) { best[place] = score } }
        return CourseProgress(best: best, isPassed: rows.contains { $0.0 == CoursePart.Place.finalTest.description && $0.2 })
    }

    /// How the first answers of everybody came out, by question.
    public func questionCounts(of course: Course) throws -> [String: QuestionCount] {
        Dictionary(
            uniqueKeysWithValues: try rows(
                "SELECT question, answered, answered_rightly FROM lesson_question_count WHERE course = \(course.code)"
            ) { (try $0[0] as String, QuestionCount(answered: Int(try $0[1] as Int64), rightly: Int(try $0[2] as Int64))) })
    }

    /// How the first answers of a class's participants came out, by question; for the trainer.
    public func questionCounts(of course: Course, in cohort: CohortID) throws -> [String: QuestionCount] {
        let results = try rows(
            """
            SELECT l.id, r.part, r.answers FROM enrolment e JOIN learner l ON l.id = e.learner_id
            JOIN lesson_result r ON r.learner_id = l.id OR r.person_id = l.person_id
            WHERE e.cohort_id = \(cohort) AND r.course = \(course.code) AND r.score IS NOT NULL ORDER BY r.taken_at, r.id
            """
        ) { (learner: try $0[0] as LearnerID, part: try $0[1] as String, answers: try $0[2] as String) }
        var seen: Set<String> = []
        var counts: [String: (answered: Int, rightly: Int)] = [:]
        for result in results where seen.insert("\(result.learner) \(result.part)").inserted {
            guard let part = CoursePart.Place(result.part).flatMap(course.part), let answers = [String: Answer](json: result.answers.utf8)
            else { continue }
            for (question, isRight) in part.questions.score(answers, passMark: 0).results {
                counts[question, default: (0, 0)].answered += 1
                if isRight { counts[question]?.rightly += 1 }
            }
        }
        return counts.mapValues { QuestionCount(answered: $0.answered, rightly: $0.rightly) }
    }
}
