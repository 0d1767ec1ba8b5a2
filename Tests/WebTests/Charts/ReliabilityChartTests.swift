import Linkage
import Testing

@testable import Web

@Suite("The reliability curve")
struct ReliabilityChartTests {
    private static let judged: [(probability: Double, isMatch: Bool)] = [
        (0.05, false), (0.05, false), (0.55, true), (0.55, false), (0.95, true), (0.95, true),
    ]
    private static let chart = ReliabilityChart(ReliabilityCurve(judged))

    @Test("has a dot with its interval for each group, and the line on which both agree", arguments: Language.allCases)
    func drawn(language: Language) {
        let svg = Self.chart.draw(in: language).text
        #expect(svg.ranges(of: "<circle").count == 3)
        #expect(svg.ranges(of: "class=\"interval\"").count == 3)
        #expect(svg.ranges(of: "class=\"target\"").count == 1)
        #expect(svg.contains(language == .indonesian ? "100\u{A0}%" : "100%"))
    }

    @Test("says the same as a table")
    func table() throws {
        let table = try #require(Self.chart.table)
        #expect(table.rows.count == 3)
        #expect(table.rows[1].map { $0.value.text(in: .english) ?? "" }.prefix(3) == ["55%", "2", "50%"])
        let interval = try #require(table.rows[2][3].value.text(in: .indonesian))
        #expect(interval.hasSuffix("–100\u{A0}%"))
    }

    @Test("of nothing is an empty frame")
    func empty() {
        let chart = ReliabilityChart(ReliabilityCurve(Self.judged.prefix(0)))
        #expect(!chart.draw(in: .indonesian).text.contains("<circle"))
        #expect(chart.table?.rows.isEmpty == true)
    }
}
