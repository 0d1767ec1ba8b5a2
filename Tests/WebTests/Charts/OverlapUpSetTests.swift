import Testing

@testable import Web

@Suite("The overlap of partners")
struct OverlapUpSetTests {
    @Test("the largest combinations come first, and what is left over is added up")
    func largestFirst() {
        let chart = OverlapUpSet(
            partners: (0..<5).map { .init(name: "P\($0)", total: .exact(Int64(100 - $0))) },
            intersections: (1..<32).map { mask in
                .init(partners: Set((0..<5).filter { mask >> $0 & 1 == 1 }), count: .exact(Int64(mask * 10)))
            })
        #expect(chart.intersections.count == 12)
        #expect(chart.intersections.first?.count == .exact(310))
        #expect(chart.rest == .init(atLeast: 1900, isExact: true))
    }

    @Test("only eight partners get a column, and combinations of the others are left over")
    func manyPartners() {
        let chart = OverlapUpSet(
            partners: (0..<10).map { .init(name: "P\($0)", total: .exact(Int64($0 + 1))) },
            intersections: (0..<10).map { .init(partners: [$0], count: .exact(50)) })
        #expect(chart.partners.map(\.name) == ["P9", "P8", "P7", "P6", "P5", "P4", "P3", "P2"])
        #expect(chart.intersections.count == 8)
        #expect(chart.rest == .init(atLeast: 100, isExact: true))
    }

    @Test("what is left over is a least where some of it is hidden")
    func hiddenRest() throws {
        let chart = OverlapUpSet(
            partners: (0..<2).map { .init(name: "P\($0)", total: .exact(9)) },
            intersections: (0..<12).map { _ in .init(partners: [0], count: .exact(50)) }
                + [.init(partners: [1], count: .exact(20)), .init(partners: [0, 1], count: .small)])
        #expect(try #require(chart.rest).text(in: .indonesian) == "> 20")
        #expect(chart.draw(in: .english).text.contains("&gt; 20"))
    }

    @Test("each row has a dot for each partner, and a line where several share it")
    func dots() {
        let text = OverlapUpSet(
            partners: [.init(name: typedText, total: .exact(9)), .init(name: "B", total: .exact(8))],
            intersections: [.init(partners: [0, 1], count: .exact(6)), .init(partners: [0], count: .small)]
        ).draw(in: .indonesian).text
        #expect(text.ranges(of: "class=\"in\"").count == 3)
        #expect(text.ranges(of: "class=\"out\"").count == 1)
        #expect(text.ranges(of: "class=\"join\"").count == 1)
        #expect(!text.contains("<b>"))
    }
}
