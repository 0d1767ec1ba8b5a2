import Lessons
import Testing

@Suite("Answers")
struct AnswersTests {
    @Test("are read as devices send them and written in one form")
    func roundTrip() throws {
        let answers = try #require([String: Answer](json: "{\"b\": [2, 0], \"a\" : 7500}".utf8))
        #expect(answers == ["a": .number(7500), "b": .options([0, 2])] && answers.json == "{\"a\":7500,\"b\":[0,2]}")
        #expect([String: Answer](json: answers.json.utf8) == answers)
    }

    @Test("that are something else are refused", arguments: ["", "[]", "{\"a\": \"x\"}", "{\"a\": {}}", "{\"a\": [1.5]}", "{\"a\": null}"])
    func refused(text: String) {
        #expect([String: Answer](json: text.utf8) == nil)
    }
}
