import Nusantara
import Testing

@testable import Web

@Suite("The map")
struct RegionMapTests {
    private func map(_ extent: RegionMap.Extent, _ places: [RegionMap.Place]) -> String {
        RegionMap(metric: Glossary.distinct.word, extent: extent, places: places, query: "?partner=a&month=b").draw(in: .indonesian).text
    }

    @Test("draws each of the 514 regencies and cities once, with its name and figure")
    func drawsAll() {
        let text = map(.nation, DashboardPage.sample.places)
        #expect(text.ranges(of: "<path ").count == 514)
        #expect(text.ranges(of: "<title>").count == 514)
        #expect(text.ranges(of: "<a href=\"/regions/").count == 38)
        #expect(text.contains("?partner=a&amp;month=b"))
    }

    @Test("keeps every circle inside the drawing")
    func inside() throws {
        for match in map(.nation, DashboardPage.sample.places).matches(of: /d="M(-?\d+) (-?\d+)h0"/) {
            #expect((0...936).contains(try #require(Int(match.1))))
            #expect((0...352).contains(try #require(Int(match.2))))
        }
    }

    @Test("links each regency of a province and labels those that find room without touching")
    func province() {
        let text = map(.province, DashboardPage.sampleProvince.places)
        #expect(text.ranges(of: "<circle class=\"c").count >= 27)
        #expect(text.contains("href=\"/regions/32.73?partner=a&amp;month=b\""))
        #expect(text.ranges(of: "<text ").count >= 5)
    }

    @Test("can be drawn with one place, with none, and where nothing is counted")
    func extremes() {
        let place = RegionMap.Place(
            code: RegionCode(rawValue: "31.01"), name: typedText, latitude: -5.7, longitude: 106.5, count: .exact(0))
        for extent in [RegionMap.Extent.nation, .province] {
            #expect(map(extent, []).hasPrefix("<svg"))
            #expect(!map(extent, [place]).contains("nan"))
            #expect(!map(extent, [place]).contains("<b>Rejeki"))
        }
    }

    @Test("puts figures into classes whose bounds grow, nought apart")
    func classes() {
        let classes = MapClasses((0..<500).map { .exact(Int64($0 * $0)) } + [.small])
        #expect(classes.bounds == classes.bounds.sorted() && classes.bounds.count == 4)
        #expect(classes.index(of: .exact(0)) == 0)
        #expect(classes.index(of: .small) == 1)
        #expect(classes.index(of: .exact(249_001)) == 5)
        #expect(classes.ranges(in: .indonesian).map(\.index) == [0, 1, 2, 3, 4, 5])
    }

    @Test("does not put what is withheld among the small")
    func withheld() {
        let classes = MapClasses([.exact(0), .withheld, .small, .exact(12)])
        #expect(classes.index(of: .withheld) == 0)
        #expect(classes.ranges(in: .english).first?.text == "0, –")
        #expect(MapClasses([.withheld, .exact(12)]).ranges(in: .english).first?.text == "–")
    }

    @Test("has one class where all figures are the same")
    func oneClass() {
        let classes = MapClasses([.exact(7), .exact(7), .exact(7)])
        #expect(classes.bounds.isEmpty)
        #expect(classes.ranges(in: .english).map(\.text) == ["≥ 1"])
    }
}
