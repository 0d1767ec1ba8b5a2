import Testing

@testable import Web

@Suite("Weights as a waterfall")
struct WeightWaterfallTests {
    private let waterfall = WeightWaterfall(
        steps: [
            .init(words: Phrase("nomor HP sama", "same phone number"), weight: 8.1),
            .init(words: Phrase("nama usaha mirip", "similar business name"), weight: 4.2),
            .init(words: Phrase("kabupaten beda", "different regency"), weight: -2.04),
        ])

    @Test("are told in one sentence, each with its sign")
    func sentence() {
        #expect(waterfall.sentence?.indonesian == "nomor HP sama (+8,1), nama usaha mirip (+4,2), kabupaten beda (−2,0)")
        #expect(waterfall.sentence?.english == "same phone number (+8.1), similar business name (+4.2), different regency (−2.0)")
        #expect(WeightWaterfall(steps: []).sentence == nil)
    }

    @Test("begin each where the one before ended, and end in their sum")
    func steps() {
        let text = waterfall.draw(in: .indonesian).text
        #expect(text.contains("<rect class=\"for\" x=\"0%\" y=\"21\" width=\"65.9%\""))
        #expect(text.contains("<rect class=\"for\" x=\"65.9%\" y=\"59\" width=\"34.1%\""))
        #expect(text.contains("<rect class=\"against\" x=\"83.4%\" y=\"97\" width=\"16.6%\""))
        #expect(text.contains("<rect class=\"for\" x=\"0%\" y=\"135\" width=\"83.4%\""))
        #expect(text.contains(">+10,3</text>"))
        #expect(waterfall.table?.rows.count == 4)
    }

    @Test("leave room on the left where their sum falls below nought")
    func negative() {
        let text = WeightWaterfall(
            steps: [.init(words: Phrase("a", "a"), weight: -6), .init(words: Phrase("b", "b"), weight: 2)]
        ).draw(in: .english).text
        #expect(text.contains("<rect class=\"against\" x=\"0%\" y=\"21\" width=\"100%\""))
        #expect(text.contains("<rect class=\"for\" x=\"0%\" y=\"59\" width=\"33.3%\""))
        #expect(text.contains("<rect class=\"against\" x=\"33.3%\" y=\"97\" width=\"66.7%\""))
    }

    @Test("break long words into lines, and none where there is none")
    func lines() {
        #expect(WeightWaterfall.lines("nomor HP sama") == ["nomor HP sama"])
        #expect(
            WeightWaterfall.lines("petunjuk pemilik dan tempat yang sama dihitung sekali") == [
                "petunjuk pemilik dan tempat yang", "sama dihitung sekali",
            ])
        #expect(WeightWaterfall.lines("").isEmpty)
    }
}
