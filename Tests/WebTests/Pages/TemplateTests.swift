import Testing

@testable import Web

@Suite("The templates")
struct TemplateTests {
    private let texts: [String: String]

    init() throws {
        texts = try PageRenderer.templateTexts()
    }

    @Test("let nothing through unescaped, and change neither delimiters nor the kind of text")
    func nothingUnescaped() {
        for (name, text) in texts {
            for forbidden in ["{{{", "{{&", "{{=", "{{%", "{{ "] {
                #expect(!text.contains(forbidden), "\(name) contains \(forbidden)")
            }
        }
    }

    @Test("use names with a dot only for words and the frame, whose missing names are noticed")
    func dottedNames() {
        for (name, text) in texts {
            for match in text.matches(of: /\{\{[#^\/]?([a-zA-Z]+)\.[a-zA-Z.]+\}\}/) {
                #expect(["t", "frame"].contains(String(match.1)), "\(name): \(match.0)")
            }
        }
    }

    @Test("are each filled by a page or part of another one")
    func noOrphans() {
        let pages = Set(SamplePage.all.map { type(of: $0.page).template })
        let parts = Set(texts.values.flatMap { $0.matches(of: /\{\{[<>]([a-z\/-]+)\}\}/).map { String($0.1) } })
        #expect(Set(texts.keys) == pages.union(parts))
    }

    @Test("have no words of their own, for words are kept in tables in two languages")
    func noWords() {
        for (name, text) in texts {
            let visible = text.replacing(/\{\{[^}]*\}\}/, with: "").replacing(/<[^>]*>/, with: "")
            #expect(visible.firstMatch(of: /[a-zA-Z]{2,}/) == nil, "\(name)")
        }
    }

    @Test("use every word of the tables")
    func noIdleWords() {
        let shared = texts.filter { $0.key.hasPrefix("components/") || $0.key == "layout" }.values.flatMap(wordsAsked)
        #expect(PhraseTable.common.names.subtracting(shared) == [])
        var used: [Set<String>: Set<String>] = [:]
        for page in SamplePage.all.map({ type(of: $0.page) }) {
            used[page.words.names, default: []].formUnion(words(withParts: page.template))
        }
        for (names, words) in used {
            #expect(names.subtracting(words) == [])
        }
    }

    /// The words of a template and of the components in it.
    private func words(withParts name: String) -> Set<String> {
        let text = texts[name] ?? ""
        return text.matches(of: /\{\{>([a-z\/-]+)\}\}/).reduce(into: wordsAsked(text)) { $0.formUnion(words(withParts: String($1.1))) }
    }

    private func wordsAsked(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{\{t\.([a-zA-Z0-9]+)\}\}/).map { String($0.1) })
    }
}
