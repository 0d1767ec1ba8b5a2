public import Storage

/// The tables of definitions, classes, learners, enrolments, attendance, and the counts of people.
public enum LearningSchema {
    /// Learners by the blocking keys of what is known of them.
    static let learnerKeys = KeyIndex("learner_key", newest: "learner_key_newest", gathering: 1 << 16)

    public static let migrations: [Migration] =
        [
            Migration("0050 programmes and cohorts", programmes),
            Migration("0051 learners") { type in learners(type) + learnerKeys.statements(type) },
            Migration("0052 enrolments", enrolments),
            Migration("0053 attendance", attendance),
            Migration("0054 counts of people", counts),
            Migration("0055 certificates", certificates),
            Migration("0056 targets for people", targets),
        ] + LessonSchema.migrations + LiveSchema.migrations

    @Sendable private static func programmes(_ type: SchemaTypes) -> [String] {
        [
            // Every definition that a programme has had: a cohort goes by the one that stood when it was opened.
            """
            CREATE TABLE programme_definition (
                programme_id \(type.bytes) NOT NULL REFERENCES programme (id), version \(type.integer) NOT NULL CHECK (version > 0),
                definition \(type.text) NOT NULL, saved_by \(type.bytes), saved_at \(type.integer) NOT NULL,
                PRIMARY KEY (programme_id, version)
            )\(type.clustered)
            """,
            """
            CREATE TABLE cohort (
                id \(type.bytes) NOT NULL PRIMARY KEY, programme_id \(type.bytes) NOT NULL REFERENCES programme (id),
                definition_version \(type.integer) NOT NULL, code \(type.text) NOT NULL UNIQUE CHECK (code <> ''),
                name \(type.text) NOT NULL, region \(type.text) NOT NULL, pillar \(type.text) NOT NULL,
                seats \(type.integer) NOT NULL CHECK (seats > 0), taken \(type.integer) NOT NULL CHECK (taken >= 0),
                applications \(type.integer) NOT NULL, opens_at \(type.integer) NOT NULL,
                closes_at \(type.integer) NOT NULL CHECK (closes_at > opens_at),
                is_selected \(type.integer) NOT NULL CHECK (is_selected IN (0, 1)), created_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
            "CREATE INDEX cohort_by_programme ON cohort (programme_id, opens_at)",
            """
            CREATE TABLE cohort_quota (
                cohort_id \(type.bytes) NOT NULL REFERENCES cohort (id), region \(type.text) NOT NULL,
                seats \(type.integer) NOT NULL CHECK (seats > 0), taken \(type.integer) NOT NULL, PRIMARY KEY (cohort_id, region)
            )\(type.clustered)
            """,
            """
            CREATE TABLE class_session (
                id \(type.bytes) NOT NULL PRIMARY KEY, cohort_id \(type.bytes) NOT NULL REFERENCES cohort (id), stage \(type.text) NOT NULL,
                number \(type.integer) NOT NULL, title \(type.text) NOT NULL, place \(type.text) NOT NULL, link \(type.text) NOT NULL,
                region \(type.text) NOT NULL, starts_at \(type.integer) NOT NULL, minutes \(type.integer) NOT NULL CHECK (minutes > 0),
                capacity \(type.integer), trainer \(type.text) NOT NULL, trainer_id \(type.bytes), changes \(type.integer) NOT NULL,
                is_cancelled \(type.integer) NOT NULL CHECK (is_cancelled IN (0, 1)), changed_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
            "CREATE INDEX class_session_by_cohort ON class_session (cohort_id, stage, number)",
        ]
    }

    private static func learners(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE learner (
                id \(type.bytes) NOT NULL PRIMARY KEY, name \(type.text) NOT NULL CHECK (name <> ''), nik \(type.bytes),
                nik_print \(type.bytes), phone \(type.bytes), birth_day \(type.integer), sex \(type.integer) NOT NULL CHECK (sex IN (0, 1, 2)),
                disability \(type.integer) NOT NULL CHECK (disability IN (0, 1, 2)), region \(type.text) NOT NULL,
                business_id \(type.bytes), business_name \(type.text) NOT NULL,
                person_id \(type.bytes), features \(type.bytes) NOT NULL, created_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
            "CREATE INDEX learner_by_business ON learner (business_id) WHERE business_id IS NOT NULL",
            "CREATE INDEX learner_by_person ON learner (person_id) WHERE person_id IS NOT NULL",
            // Two learners who may be one person, for an officer to look at.
            """
            CREATE TABLE learner_doubt (
                learner_id \(type.bytes) NOT NULL REFERENCES learner (id), other_id \(type.bytes) NOT NULL REFERENCES learner (id),
                probability \(type.integer) NOT NULL CHECK (probability BETWEEN 0 AND 1000000), noticed_at \(type.integer) NOT NULL,
                PRIMARY KEY (learner_id, other_id)
            )\(type.clustered)
            """,
        ]
    }

    @Sendable private static func enrolments(_ type: SchemaTypes) -> [String] {
        let states = EnrolmentState.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return [
            """
            CREATE TABLE enrolment (
                id \(type.bytes) NOT NULL PRIMARY KEY, cohort_id \(type.bytes) NOT NULL REFERENCES cohort (id),
                learner_id \(type.bytes) NOT NULL REFERENCES learner (id), state \(type.text) NOT NULL CHECK (state IN (\(states))),
                stage \(type.text) NOT NULL, number \(type.integer) NOT NULL, score \(type.integer), quota \(type.text),
                team \(type.text) NOT NULL, role \(type.text) NOT NULL, respond_by \(type.integer), motivation \(type.text) NOT NULL,
                enrolled_day \(type.integer), attended_day \(type.integer), passed_day \(type.integer), certified_day \(type.integer),
                applied_at \(type.integer) NOT NULL, changed_at \(type.integer) NOT NULL, UNIQUE (cohort_id, learner_id)
            )\(type.strict)
            """,
            "CREATE INDEX enrolment_by_learner ON enrolment (learner_id)",
            "CREATE INDEX enrolment_by_state ON enrolment (cohort_id, state, number)",
            "CREATE INDEX enrolment_by_deadline ON enrolment (respond_by) WHERE respond_by IS NOT NULL",
            """
            CREATE TABLE enrolment_event (
                enrolment_id \(type.bytes) NOT NULL REFERENCES enrolment (id), number \(type.integer) NOT NULL, state \(type.text) NOT NULL,
                stage \(type.text) NOT NULL, reason \(type.text) NOT NULL, done_by \(type.bytes), done_at \(type.integer) NOT NULL,
                PRIMARY KEY (enrolment_id, number)
            )\(type.clustered)
            """,
            """
            CREATE TABLE application_review (
                enrolment_id \(type.bytes) NOT NULL REFERENCES enrolment (id), reviewer \(type.bytes) NOT NULL, criterion \(type.text) NOT NULL,
                points \(type.integer) NOT NULL CHECK (points >= 0), reviewed_at \(type.integer) NOT NULL,
                PRIMARY KEY (enrolment_id, reviewer, criterion)
            )\(type.clustered)
            """,
            """
            CREATE TABLE stage_result (
                enrolment_id \(type.bytes) NOT NULL REFERENCES enrolment (id), stage \(type.text) NOT NULL,
                score \(type.integer) NOT NULL CHECK (score BETWEEN 0 AND 10000), recorded_by \(type.bytes),
                recorded_at \(type.integer) NOT NULL, PRIMARY KEY (enrolment_id, stage)
            )\(type.clustered)
            """,
            """
            CREATE TABLE voucher (
                code \(type.text) NOT NULL PRIMARY KEY, enrolment_id \(type.bytes) NOT NULL UNIQUE REFERENCES enrolment (id),
                value \(type.integer) NOT NULL, activated_at \(type.integer) NOT NULL, expires_at \(type.integer) NOT NULL,
                redeemed_at \(type.integer), rating \(type.integer) CHECK (rating BETWEEN 1 AND 5), rated_at \(type.integer)
            )\(type.strict)
            """,
            // What participants are to be told; somebody sends it, or they read it when they look.
            """
            CREATE TABLE learner_message (
                id \(type.bytes) NOT NULL PRIMARY KEY, enrolment_id \(type.bytes) NOT NULL REFERENCES enrolment (id),
                kind \(type.text) NOT NULL, created_at \(type.integer) NOT NULL, sent_at \(type.integer)
            )\(type.strict)
            """,
            "CREATE INDEX learner_message_unsent ON learner_message (created_at) WHERE sent_at IS NULL",
            "CREATE INDEX learner_message_by_enrolment ON learner_message (enrolment_id)",
        ]
    }

    /// Every mark that came from any phone, and what follows from them: the latest mark of a session stands.
    @Sendable private static func attendance(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE attendance_mark (
                id \(type.bytes) NOT NULL PRIMARY KEY, session_id \(type.bytes) NOT NULL REFERENCES class_session (id),
                enrolment_id \(type.bytes) NOT NULL REFERENCES enrolment (id), is_present \(type.integer) NOT NULL CHECK (is_present IN (0, 1)),
                method \(type.text) NOT NULL CHECK (method IN ('code-shown', 'code-scanned', 'list', 'sheet', 'live')),
                marked_at \(type.integer) NOT NULL, marked_by \(type.bytes), received_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
            """
            CREATE TABLE attendance (
                session_id \(type.bytes) NOT NULL REFERENCES class_session (id), enrolment_id \(type.bytes) NOT NULL REFERENCES enrolment (id),
                is_present \(type.integer) NOT NULL CHECK (is_present IN (0, 1)), marked_at \(type.integer) NOT NULL,
                mark_id \(type.bytes) NOT NULL, PRIMARY KEY (session_id, enrolment_id)
            )\(type.clustered)
            """,
            "CREATE INDEX attendance_by_enrolment ON attendance (enrolment_id)",
        ]
    }

    /// People by the month in which they first came to each step. An empty programme or pillar stands for all.
    @Sendable private static func counts(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE people_counter (
                programme \(type.bytes) NOT NULL, pillar \(type.text) NOT NULL, region \(type.text) NOT NULL, month \(type.integer) NOT NULL,
                sex \(type.integer) NOT NULL, disability \(type.integer) NOT NULL, enrolled \(type.integer) NOT NULL,
                attended \(type.integer) NOT NULL, passed \(type.integer) NOT NULL, certified \(type.integer) NOT NULL,
                PRIMARY KEY (programme, pillar, region, month, sex, disability)
            )\(type.clustered)
            """
        ]
    }

    /// Numbers of people to reach. An empty pillar stands for all.
    @Sendable private static func targets(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE people_target (
                id \(type.bytes) NOT NULL PRIMARY KEY, title \(type.text) NOT NULL, title_english \(type.text) NOT NULL,
                step \(type.text) NOT NULL CHECK (step IN ('enrolled', 'attended', 'passed', 'certified')), region \(type.text) NOT NULL,
                programme_id \(type.bytes) REFERENCES programme (id), pillar \(type.text) NOT NULL, first_day \(type.integer) NOT NULL,
                last_day \(type.integer) NOT NULL CHECK (last_day >= first_day), value \(type.integer) NOT NULL CHECK (value > 0)
            )\(type.strict)
            """
        ]
    }

    /// Certificates as they were signed, and the lists of those that were taken back as they were published.
    @Sendable private static func certificates(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE certificate (
                id \(type.bytes) NOT NULL PRIMARY KEY, enrolment_id \(type.bytes) NOT NULL UNIQUE REFERENCES enrolment (id),
                number \(type.text) NOT NULL UNIQUE, issued_year \(type.integer) NOT NULL, issued_day \(type.integer) NOT NULL,
                expires_day \(type.integer), jwt \(type.text) NOT NULL, rs256 \(type.text), json \(type.text) NOT NULL,
                compact \(type.text) NOT NULL, revoked_day \(type.integer), revoked_reason \(type.text) NOT NULL, revoked_by \(type.bytes),
                issued_by \(type.bytes), issued_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
            "CREATE INDEX certificate_by_year ON certificate (issued_year)",
            "CREATE INDEX certificate_revoked ON certificate (revoked_day) WHERE revoked_day IS NOT NULL",
            """
            CREATE TABLE certificate_revocation_list (
                sequence \(type.integer) NOT NULL PRIMARY KEY, as_of_day \(type.integer) NOT NULL, list \(type.text) NOT NULL,
                signed_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
        ]
    }
}
