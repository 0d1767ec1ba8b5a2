import Testing

@testable import Lessons

@Suite("A course")
struct CourseTests {
    @Test("is read from its files")
    func reading() throws {
        let course = try Course(files: CourseFiles.bytes())
        #expect(course.code == "contoh" && course.lessons.count == 2 && course.parts.count == 3 && course.passMark == 70)
        #expect(course.part(.lesson(2))?.english.title == "Two" && course.part(.finalTest)?.indonesian.title == "Ujian")
        #expect(course.pictures.count == 1)
    }

    /// A change to a file, the file that is named, and a word of the advice.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let named: String
        let advice: String
        let change: @Sendable (String) -> String?

        init(_ description: String, _ file: String, _ named: String, _ advice: String, _ change: @escaping @Sendable (String) -> String?) {
            testDescription = description
            self.file = file
            self.named = named
            self.advice = advice
            self.change = change
        }
    }

    static let damages: [Damage] = [
        Damage("a language is missing", "02.en.md", "02.en.md", "missing") { _ in nil },
        Damage("a lesson is missing", "01.id.md", "01.id.md", "missing") { _ in nil },
        Damage("no final test", "test.id.md", "test.id.md", "missing") { _ in nil },
        Damage("other questions", "01.en.md", "01.en.md", "same questions") { $0.replacing("satu-b", with: "lain") },
        Damage("something else is right", "01.en.md", "01.en.md", "same options") { $0.replacing("= 5", with: "= 6") },
        Damage("an id twice in the course", "02.id.md", "02.en.md", "same questions") { $0.replacing("{dua}", with: "{satu}") },
        Damage("a picture is missing", "a.svg", "01.id.md", "no picture") { _ in nil },
        Damage("a picture does something", "a.svg", "a.svg", "remove") { $0.replacing("<rect ", with: "<rect onclick=\"x()\" ") },
        Damage("a picture brings a script", "a.svg", "a.svg", "<script") { $0.replacing("</svg>", with: "<SCRIPT>x</SCRIPT></svg>") },
        Damage("a picture is not described", "01.id.md", "01.id.md", "cannot see") { $0.replacing("![Gambar]", with: "![]") },
        Damage("a picture that nobody shows", "b.svg", "b.svg", "no lesson shows") { _ in CourseFiles.picture },
        Damage("a stray file", "catatan.txt", "catatan.txt", "belongs to no part") { _ in "x" },
        Damage("no JSON", "course.json", "course.json", "JSON") { _ in "{" },
        Damage("no title", "course.json", "course.json", "“title”") { $0.replacing("\"title\"", with: "\"tilte\"") },
        Damage("an unknown pillar", "course.json", "course.json", "one of") { $0.replacing("digital-skills", with: "cooking") },
        Damage("a pass mark of 700", "course.json", "course.json", "percent") { $0.replacing("70", with: "700") },
        Damage("too heavy", "02.id.md", "02.id.md", "bring it down") {
            $0.replacing("Isi", with: String(repeating: "isi ", count: 19_000))
        },
    ]

    @Test("says which file is wrong and what to do", arguments: damages)
    func faults(damage: Damage) throws {
        let fault = try #require(throws: LessonFault.self) { try Course(files: CourseFiles.with(damage.file, damage.change)) }
        #expect(fault.file == damage.named && fault.advice.contains(damage.advice), "\(fault)")
    }

    @Test("refuses a question id that another part has")
    func repeatedIds() throws {
        var texts = CourseFiles.texts
        for language in ["id", "en"] { texts["02.\(language).md"] = texts["02.\(language).md"]?.replacing("{dua}", with: "{satu}") }
        let fault = try #require(throws: LessonFault.self) { try Course(files: CourseFiles.bytes(texts)) }
        #expect(fault.file == "02.id.md" && fault.advice.contains("01.id.md"))
    }

    @Test("has parts whose version changes with what is asked and not with how")
    func versions() throws {
        let course = try Course(files: CourseFiles.bytes())
        let reworded = try Course(files: CourseFiles.with("01.id.md") { $0.replacing("Berapa?", with: "Berapa banyak?") })
        #expect(course.lessons[0].version == reworded.lessons[0].version && course.lessons[0].version.count == 16)
        var texts = CourseFiles.texts
        for language in ["id", "en"] { texts["01.\(language).md"] = texts["01.\(language).md"]?.replacing("= 5", with: "= 6") }
        #expect(try Course(files: CourseFiles.bytes(texts)).lessons[0].version != course.lessons[0].version)
    }

    @Test("never crashes its reader, whatever the files hold")
    func broken() throws {
        var seed: UInt64 = 20_261_126
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let names = CourseFiles.texts.keys.sorted()
        var read = 0
        for _ in 0..<500 {
            var files = CourseFiles.bytes()
            let name = names[next(names.count)]
            for _ in 0...next(4) {
                let place = next(files[name]!.count)
                files[name]![place] = UInt8(next(256))
            }
            if let course = try? Course(files: files) {
                read += 1
                #expect(course.parts.allSatisfy { $0.indonesian.questions.map(\.id) == $0.english.questions.map(\.id) })
            }
        }
        #expect(read > 0 && read < 500)
    }
}

@Suite("The courses that come along")
struct ShippedCoursesTests {
    @Test("can be read, have eight lessons with questions each and ten questions in the final test")
    func whole() throws {
        let courses = try Course.shipped()
        #expect(courses.map(\.code) == ["aman-di-dunia-digital", "jualan-online-dari-nol"])
        for course in courses {
            #expect(course.lessons.count == 8 && course.lessons.allSatisfy { $0.questions.count >= 3 }, "\(course.code)")
            #expect(course.finalTest.questions.count == 10)
            #expect(course.lessons.allSatisfy { !$0.indonesian.pictures.isEmpty && !$0.english.pictures.isEmpty })
        }
    }

    @Test("do not give the right answer away by its place")
    func places() throws {
        for course in try Course.shipped() {
            var places: [Int: Int] = [:]
            for question in course.parts.flatMap(\.questions) {
                if case .single(let options) = question.kind, let place = options.firstIndex(where: \.isRight) {
                    places[place, default: 0] += 1
                }
            }
            let total = places.values.reduce(0, +)
            #expect(places.values.allSatisfy { $0 * 10 <= total * 6 }, "\(course.code): \(places)")
        }
    }
}
