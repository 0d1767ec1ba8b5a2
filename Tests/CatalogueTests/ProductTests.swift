import Accounts
import Marketplaces
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Catalogue

@Suite("Products")
struct ProductTests {
    private typealias Fixture = CatalogueFixture

    private func faults(_ change: (inout ProductDraft) -> Void) -> [String] {
        Fixture.draft(change).reading(for: BusinessID()).faults.map { "\($0.field) \($0.notice.code)" }
    }

    @Test(
        "a price is read as people write it",
        arguments: [("15rb", 15_000), ("1,5 jt", 1_500_000), ("Rp 15.000,-", 15_000), ("15000", 15_000), ("Rp1.250.000", 1_250_000)])
    func prices(text: String, price: Int) throws {
        let reading = Fixture.draft { $0.variants[0].price = text }.reading(for: BusinessID())
        #expect(reading.product?.variants.first?.price == price)
    }

    @Test("a price of nothing, of too much, or of letters is refused with advice")
    func wrongPrices() {
        #expect(faults { $0.variants[0].price = "0" } == ["price product.price.zero"])
        #expect(faults { $0.variants[0].price = "1000000000000" } == ["price product.price.high"])
        #expect(faults { $0.variants[0].price = "" } == ["price product.price"])
        #expect(faults { $0.variants[0].price = "murah" }.count == 1)
        #expect(faults { $0.variants = [] } == ["price product.price"])
    }

    @Test("emoji and markup are taken out of names and said to be; line breaks of a description stay")
    func cleaned() throws {
        let reading = Fixture.draft {
            $0.title = "🔥 <b>Keripik</b> Tempe &amp; Tahu 🌶️  promo"
            $0.description = "<p>Renyah</p><ul><li>isi 250&nbsp;g</li></ul>\n\n\n\nAwet 3 < 6 bulan ✨"
        }.reading(for: BusinessID())
        #expect(reading.product?.title == "Keripik Tempe & Tahu promo")
        #expect(reading.product?.description == "Renyah\n\nisi 250 g\n\nAwet 3 < 6 bulan")
        #expect(reading.remarks.map(\.notice.code) == ["product.title.cleaned"])
    }

    @Test("whatever is pasted into a name, what is kept is plain: no element, no emoji, no control character")
    func plain() {
        var random = SeededRandomness(seed: 5)
        let pieces = [
            "<", ">", "&", "#", "x", "amp;", "&lt;", "<br>", "</p>", "a", "😀", "\u{200D}", "\u{FE0F}", "\u{0}", "\u{7}", "é", "日", "1", ";",
            "&#60;", "&#x1F600;",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
            for plain in [PlainText.line(text), PlainText.paragraphs(text)] {
                #expect(!plain.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0x200D })
                #expect(!plain.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
                #expect(PlainText.line(plain) == PlainText.line(PlainText.line(plain)))
            }
        }
    }

    @Test(
        "weights are read in grams and kilograms",
        arguments: [("250", 250), ("1,5 kg", 1500), ("0.25kg", 250), ("1.500", 1500), ("2 ons", 200)])
    func weights(text: String, grams: Int) {
        #expect(Fixture.draft { $0.weight = text }.reading(for: BusinessID()).product?.weightGrams == grams)
    }

    @Test("a weight of letters, of nothing or of a ton is refused", arguments: ["berat", "0", "501 kg", "-5", "1,2,3", "9999999999999"])
    func wrongWeights(text: String) {
        #expect(faults { $0.weight = text } == ["weight product.weight"])
    }

    @Test("each wrong field is told at its place, and all of them at once")
    func allFaults() {
        let found = faults {
            $0.title = "K"
            $0.category = "sepeda terbang"
            $0.length = "10"
            $0.permits = ["p-irt": "12"]
            $0.variants[0].gtin = "8991234567890"
            $0.variants[0].stock = "-3"
        }
        #expect(found.map { $0.split(separator: " ")[0] }.sorted() == ["category", "gtin", "height", "pirt", "stock", "title", "width"])
    }

    @Test("variants need options that tell them apart")
    func options() {
        func two(_ first: [String], _ second: [String], axes: [String] = ["Rasa", ""]) -> [String] {
            faults { draft in
                draft.axes = axes
                draft.variants = [first, second].map { options in
                    var variant = VariantDraft()
                    variant.options = options
                    variant.price = "1000"
                    return variant
                }
            }
        }
        #expect(two(["Pedas", ""], ["Asin", ""]) == [])
        #expect(two(["Pedas", ""], ["pedas", ""]) == ["options product.option.twice"])
        #expect(two(["Pedas", ""], ["", ""]) == ["options product.option"])
        #expect(two(["Pedas", ""], ["Asin", ""], axes: ["", ""]).first == "axes product.axis")
        #expect(two(["", ""], ["", ""]) == ["options product.variant.twice"])
    }

    @Test("a product is stored and read back as it was, with codes of its own", arguments: TestEngine.allCases)
    func roundTrip(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let saved = try await fixture.add(
                Fixture.draft {
                    $0.axes = ["Rasa", "Isi"]
                    $0.permits = ["p-irt": "2023374010001-27"]
                    $0.isNotHalal = true
                    $0.variants = [("Pedas", "250 g"), ("Asin", "1 kg")].map { taste, size in
                        var variant = VariantDraft()
                        variant.options = [taste, size]
                        variant.price = "15000"
                        variant.stock = "3"
                        return variant
                    }
                })
            #expect(saved.sku == "KERIPIK-TEMPE-PEDAS")
            #expect(saved.variants.map(\.sku) == ["KERIPIK-TEMPE-PEDAS-PEDAS-250G", "KERIPIK-TEMPE-PEDAS-ASIN-1KG"])
            let read = try await fixture.database.read { try $0.product(saved.id, of: fixture.business) }
            #expect(read == saved)
            #expect(ProductDraft(read).reading(of: read, for: fixture.business).product == read)
            await #expect(throws: CatalogueError.unknownProduct) {
                try await fixture.database.read { try $0.product(saved.id, of: BusinessID()) }
            }
        }
    }

    @Test("a form that somebody overtook is refused instead of undoing their change", arguments: TestEngine.allCases)
    func overtaken(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let first = try await fixture.add()
            var theirs = first
            theirs.title = "Keripik Tempe Asin"
            var mine = first
            mine.title = "Keripik Tempe Manis"
            _ = try await fixture.database.write { [theirs] in try $0.save(theirs, at: Fixture.start) }
            await #expect(throws: CatalogueError.changedMeanwhile) {
                try await fixture.database.write { [mine] in try $0.save(mine, at: Fixture.start) }
            }
        }
    }

    @Test("two products get different codes, and one cannot take the other's", arguments: TestEngine.allCases)
    func codes(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let first = try await fixture.add()
            let second = try await fixture.add()
            #expect(second.sku == first.sku + "-2" && second.variants[0].sku == second.sku)
            await #expect(throws: CatalogueError.codeTaken(first.sku)) {
                try await fixture.add(Fixture.draft { $0.sku = first.sku })
            }
            await #expect(throws: CatalogueError.codeTaken(first.sku)) {
                try await fixture.add(Fixture.draft { $0.variants[0].sku = first.sku })
            }
            var swapped = try await fixture.add(
                Fixture.draft {
                    $0.axes[0] = "Rasa"
                    $0.variants = ["A", "B"].map { name in
                        var variant = VariantDraft()
                        (variant.options[0], variant.sku, variant.price) = (name, name, "1000")
                        return variant
                    }
                })
            (swapped.variants[0].sku, swapped.variants[1].sku) = ("B", "A")
            let saved = try await fixture.database.write { [swapped] in try $0.save(swapped, at: Fixture.start) }
            #expect(saved.variants.map(\.sku) == ["B", "A"])
        }
    }

    @Test("a variant that is taken out stays for the orders that name it, and is offered no more", arguments: TestEngine.allCases)
    func takenOut(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let product = try await fixture.add()
            var draft = ProductDraft(product)
            draft.variants = [VariantDraft()]
            draft.variants[0].price = "20000"
            draft.variants[0].sku = "BARU"
            let reading = draft.reading(of: product, for: fixture.business)
            let changed = try #require(reading.product)
            #expect(changed.variants.map(\.isOffered) == [true, false])
            let offers = try await fixture.database.write { connection in
                let saved = try connection.save(changed, at: Fixture.start)
                return try connection.offers([saved]) { "https://x.example/\($0)" }
            }
            #expect(offers[0].variants.map(\.sku) == ["BARU"])
        }
    }

    @Test("products are found by letters of their name or code, whatever signs are typed", arguments: TestEngine.allCases)
    func search(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            try await fixture.add()
            try await fixture.add(Fixture.draft { $0.title = "Kopi 100% Arabika" })
            func found(_ text: String) async throws -> [String] {
                try await fixture.database.read { try $0.products(of: fixture.business, matching: text, limit: 10).map(\.title) }
            }
            #expect(try await found("TEMPE") == ["Keripik Tempe Pedas 250 g"])
            #expect(try await found("0% a") == ["Kopi 100% Arabika"])
            #expect(try await found("%") == ["Kopi 100% Arabika"])
            #expect(try await found("_") == [])
            #expect(try await found("").count == 2)
        }
    }

    @Test("a bulk change is shown first, and leaves alone what changed meanwhile", arguments: TestEngine.allCases)
    func bulk(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let first = try await fixture.add()
            let second = try await fixture.add(Fixture.draft { $0.variants[0].price = "9.990" })
            let edit = BulkEdit.pricePercent(10)
            #expect(edit.applied(to: first)?.variants[0].price == 16_500)
            #expect(edit.applied(to: second)?.variants[0].price == 11_000)
            #expect(BulkEdit.priceAmount(-20_000).applied(to: first) == nil)
            let count = try await fixture.database.write { connection in
                var changed = second
                changed.title = "Lain sekali"
                _ = try connection.save(changed, at: Fixture.start)
                return try connection.apply(edit, to: [first, second], at: Fixture.start)
            }
            #expect(count == 1)
            #expect(try await fixture.database.read { try $0.product(first.id, of: fixture.business) }.variants[0].price == 16_500)
        }
    }
}
