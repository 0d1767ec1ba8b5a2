import Learning
import Storage
import StorageTesting
import Testing

@Suite("What everybody in a live room sees")
struct LiveStateTests {
    private static let start = LiveFixture.start

    private static func quiz(right: Int? = 1, seconds: Int? = 20) throws -> LivePoll {
        try #require(
            LivePoll(question: "Apa itu QRIS?", options: ["Bank", "Kode bayar"], rightOption: right, seconds: seconds, openedAt: start))
    }

    @Test("questions with most votes come first, answered ones last, hidden ones never")
    func questions() {
        var state = LiveState()
        let questions = (0..<4).map { LiveQuestion(id: LiveQuestionID(), text: "\($0)", asker: "Sari") }
        for question in questions { state.apply(.asked(question)) }
        state.apply(.voted(questions[2].id))
        state.apply(.voted(questions[0].id))
        state.apply(.voted(questions[0].id))
        state.apply(.marked(questions[0].id, .answered))
        state.apply(.marked(questions[1].id, .hidden))
        #expect(state.topQuestions(10).map(\.text) == ["2", "3", "0"])
        #expect(state.hiddenQuestions(10).map(\.text) == ["1"])
        #expect(state.topQuestions(1).count == 1)
    }

    @Test("points of a quiz are seen only when it is over")
    func quiz() throws {
        var state = LiveState()
        let quiz = try Self.quiz()
        let (fast, slow) = (LiveAttendeeID(), LiveAttendeeID())
        state.apply(.pollOpened(quiz))
        state.apply(.answered(quiz.id, by: slow, name: "Lambat", option: 1, points: 600))
        state.apply(.answered(quiz.id, by: fast, name: "Cepat", option: 1, points: 950))
        state.apply(.answered(quiz.id, by: LiveAttendeeID(), name: "Salah", option: 0, points: 0))
        #expect(state.counts == [1, 2])
        #expect(state.leaders(10).isEmpty)
        state.apply(.pollClosed(quiz.id, at: Self.start.adding(.seconds(20))))
        #expect(state.leaders(10).map(\.name) == ["Cepat", "Lambat"])
        state.apply(.pollClosed(quiz.id, at: Self.start.adding(.seconds(30))))
        #expect(state.leaders(10).map(\.points) == [950, 600])
    }

    @Test("a new poll ends the one before, and late answers to that change nothing")
    func succession() throws {
        var state = LiveState()
        let (first, second) = (try Self.quiz(), try Self.quiz(right: nil))
        state.apply(.pollOpened(first))
        state.apply(.answered(first.id, by: LiveAttendeeID(), name: "Sari", option: 1, points: 700))
        state.apply(.pollOpened(second))
        state.apply(.answered(first.id, by: LiveAttendeeID(), name: "Telat", option: 1, points: 700))
        #expect(state.counts == [0, 0])
        #expect(state.leaders(10).map(\.name) == ["Sari"])
    }

    @Test(
        "a right answer brings more the sooner it comes, and a wrong one nothing",
        arguments: [(0, 1000), (10_000, 750), (20_000, 500), (99_000, 500)])
    func points(milliseconds: Int, points: Int) throws {
        #expect(try Self.quiz().points(for: 1, after: milliseconds) == points)
        #expect(try Self.quiz().points(for: 0, after: milliseconds) == 0)
    }

    @Test("a poll without two to six options, or with a right one that is not there, is none")
    func malformed() {
        #expect(LivePoll(question: "?", options: ["a"], openedAt: Self.start) == nil)
        #expect(LivePoll(question: "?", options: ["a", "b"], rightOption: 2, openedAt: Self.start) == nil)
        #expect(LivePoll(question: "?", options: ["a", "b\nc"], openedAt: Self.start) == nil)
        #expect(LivePoll(question: "", options: ["a", "b"], openedAt: Self.start) == nil)
        #expect(LivePoll(question: "?", options: Array(repeating: "a", count: 7), openedAt: Self.start) == nil)
    }

    @Test("a code is read however it is typed, and nothing else is a code")
    func codes() {
        var randomness = SeededRandomness(seed: 65)
        for _ in 0..<500 {
            let code = LiveCode(using: &randomness)
            #expect(LiveCode(typed: " \(code.spaced.lowercased()) ") == code)
            var bytes = Array(code.rawValue.utf8)
            bytes[Int.random(in: 0..<6, using: &randomness)] = UInt8.random(in: .min ... .max, using: &randomness)
            let changed = String(decoding: bytes, as: UTF8.self)
            if let read = LiveCode(typed: changed) { #expect(read.rawValue == changed.uppercased()) }
        }
        for wrong in ["", "ABC", "ABCDEFG", "000000", "OIL1AE", String(repeating: "2", count: 10_000)] {
            #expect(LiveCode(typed: wrong) == nil)
        }
    }

    @Test("a token is read back from its cookie, and forms are bound to it")
    func tokens() {
        let token = AttendeeToken()
        #expect(AttendeeToken(cookie: token.cookie) == token)
        #expect(token.accepts(formKey: token.formKey))
        #expect(!token.accepts(formKey: AttendeeToken().formKey))
        var randomness = SeededRandomness(seed: 66)
        for length in 0..<80 {
            let text = String(decoding: (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &randomness) }, as: UTF8.self)
            #expect(AttendeeToken(cookie: text) == nil)
            #expect(!token.accepts(formKey: text))
        }
    }
}
