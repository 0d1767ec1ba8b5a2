import Storage

/// The tables of what people answered in lessons and final tests.
enum LessonSchema {
    static let migrations: [Migration] = [results]

    private static let results = Migration("0060 results of lessons") { type in
        [
            // One row for each time that somebody answered, under the id that their device made.
            """
            CREATE TABLE lesson_result (
                id \(type.bytes) NOT NULL PRIMARY KEY, person_id \(type.bytes), learner_id \(type.bytes) REFERENCES learner (id),
                course \(type.text) NOT NULL CHECK (course <> ''), part \(type.text) NOT NULL CHECK (part <> ''),
                version \(type.text) NOT NULL, answers \(type.text) NOT NULL, score \(type.integer) CHECK (score BETWEEN 0 AND 100),
                passed \(type.integer) NOT NULL CHECK (passed IN (0, 1)), taken_at \(type.integer) NOT NULL,
                received_at \(type.integer) NOT NULL, CHECK ((person_id IS NULL) <> (learner_id IS NULL))
            )\(type.strict)
            """,
            "CREATE INDEX lesson_result_by_person ON lesson_result (person_id, course) WHERE person_id IS NOT NULL",
            "CREATE INDEX lesson_result_by_learner ON lesson_result (learner_id, course) WHERE learner_id IS NOT NULL",
            // How the first answers of everybody came out; later ones say less of what is hard.
            """
            CREATE TABLE lesson_question_count (
                course \(type.text) NOT NULL, part \(type.text) NOT NULL, question \(type.text) NOT NULL,
                answered \(type.integer) NOT NULL, answered_rightly \(type.integer) NOT NULL, PRIMARY KEY (course, part, question)
            )\(type.clustered)
            """,
        ]
    }
}
