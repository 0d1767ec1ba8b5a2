import Testing

@testable import Web

@Suite("The renderer")
struct PageRendererTests {
    private struct Forgetful: Page {
        static var template: String { "pages/error" }
        static var words: PhraseTable { [:] }
        var title: Phrase { Phrase("a", "b") }
        var place: Frame.Place? { nil }

        func value(named name: String) -> TemplateValue? {
            name == "heading" ? .text("x") : nil
        }
    }

    @Test("notices each name and each word that a page lacks")
    func missingNames() throws {
        let missing = try PageRenderer().namesMissing(from: Forgetful(), in: Frame())
        #expect(missing == ["explanation", "code", "needsSignIn", "t.home", "t.status"])
    }

    @Test("marks the theme that was chosen, and none where the device decides")
    func themes() throws {
        let renderer = try PageRenderer()
        func html(_ theme: Frame.Theme) -> String {
            String(decoding: renderer.render(DefinitionsPage(), in: Frame(theme: theme)), as: UTF8.self)
        }
        #expect(html(.dark).contains("data-theme=\"dark\""))
        #expect(!html(.automatic).contains("data-theme"))
    }

    @Test("shows those who are signed in their places and the way out, and others the way in")
    func visitors() throws {
        let renderer = try PageRenderer()
        let visitor = Frame.Visitor(name: typedText, role: "Petugas", places: [.search])
        let inside = String(decoding: renderer.render(DefinitionsPage(), in: Frame(visitor: visitor)), as: UTF8.self)
        #expect(inside.contains(Paths.search) && inside.contains(Paths.signOut))
        #expect(!inside.contains("href=\"\(Paths.users)\"") && !inside.contains("href=\"\(Paths.signIn)\""))
        #expect(inside.contains("Toko &quot;Sri&quot; &amp; &lt;b&gt;Rejeki&lt;/b&gt; {{name}} &#39;1&#39;"))
        let outside = String(decoding: renderer.render(DefinitionsPage(), in: Frame()), as: UTF8.self)
        #expect(outside.contains(Paths.signIn) && !outside.contains(Paths.signOut))
    }

    @Test("gives each file of the pages a name that holds its fingerprint")
    func assets() throws {
        let assets = try PageRenderer().assets
        #expect(assets.stylesheet.wholeMatch(of: /\/static\/naik-kelas\.[0-9a-f]{16}\.css/) != nil)
        #expect(try #require(assets[assets.stylesheet]).contentType == "text/css; charset=utf-8")
        #expect(assets["/static/../layout.mustache"] == nil)
    }
}
