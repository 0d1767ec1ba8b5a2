import Lessons

@testable import Web

extension LessonPage {
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></svg>"

    /// A course of one lesson with a question of each kind, and a final test.
    static let sampleCourse: Course = {
        func lesson(_ title: String, _ questions: String, _ id: String) -> [UInt8] {
            Array(
                """
                # \(title) \(typedText)

                Isi **tebal** \(typedText)

                ![Kotak](kotak.svg)

                ## \(questions)

                ### Berapa \(typedText)? {\(id)-a}
                = 5
                  Lima.
                ### Mana? {\(id)-b}
                - [ ] Satu \(typedText)
                  Bukan.
                - [x] Dua
                  Ya.
                ### Pilih semua {\(id)-c}
                - [x] Satu
                  Ya.
                - [x] Dua
                  Ya.
                """.utf8)
        }
        let header = """
            {"code": "contoh", "title": {"id": "Contoh", "en": "Example"}, "summary": {"id": "Ringkas", "en": "Short"},
             "pillar": "digital-skills", "minutes": 10, "passMark": 70}
            """
        do {
            return try Course(files: [
                "course.json": Array(header.utf8), "kotak.svg": Array(picture.utf8), "01.id.md": lesson("Satu", "Pertanyaan", "s"),
                "01.en.md": lesson("One", "Questions", "s"), "test.id.md": lesson("Ujian", "Pertanyaan", "u"),
                "test.en.md": lesson("Test", "Questions", "u"),
            ])
        } catch {
            fatalError("\(error)")
        }
    }()
    private static let result = "019abf3e-8c00-7a1b-9c55-0123456789ab"

    static let sample = LessonPage(
        course: sampleCourse, part: sampleCourse.lessons[0], language: .indonesian, result: result, taker: "0123456789abcdef")
    static let sampleMarked = LessonPage(
        course: sampleCourse, part: sampleCourse.finalTest, language: .indonesian, result: result, taker: nil,
        answers: ["u-a": .number(5), "u-b": .options([0])],
        notice: Notice(.success, Phrase("Hasilmu sudah tersimpan.", "Your result is stored.")))
}

extension LessonSendPage {
    static let sample = LessonSendPage(taker: nil)
}
