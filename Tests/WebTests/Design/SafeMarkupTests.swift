import Testing

@testable import Web

@Suite("Markup from the pen")
struct SafeMarkupTests {
    @Test("texts and attribute values are escaped")
    func escaped() {
        let markup = MarkupPen.markup { pen in
            pen.element("text", ["class": .text("a\" onload=\"x")], text: "<script>&'\"")
        }
        #expect(markup.text == "<text class=\"a&quot; onload=&quot;x\">&lt;script&gt;&amp;&#39;&quot;</text>")
    }

    @Test(
        "coordinates take as few bytes as they can",
        arguments: [(0, "0"), (0.04, "0"), (-0.04, "0"), (0.05, "0.1"), (-12.34, "-12.3"), (7.96, "8"), (.nan, "0"), (1e300, "0")]
            as [(Double, String)])
    func coordinates(value: Double, text: String) {
        #expect(MarkupPen.coordinate(value) == text)
    }
}
