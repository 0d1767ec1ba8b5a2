import Testing

@testable import Web

@Suite("Sparklines")
struct SparklineTests {
    @Test("span their width from the lowest to the highest value")
    func spans() {
        let text = Sparkline(values: [0, 5, 10], label: Phrase("a", "b")).draw(in: .english).text
        #expect(text.contains("points=\"0,22 50,12 100,2\""))
    }

    @Test("can be drawn with one value, with equal values and with none", arguments: [[], [7], [7, 7]] as [[Int64]])
    func extremes(values: [Int64]) {
        #expect(!Sparkline(values: values, label: Phrase("a", "b")).draw(in: .english).text.contains("nan"))
    }
}
