import Foundation
import Lessons
import Testing

@Suite("A lesson")
struct LessonTests {
    static let source = """
        # Harga

        Hitung **modal** dulu.

        ## Pertanyaan

        ### Modal Rp5.000, untung Rp2.500. Harganya? {harga-1}
        = 7500
          Modal ditambah untung.
        ### Mana yang termasuk modal? {harga-2}
        - [x] Bahan
          Bahan dibeli.
        - [x] Kemasan
          Kemasan juga.
        - [ ] Pujian
          Itu gratis.
        """

    @Test("is read with its questions")
    func reading() throws {
        let lesson = try Lesson(Self.source, file: "02.id.md")
        #expect(lesson.title == "Harga")
        #expect(lesson.questions.map(\.id) == ["harga-1", "harga-2"])
        #expect(LessonMarkup(markdown: lesson.text) { $0 }.html.contains("<strong>modal</strong>"))
    }

    @Test("is marked by whole answers, and without questions nobody passes")
    func marking() throws {
        let questions = try Lesson(Self.source, file: "02.id.md").questions
        #expect(questions.score(["harga-1": .number(7500), "harga-2": .options([0, 1])], passMark: 100).isPassed)
        let half = questions.score(["harga-1": .number(7500), "harga-2": .options([0])], passMark: 70)
        #expect(half.percent == 50 && !half.isPassed && half.results["harga-2"] == false)
        #expect(![Question]().score([:], passMark: 0).isPassed)
    }

    @Test(
        "says in which line something is wrong",
        arguments: [("= 7500", "= 7.500", 8), ("{harga-2}", "{harga-1}", 10), ("- [ ] Pujian", "* Pujian", 15), ("# Harga", "Harga", 1)])
    func faults(_ right: String, _ wrong: String, _ line: Int) throws {
        let start = try #require(Self.source.range(of: right))
        let source = Self.source.replacingCharacters(in: start, with: wrong)
        let fault = #expect(throws: LessonFault.self) { try Lesson(source, file: "02.id.md") }
        #expect(fault?.line == line)
    }

    @Test("shows no raw markup, and its pictures where the program says")
    func markup() {
        let html = LessonMarkup(markdown: "<script>x</script>\n\n[a](javascript:x) ![Foto](foto.svg)") { "/gambar/\($0)" }.html
        #expect(!html.contains("<script") && !html.contains("javascript:") && html.contains("src=\"/gambar/foto.svg\" alt=\"Foto\""))
    }

    @Test("that is broken never crashes its reader")
    func broken() {
        var seed: UInt64 = 4
        for _ in 0..<2000 {
            var characters = Array(Self.source)
            for _ in 0..<3 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = Int(seed >> 33) % characters.count
                characters[place] = ["#", "-", "{", "}", "\n", "=", " "][Int(seed >> 40) % 7]
            }
            if let lesson = try? Lesson(String(characters), file: "x") {
                #expect(Set(lesson.questions.map(\.id)).count == lesson.questions.count)
            }
        }
    }
}
