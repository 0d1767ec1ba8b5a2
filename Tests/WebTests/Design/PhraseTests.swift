import Testing

@testable import Web

@Suite("Phrases")
struct PhraseTests {
    @Test("gaps are filled in the order of each language")
    func filled() {
        let phrase = Phrase("{2} dari {1}", "of {1}, {2}")
        #expect(phrase.filled(["a", "b"], in: .indonesian) == "b dari a")
        #expect(phrase.filled(["a", "b"], in: .english) == "of a, b")
    }

    @Test("a filling that looks like a gap stays as it is")
    func fillingsAreNotFilled() {
        #expect(Phrase(verbatim: "{1} {2}").filled(["{2}", "{1}"], in: .english) == "{2} {1}")
    }

    @Test("braces that are no gap stay", arguments: ["{", "}", "{}", "{x}", "{9}", "a{b", "{{1"])
    func otherBraces(text: String) {
        #expect(Phrase(verbatim: text).filled([], in: .english) == text)
    }
}
