import Foundation
import Marketplaces
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Feeds")
struct FeedTests {
    private func entry(_ change: (inout Offer) -> Void = { _ in }) -> FeedEntry {
        var offer = ReadinessTests.offer()
        change(&offer)
        return FeedEntry(
            offer: offer, identifiers: offer.variants.map(\.sku), googleCategory: "Food, Beverages & Tobacco > Food Items > Snack Foods",
            link: "https://toko.example/p/1", seller: "Toko Bu Sri")
    }

    private func text(_ form: GoogleFeed.Form, _ entries: [FeedEntry]) -> String {
        let feed = GoogleFeed(form, title: "Toko <Bu> Sri", link: "https://toko.example", description: "Camilan & lauk")
        var bytes = feed.opening
        for entry in entries { feed.append(entry, to: &bytes) }
        return String(decoding: bytes + feed.closing, as: UTF8.self)
    }

    @Test("Google's feed is well-formed XML whatever stands in a product")
    func wellFormed() throws {
        let nasty = entry { $0.title = "<b>&amp; \u{1}\u{FFFF} ]]> “Keripik” 'pedas'" }
        let document = try XMLDocument(xmlString: text(.rss, [nasty, entry()]))
        let items = try document.nodes(forXPath: "//item")
        #expect(items.count == 2)
        #expect(try items[1].nodes(forXPath: "*[local-name()='price']").first?.stringValue == "15000.00 IDR")
        #expect(try items[1].nodes(forXPath: "*[local-name()='availability']").first?.stringValue == "in_stock")
        #expect(try items[1].nodes(forXPath: "*[local-name()='gtin']").first?.stringValue == "8991234567891")
    }

    @Test("tabs and line breaks inside a product do not shift the columns of Google's text feed")
    func tabs() {
        let lines = text(.tsv, [entry { $0.description = "satu\tdua\r\ntiga" }]).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 20 })
        #expect(lines[1].contains("satu dua"))
    }

    @Test("variants are items of one group, with their options under the names that feeds know")
    func variants() throws {
        let shirts = entry {
            $0.axes = [Offer.Axis(name: "Warna", options: ["Biru"]), Offer.Axis(name: "Ukuran", options: ["M", "L"])]
            $0.variants = ["M", "L"].map { OfferVariant(sku: "B-\($0)", options: ["Biru", $0], price: 90_000, stock: $0 == "M" ? 1 : 0) }
        }
        let document = try XMLDocument(xmlString: text(.rss, [shirts]))
        func values(_ name: String) throws -> [String?] {
            try document.nodes(forXPath: "//item/*[local-name()='\(name)']").map(\.stringValue)
        }
        #expect(try values("item_group_id") == ["KT", "KT"])
        #expect(try values("color") == ["Biru", "Biru"])
        #expect(try values("size") == ["M", "L"])
        #expect(try values("availability") == ["in_stock", "out_of_stock"])
        #expect(try values("identifier_exists") == ["no", "no"])
        #expect(try values("title") == ["Keripik Tempe Pedas Renyah 250 g, Biru, M", "Keripik Tempe Pedas Renyah 250 g, Biru, L"])
    }

    @Test("long texts are cut at whole characters, within what a feed allows")
    func long() throws {
        let long = entry {
            $0.title = String(repeating: "e\u{301}", count: 200)
            $0.description = String(repeating: "k", count: 12_000)
        }
        let document = try XMLDocument(xmlString: text(.rss, [long]))
        let title = try #require(try document.nodes(forXPath: "//item/*[local-name()='title']").first?.stringValue)
        #expect(title.unicodeScalars.count <= 150 && title.allSatisfy { $0 == "é" })
        #expect(try document.nodes(forXPath: "//item/*[local-name()='description']").first?.stringValue?.count == 5000)
    }

    @Test("Meta's feed quotes what it has to, writes availability with spaces and the price without decimals")
    func meta() {
        let feed = MetaFeed()
        var bytes = feed.opening
        feed.append(entry { $0.description = "Kata \"enak\", renyah" }, to: &bytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines[0].hasPrefix("id,title,description,availability,condition,price,link,image_link,brand,"))
        #expect(lines[1].contains("\"Kata \"\"enak\"\", renyah\",\"in stock\",new,\"15000 IDR\",https://toko.example/p/1"))
    }

    @Test("schema.org markup cannot end its script element, and tells price and stock")
    func markup() throws {
        let json = ProductMarkup(entry { $0.title = "</script><script>alert(1)</script>" }).json
        #expect(!json.contains("<"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["@type"] as? String == "Product")
        #expect(object["name"] as? String == "</script><script>alert(1)</script>")
        let offer = try #require(object["offers"] as? [String: Any])
        #expect(offer["price"] as? Int == 15_000 && offer["priceCurrency"] as? String == "IDR")
        #expect(offer["availability"] as? String == "https://schema.org/InStock")
    }

    @Test("a product with variants is a group of products")
    func group() throws {
        let json = ProductMarkup(
            entry {
                $0.axes = [Offer.Axis(name: "Ukuran", options: ["250 g", "500 g"])]
                $0.variants = [250, 500].map { OfferVariant(sku: "K\($0)", options: ["\($0) g"], price: $0 * 60, stock: 1) }
            }
        ).json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["@type"] as? String == "ProductGroup")
        #expect(object["variesBy"] as? [String] == ["https://schema.org/size"])
        #expect((object["hasVariant"] as? [[String: Any]])?.compactMap { $0["size"] as? String } == ["250 g", "500 g"])
    }
}
