import Testing

@testable import Web

@Suite("Every page")
struct PageTests {
    private let renderer: PageRenderer

    init() throws {
        renderer = try PageRenderer()
    }

    private func html(_ sample: SamplePage, _ language: Language) -> String {
        String(decoding: renderer.render(sample.page, in: .sample(for: sample.page, language: language)), as: UTF8.self)
    }

    @Test("knows every name that its template asks for", arguments: SamplePage.all, Language.allCases)
    func knowsEveryName(sample: SamplePage, language: Language) {
        #expect(renderer.namesMissing(from: sample.page, in: .sample(for: sample.page, language: language)) == [])
    }

    @Test("shows what somebody typed as text and never as markup", arguments: SamplePage.all, Language.allCases)
    func escapes(sample: SamplePage, language: Language) {
        let html = html(sample, language)
        #expect(!html.contains("<b>Rejeki"))
        #expect(!html.contains("\"Sri\""))
        #expect(html.contains("<main"))
    }

    @Test("is well-formed enough that every element it opens is closed in order", arguments: SamplePage.all, Language.allCases)
    func nests(sample: SamplePage, language: Language) {
        #expect(MarkupNesting.firstFault(in: html(sample, language)) == nil)
    }

    @Test("names its language, has one heading of the first level and a skip link that leads somewhere", arguments: SamplePage.all)
    func hasBones(sample: SamplePage) {
        for language in Language.allCases {
            let html = html(sample, language)
            #expect(html.contains("<html lang=\"\(language.rawValue)\""))
            #expect(html.ranges(of: "<h1>").count == 1)
            #expect(html.contains("href=\"#content\"") && html.contains("id=\"content\""))
        }
    }

    @Test("uses each identifier once", arguments: SamplePage.all)
    func identifiersAreUnique(sample: SamplePage) {
        let identifiers = html(sample, .indonesian).matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(identifiers.count == Set(identifiers).count)
    }

    @Test("needs no inline style or script, which the content security policy would refuse", arguments: SamplePage.all)
    func keepsThePolicy(sample: SamplePage) {
        let html = html(sample, .indonesian)
        #expect(!html.contains(" style="))
        #expect(!html.contains("<style"))
        #expect(html.firstMatch(of: /\son[a-z]+="/) == nil)
        #expect(html.ranges(of: "<script").count == html.ranges(of: "<script src=\"/static/").count)
        #expect(!html.contains("http://") && !html.contains("https://"))
    }

    @Test("sends the token along with every form that changes something", arguments: SamplePage.all)
    func formsCarryTheToken(sample: SamplePage) {
        let html = html(sample, .indonesian)
        let posts = html.ranges(of: "method=\"post\"").count
        #expect(html.ranges(of: "name=\"token\" value=\"token-of-the-sample\"").count == posts)
    }

    @Test("says something else in English than in Indonesian", arguments: SamplePage.all)
    func isTranslated(sample: SamplePage) {
        #expect(html(sample, .indonesian) != html(sample, .english))
        #expect(!sample.page.title[.english].isEmpty && !sample.page.title[.indonesian].isEmpty)
    }

    @Test("labels every field, and says its errors beside it and in the summary")
    func formsAreLabelled() {
        let html = html(SamplePage("design", DesignPage()), .indonesian)
        for match in html.matches(of: /<(?:input|select)[^>]* id="([^"]+)"/) {
            #expect(html.contains("<label for=\"\(match.1)\""))
        }
        #expect(html.contains("aria-invalid=\"true\""))
        #expect(html.contains("<a href=\"#phone\">Nomor ini terlalu pendek."))
        #expect(html.contains("aria-describedby=\"phone-error\""))
    }
}
