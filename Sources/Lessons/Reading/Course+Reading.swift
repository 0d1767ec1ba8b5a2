import Foundation

extension Course {
    /// The most that a part may weigh with its pictures, in bytes. With what every page brings along (styles, script, frame) a reader loads less
    /// than 100 KB for a lesson.
    public static let heaviestPart = 75_000

    /// Reads a course from its files: `course.json`, `01.id.md` and `01.en.md` and so on, `test.id.md` and `test.en.md`, and drawings in SVG.
    ///
    /// - Throws: ``LessonFault``, the first that is found.
    public init(files: [String: [UInt8]]) throws(LessonFault) {
        func text(_ name: String) throws(LessonFault) -> String {
            guard let bytes = files[name] else { throw LessonFault(file: name, line: 1, advice: "this file is missing; write it") }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw LessonFault(file: name, line: 1, advice: "save the file as UTF-8")
            }
            return text
        }
        let header = try CourseHeader(try text("course.json"))
        code = header.code
        title = header.title
        summary = header.summary
        pillar = header.pillar
        minutes = header.minutes
        passMark = header.passMark

        func part(_ name: String, _ place: CoursePart.Place) throws(LessonFault) -> CoursePart {
            let (first, second) = ("\(name).id.md", "\(name).en.md")
            let part = CoursePart(
                place: place, indonesian: try Lesson(try text(first), file: first), english: try Lesson(try text(second), file: second))
            guard part.indonesian.questions.map(\.id) == part.english.questions.map(\.id) else {
                throw LessonFault(file: second, line: 1, advice: "ask the same questions as \(first), with the same ids in the same order")
            }
            for (one, other) in zip(part.indonesian.questions, part.english.questions) where one.answerKey != other.answerKey {
                throw LessonFault(
                    file: second, line: other.line,
                    advice: "give “\(other.id)” the same options in the same order as in \(first), with the same ones right")
            }
            return part
        }
        var lessons: [CoursePart] = []
        while let name = Optional(CourseFile.lesson(lessons.count + 1)), files["\(name).id.md"] != nil || files["\(name).en.md"] != nil {
            lessons.append(try part(name, .lesson(lessons.count + 1)))
        }
        guard !lessons.isEmpty else { throw LessonFault(file: "01.id.md", line: 1, advice: "this file is missing; write the first lesson") }
        self.lessons = lessons
        finalTest = try part("test", .finalTest)
        guard !finalTest.questions.isEmpty else {
            throw LessonFault(file: "test.id.md", line: 1, advice: "ask at least one question under “## Pertanyaan”")
        }
        var seen: [String: String] = [:]
        for part in lessons + [finalTest] {
            let file = "\(CourseFile.name(part.place)).id.md"
            for question in part.questions {
                if let other = seen.updateValue(file, forKey: question.id) {
                    throw LessonFault(
                        file: file, line: question.line, advice: "\(other) has a question “\(question.id)”; give this one an id of its own")
                }
            }
        }

        var pictures: [String: [UInt8]] = [:]
        for name in files.keys.sorted() where name.hasSuffix(".svg") {
            let drawing = try text(name)
            if let advice = CoursePicture.advice(about: drawing) { throw LessonFault(file: name, line: 1, advice: advice) }
            pictures[name] = files[name]
        }
        self.pictures = pictures
        let expected = Set(["course.json"]).union(pictures.keys)
            .union((lessons + [finalTest]).flatMap { part in LessonLanguage.allCases.map { CourseFile.name(part.place, $0) } })
        if let stray = files.keys.filter({ !expected.contains($0) }).min() {
            throw LessonFault(file: stray, line: 1, advice: "this file belongs to no part of the course; rename or remove it")
        }
        var shown: Set<String> = []
        for part in parts {
            for language in LessonLanguage.allCases {
                let file = CourseFile.name(part.place, language)
                for picture in part[language].pictureMentions {
                    guard pictures[picture.file] != nil else {
                        throw LessonFault(
                            file: file, line: picture.line,
                            advice: "there is no picture “\(picture.file)” in the folder; add it, or mend its name")
                    }
                    guard picture.hasDescription else {
                        throw LessonFault(
                            file: file, line: picture.line,
                            advice: "say what the picture shows for those who cannot see it: “![Cahaya dari jendela](\(picture.file))”")
                    }
                    shown.insert(picture.file)
                }
                let weight = weight(of: part, in: language)
                guard weight <= Self.heaviestPart else {
                    throw LessonFault(
                        file: file, line: 1, advice: "with its pictures it weighs \(weight) bytes; bring it down to \(Self.heaviestPart)")
                }
            }
        }
        if let idle = pictures.keys.filter({ !shown.contains($0) }).min() {
            throw LessonFault(file: idle, line: 1, advice: "no lesson shows this picture; show it or remove it")
        }
    }
}

/// The names of a course's files.
enum CourseFile {
    static func lesson(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func name(_ place: CoursePart.Place) -> String {
        switch place {
        case .lesson(let number): lesson(number)
        case .finalTest: "test"
        }
    }

    static func name(_ place: CoursePart.Place, _ language: LessonLanguage) -> String { "\(name(place)).\(language.rawValue).md" }
}

/// What `course.json` says.
private struct CourseHeader: Decodable {
    let code: String
    let title: LessonTexts
    let summary: LessonTexts
    let pillar: Course.Pillar
    let minutes: Int
    let passMark: Int

    init(_ text: String) throws(LessonFault) {
        func fault(_ advice: String) -> LessonFault { LessonFault(file: "course.json", line: 1, advice: advice) }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
        } catch DecodingError.keyNotFound(let key, _) {
            throw fault("“\(key.stringValue)” is missing; write it")
        } catch DecodingError.dataCorrupted(let context) where context.codingPath.last?.stringValue == "pillar" {
            throw fault("“pillar” is one of \(Course.Pillar.allCases.map(\.rawValue).joined(separator: ", "))")
        } catch DecodingError.typeMismatch(_, let context) {
            throw fault("“\(context.codingPath.map(\.stringValue).joined(separator: "."))” is of another kind than it should be")
        } catch {
            throw fault("this is no JSON; compare it with the example in the documentation")
        }
        guard !code.isEmpty, code.utf8.count <= 60, code.allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }) else {
            throw fault("“code” is a word of small letters, digits and hyphens: “jualan-online-dari-nol”")
        }
        guard (1...100).contains(passMark) else { throw fault("“passMark” is a percent from 1 to 100") }
        guard (1...6_000).contains(minutes) else { throw fault("“minutes” says how long the course takes, from 1 to 6000") }
    }
}
