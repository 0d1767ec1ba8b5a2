public import Accounts
public import Lessons
public import Storage

/// The subject of a ``LessonResultID``.
public enum LessonResultSubject {}
/// Made on the device: a result that is sent twice is one result.
public typealias LessonResultID = Identifier<LessonResultSubject>

/// Who answers: somebody with an account, or a participant of a class with their card.
public enum LessonTaker: Sendable, Hashable {
    case person(PersonID)
    case learner(LearnerID)
}

/// What somebody answered in a lesson or a final test. How it is marked is worked out here and never taken from the device.
public struct LessonResult: Sendable, Hashable {
    public let id: LessonResultID
    public let taker: LessonTaker
    public let course: String
    public let part: CoursePart.Place
    /// The version of the questions that were answered.
    public let version: String
    public let answers: [String: Answer]
    /// By the clock of the device.
    public let takenAt: Timestamp

    public init(
        id: LessonResultID = LessonResultID(), taker: LessonTaker, course: String, part: CoursePart.Place, version: String,
        answers: [String: Answer], takenAt: Timestamp
    ) {
        self.id = id
        self.taker = taker
        self.course = course
        self.part = part
        self.version = version
        self.answers = answers
        self.takenAt = takenAt
    }
}

/// What came of a result that was sent.
public enum LessonResultOutcome: Sendable, Hashable {
    case stored(Score)
    /// This very result was sent before.
    case storedBefore
    /// The questions have changed since; what was answered is kept, and the part has to be taken again.
    case outdated
    /// Another result has this id; this one is not kept.
    case refused
}

extension SQLConnection {
    /// Keeps what somebody answered, marked by the course as it is now. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// A final test counts as the assessment of the stage that names its course, if the learner is in it.
    ///
    /// - Parameter course: the course that the result names.
    /// - Throws: ``Storage/StorageError``.
    public func record(_ result: LessonResult, in course: Course, at now: Timestamp) throws -> LessonResultOutcome {
        let answers = result.answers.json
        let known = try first("SELECT person_id, learner_id, course, part, answers FROM lesson_result WHERE id = \(result.id)") { row in
            let taker: LessonTaker = row.isNull(at: 0) ? .learner(try row[1]) : .person(try row[0])
            let (course, part, kept): (String, String, String) = (try row[2], try row[3], try row[4])
            return taker == result.taker && course == result.course && part == result.part.description && kept == answers
        }
        if let known { return known ? .storedBefore : .refused }
        guard let part = course.part(result.part) else { return .refused }
        let isCurrent = part.version == result.version
        let score = part.questions.score(result.answers, passMark: result.part == .finalTest ? course.passMark : 0)
        // A device whose clock is ahead may not make its result the newest for ever.
        let takenAt = min(result.takenAt, now)
        let (person, learner) = result.taker.columns
        let isFirst: Int64? = try value(
            """
            SELECT 1 FROM lesson_result WHERE course = \(course.code) AND part = \(result.part.description) AND version = \(part.version)
                AND (person_id = \(person) OR learner_id = \(learner)) LIMIT 1
            """)
        try run(
            """
            INSERT INTO lesson_result (id, person_id, learner_id, course, part, version, answers, score, passed, taken_at, received_at)
            VALUES (\(result.id), \(person), \(learner), \(course.code), \(result.part.description), \(result.version), \(answers),
                \(isCurrent ? Int64(score.percent) : nil), \(Int64(isCurrent && score.isPassed ? 1 : 0)), \(takenAt), \(now))
            """)
        guard isCurrent else { return .outdated }
        if isFirst == nil {
            for (question, isRight) in score.results {
                try run(
                    """
                    INSERT INTO lesson_question_count (course, part, question, answered, answered_rightly)
                    VALUES (\(course.code), \(result.part.description), \(question), 1, \(Int64(isRight ? 1 : 0)))
                    ON CONFLICT (course, part, question) DO UPDATE SET answered = lesson_question_count.answered + 1,
                        answered_rightly = lesson_question_count.answered_rightly + excluded.answered_rightly
                    """)
            }
        }
        if result.part == .finalTest { try carryOver(score, of: course.code, by: result.taker, at: now) }
        return .stored(score)
    }

    /// Makes a final test the result of the stage that names its course; a better result that stands there stays.
    private func carryOver(_ score: Score, of course: String, by taker: LessonTaker, at now: Timestamp) throws {
        let (person, learner) = taker.columns
        let enrolments = try rows(
            """
            SELECT \(Enrolment.columns) FROM enrolment e JOIN learner l ON l.id = e.learner_id
            WHERE e.state = \(EnrolmentState.attending) AND (l.person_id = \(person) OR l.id = \(learner))
            """, Enrolment.init(row:))
        for enrolment in enrolments {
            let definition = try definition(of: try cohort(enrolment.cohort))
            guard let stage = definition.stage(enrolment.stage), stage.course == course else { continue }
            let standing: Int64? = try value(
                "SELECT score FROM stage_result WHERE enrolment_id = \(enrolment.id) AND stage = \(stage.code)")
            if (standing ?? -1) < Int64(score.percent * 100) {
                try recordResult(enrolment.id, stage: stage.code, percent: Double(score.percent), at: now)
            }
        }
    }
}

extension LessonTaker {
    /// What the columns `person_id` and `learner_id` hold.
    var columns: (person: PersonID?, learner: LearnerID?) {
        switch self {
        case .person(let id): (id, nil)
        case .learner(let id): (nil, id)
        }
    }
}
