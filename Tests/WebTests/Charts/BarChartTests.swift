import Testing

@testable import Web

@Suite("The count and the ladder as bars")
struct BarChartTests {
    @Test("the longest bar is full, and target and interval lie on the same scale")
    func ladder() {
        let text = CountLadder(
            claimed: .exact(200), distinct: .exact(100), distinctInterval: 90...110, onboard: .exact(50), selling: .small, onboardTarget: 80
        ).draw(in: .indonesian).text
        #expect(text.contains("<rect class=\"claimed\" y=\"26\" width=\"100%\""))
        #expect(text.contains("<rect class=\"fill1\" y=\"76\" width=\"50%\""))
        #expect(text.contains("x1=\"45%\" x2=\"55%\""))
        #expect(text.contains("<line class=\"target\" x1=\"40%\" x2=\"40%\""))
        #expect(text.contains(">&lt;5</text>"))
    }

    @Test("nothing at all is drawn as empty tracks")
    func empty() {
        let nothing = Tally.exact(0)
        let text = CountLadder(claimed: nothing, distinct: nothing, distinctInterval: 0...0, onboard: nothing, selling: nothing)
            .draw(in: .english).text
        #expect(text.ranges(of: "class=\"track\"").count == 4)
        #expect(!text.contains("class=\"fill"))
    }

    @Test("the highest rung stands on top, each with its share of those registered")
    func funnel() throws {
        let funnel = RungFunnel(
            registered: .exact(1000), onboard: .exact(580), selling: .exact(310), growing: .exact(45), exporting: .small)
        let text = funnel.draw(in: .indonesian).text
        let top = try #require(text.firstRange(of: "Go global"))
        let bottom = try #require(text.firstRange(of: "Terdaftar"))
        #expect(top.lowerBound < bottom.lowerBound)
        #expect(text.contains("58\u{A0}%") && text.contains("4,5\u{A0}%"))
        #expect(funnel.table?.rows.count == 5)
    }

    @Test("a figure that is withheld is a dash, and no share is worked out from it")
    func withheld() {
        let funnel = RungFunnel(
            registered: .exact(1000), onboard: .withheld, selling: .exact(310), growing: .exact(45), exporting: .exact(9))
        let text = funnel.draw(in: .indonesian).text
        #expect(text.contains(">–</text>"))
        #expect(text.ranges(of: "%</tspan>").count == 3)
    }

    @Test("figures from one to four are hidden from the public, nought is not", arguments: Array(Int64(0)...6))
    func smallCells(count: Int64) {
        #expect(Tally(publicly: count) == ((1...4).contains(count) ? .small : .exact(count)))
    }
}
