import Marketplaces
import Nusantara
import Testing

@Suite("Readiness")
struct ReadinessTests {
    private let today = CalendarDate(iso: "2026-11-27")!

    static func offer() -> Offer {
        Offer(
            sku: "KT", title: "Keripik Tempe Pedas Renyah 250 g", description: "Keripik tempe dari kedelai pilihan, isi 250 gram.",
            category: "makanan/keripik", brand: "Bu Sri",
            variants: [OfferVariant(sku: "KT-1", price: 15_000, stock: 12, gtin: "8991234567891")],
            photos: [OfferPhoto(link: "https://toko.example/1.jpg", type: "image/jpeg", width: 1200, height: 1200, bytes: 140_000)],
            weightGrams: 300, dimensions: Offer.Dimensions(length: 20, width: 15, height: 5), permits: ["halal": "ID1", "p-irt": "2"])
    }

    private func problems(_ channel: Channel, _ change: (inout Offer) -> Void = { _ in }) -> [ReadinessProblem] {
        var offer = Self.offer()
        change(&offer)
        return ChannelRuleBook.shipped[channel].findings(
            about: offer, in: ProductTaxonomy.shipped[offer.category], on: today
        ).map(\.problem)
    }

    @Test("a product with everything is ready for every open channel that takes goods")
    func complete() {
        for channel in Channel.allCases where ![.bukalapak, .blanja, .goFood].contains(channel) {
            #expect(problems(channel) == [], "\(channel)")
        }
    }

    @Test("a closed channel says since when, and nothing else")
    func closed() {
        #expect(problems(.bukalapak) { $0.title = "" } == [.channelClosed(on: "2025-02-09")])
        #expect(problems(.blanja) == [.channelClosed(on: "2020-09-01")])
        #expect(ChannelRuleBook.shipped[.bukalapak].isOpen(on: CalendarDate(iso: "2025-02-09")!))
    }

    @Test("a food platform takes only what is ready to eat")
    func readyFood() {
        #expect(problems(.goFood) == [.onlyReadyFood])
        #expect(problems(.goFood) { $0.category = "makanan/siap-saji" } == [])
    }

    @Test("each limit holds at its edge and not beyond it")
    func edges() {
        func title(_ count: Int) -> String { String(repeating: "a", count: count) }
        #expect(problems(.shopee) { $0.title = title(255) } == [])
        #expect(problems(.shopee) { $0.title = title(256) } == [.titleLong(count: 256, maximum: 255)])
        #expect(problems(.tikTokShop) { $0.title = title(25) } == [])
        #expect(problems(.tikTokShop) { $0.title = title(24) } == [.titleShort(count: 24, minimum: 25)])
        #expect(problems(.tokopedia) { $0.title = title(24) } == [.titleShort(count: 24, minimum: 25)])
        #expect(problems(.tikTokShop) { $0.variants[0].price = 99 } == [.priceLow(price: 99, minimum: 100)])
        #expect(problems(.shopee) { $0.weightGrams = 9 } == [.weightLow(grams: 9, minimum: 10)])
        #expect(problems(.shopee) { $0.weightGrams = nil } == [.weightMissing])
        #expect(problems(.blibli) { $0.dimensions = nil } == [.dimensionsMissing])
        #expect(problems(.shopee) { $0.photos = [] } == [.photosMissing(count: 0, minimum: 1)])
        #expect(problems(.meta) { $0.photos[0].height = 499 } == [.photoSmall(number: 1, side: 499, minimum: 500)])
        #expect(problems(.meta) { $0.brand = nil } == [])
        #expect(
            problems(.meta) {
                $0.brand = nil
                $0.variants[0].gtin = nil
            } == [.brandOrGTINMissing])
        #expect(problems(.tikTokShop) { $0.title = "豆腐 Keripik Tempe Pedas Renyah" } == [.titleInChinese])
        #expect(
            problems(.shopee) { $0.axes = [Offer.Axis(name: "Rasa dan ukuran", options: [])] } == [
                .axisNameLong(name: "Rasa dan ukuran", maximum: 14)
            ])
    }

    @Test("advice comes after what is refused, and does not refuse")
    func advice() {
        let findings = ChannelRuleBook.shipped[.shopee].findings(
            about: {
                var offer = Self.offer()
                offer.permits = [:]
                offer.variants[0].stock = 0
                offer.weightGrams = nil
                return offer
            }(), in: ProductTaxonomy.shipped["makanan/keripik"], on: today)
        #expect(findings.map(\.problem) == [.weightMissing, .nothingInStock, .permitMissing(.halal), .permitMissing(.pirtOrBPOM)])
        #expect(findings.map(\.isRefusal) == [true, false, false, false])
    }

    @Test("what the channel says about a category overrides the program's rules")
    func overridden() {
        let limits = ChannelLimits(price: 5_000...10_000, title: 5...20, weightRequired: false)
        var offer = Self.offer()
        offer.weightGrams = nil
        let findings = ChannelRuleBook.shipped[.shopee].overridden(by: limits).findings(
            about: offer, in: ProductTaxonomy.shipped[offer.category], on: today)
        #expect(
            findings.map(\.problem) == [.titleLong(count: 32, maximum: 20), .priceHigh(price: 15_000, maximum: 10_000)])
    }

    @Test("every problem is told in both languages, with its numbers")
    func words() {
        let problem = ReadinessProblem.priceLow(price: 1_500, minimum: 1_234_567)
        #expect(problem.indonesian.contains("Rp1.500") && problem.indonesian.contains("Rp1.234.567"))
        #expect(problem.english.contains("Rp1.500"))
        #expect(ReadinessProblem.titleLong(count: 300, maximum: 255).indonesian.contains("255"))
    }
}

@Suite("Taxonomy")
struct TaxonomyTests {
    @Test("every category has its parent, both names and a category of Google's")
    func shipped() {
        let taxonomy = ProductTaxonomy.shipped
        #expect(taxonomy.leaves.count > 30)
        #expect(taxonomy.isLeaf("makanan/keripik") && !taxonomy.isLeaf("makanan"))
        #expect(taxonomy.category(named: "KERIPIK & KERUPUK")?.key == "makanan/keripik")
        #expect(taxonomy.category(named: "coffee beans & ground coffee")?.key == "minuman/kopi")
        #expect(Set(taxonomy.leaves.map { $0.indonesian.lowercased() }).count == taxonomy.leaves.count)
    }

    @Test(
        "a line that is no category is told by its number",
        arguments: ["makanan\tMakanan\tFood\n", "a/b\tA\tB\tC\t\t\n", "a\tA\tB\tC\t\tlisensi\n"])
    func malformed(text: String) {
        #expect(throws: ProductTaxonomy.Malformed.self) { try ProductTaxonomy(text) }
    }
}
