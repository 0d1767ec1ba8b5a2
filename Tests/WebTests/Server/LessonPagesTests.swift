import Accounts
import Foundation
import Learning
import Lessons
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("The pages of courses")
struct LessonPagesTests {
    private static let code = "jualan-online-dari-nol"

    private static func rightFields(_ part: CoursePart) -> [String: String] {
        var fields = ["version": part.version, "result": LessonResultID().description]
        for question in part.questions {
            switch question.kind {
            case .number(let value, _): fields[question.id] = "\(value)"
            case .single(let options), .several(let options): fields[question.id] = options.firstIndex(where: \.isRight).map(String.init)
            }
        }
        return fields
    }

    /// The results of all who answered.
    private static func kept(_ server: LiveServer) async throws -> Int64 {
        try await server.database.read { try $0.value("SELECT COUNT(*) FROM lesson_result") } ?? 0
    }

    @Test("anybody reads, and answers are marked without being kept")
    func anybody() async throws {
        try await LiveServer.with { server in
            let course = try #require(server.services.courses.first { $0.code == Self.code })
            let browser = server.browser()
            #expect(try await browser.get(Paths.courses).text.contains(course.title.indonesian))
            let page = try await browser.get(Paths.course(Self.code))
            #expect(page.status == 200 && page.text.contains(course.lessons[7].indonesian.title))
            let lesson = try await browser.get(Paths.lesson(Self.code, "2"))
            #expect(lesson.text.contains(course.lessons[1].indonesian.title) && !lesson.text.contains("checked"))
            for picture in course.lessons[1].indonesian.pictures {
                #expect(lesson.text.contains(Paths.lessonPicture(Self.code, picture)))
                #expect(try await browser.get(Paths.lessonPicture(Self.code, picture)).status == 200)
            }
            let marked = try await browser.post(Paths.lesson(Self.code, "2"), Self.rightFields(course.lessons[1]))
            #expect(marked.status == 200 && marked.text.contains("checked") && marked.text.contains("Hasil ini tidak disimpan"))
            #expect(try await Self.kept(server) == 0)
            for path in ["/belajar/tidak-ada", "/belajar/\(Self.code)/99", "/belajar/\(Self.code)/0", "/belajar/\(Self.code)/gambar/x.svg"]
            {
                #expect(try await browser.get(path).status == 404)
            }
        }
    }

    @Test("results of somebody who is signed in are kept, and sent again from a phone they stay one", arguments: TestEngine.allCases)
    func phone(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let course = try #require(server.services.courses.first { $0.code == Self.code })
            let browser = try await server.browser(.facilitator)
            let part = course.lessons[0]
            let fields = Self.rightFields(part)
            let first = try await browser.submit(Paths.lesson(Self.code, "1"), fields, from: Paths.lesson(Self.code, "1"))
            #expect(first.text.contains("Hasilmu sudah tersimpan"))
            #expect(try await browser.get(Paths.course(Self.code)).text.contains("Sudah dikerjakan: 1 dari 9"))

            let id = LessonResultID().description
            let sent = """
                [{"id": "\(id)", "course": "\(Self.code)", "part": "3", "version": "\(course.lessons[2].version)", "answers": {}, "takenAt": 1}]
                """
            let token = try #require(try await browser.get(Paths.lesson(Self.code, "1")).formToken)
            func send(_ body: String, token: String) async throws -> Browser.Answer {
                try await browser.send(
                    "POST", Paths.lessonResults, ["Content-Type": "application/json", "X-Form-Token": token], body: Data(body.utf8))
            }
            #expect(try await send(sent, token: token).text == "[\"stored\"]")
            #expect(try await send(sent, token: token).text == "[\"stored-before\"]")
            #expect(try await send("[{\"id\": 1}]", token: token).status == 400)
            #expect(try await send(sent, token: "x").status == 403)
            #expect(try await Self.kept(server) == 2)
            let stranger = try await server.browser().send(
                "POST", Paths.lessonResults, ["Content-Type": "application/json"], body: Data(sent.utf8))
            #expect(stranger.status != 200)
        }
    }

    @Test("a course is downloaded as one file in the reader’s language")
    func package() async throws {
        try await LiveServer.with { server in
            let answer = try await server.browser().get(Paths.coursePackage(Self.code))
            #expect(answer.status == 200 && answer.body.starts(with: Data("PK".utf8)) && answer.body.count < 150_000)
        }
    }
}
