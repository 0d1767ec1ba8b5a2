import Foundation
import Nusantara
import Storage
import StorageTesting
import Tabular
import Testing

@testable import Catalogue

@Suite("Product sheets")
struct ProductSheetTests {
    private typealias Fixture = CatalogueFixture

    private func sheet(_ text: [UInt8]) async throws -> ProductSheet {
        try await withTemporaryFolder { folder in
            let path = folder + "/produk.csv"
            try Data(text).write(to: URL(filePath: path))
            return try ProductSheet(TabularReader(path: path))
        }
    }

    private func apply(_ sheet: ProductSheet, _ fixture: CatalogueFixture, upload: String = "1", isTrial: Bool = false) async throws
        -> [ProductSheetResult]
    {
        try await fixture.database.write { connection in
            try sheet.entries.map {
                try connection.apply($0, to: fixture.business, upload: upload, isTrial: isTrial, by: nil, at: Fixture.start)
            }
        }
    }

    private static let list = """
        Daftar produk toko;;;;;
        Nama Produk;Varian;Harga;Stok;Berat;Warna kesukaan
        Keripik Tempe;Pedas;15rb;10;250 g;merah
        Keripik Tempe;Asin;Rp 14.000,-;5;;
        Kopi Gayo;;1,2 jt;3;1 kg;
        Sambal;;gratis;1;100;
        """

    @Test("rows of one name are variants; a wrong row is told by its line and the others are taken", arguments: TestEngine.allCases)
    func create(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let sheet = try await sheet(Array(Self.list.utf8))
            #expect(sheet.unknownHeaders == ["Warna kesukaan"])
            let trial = try await apply(sheet, fixture, isTrial: true)
            #expect(trial.map(\.outcome) == [.created, .created, .refused])
            #expect(try await fixture.database.read { try $0.productCount(of: fixture.business) } == 0)
            let results = try await apply(sheet, fixture)
            #expect(results.map(\.outcome) == [.created, .created, .refused])
            #expect(results[2].faults.map { results[2].line(of: $0) } == [6])
            let products = try await fixture.database.read { try $0.products(of: fixture.business, matching: "tempe", limit: 9) }
            #expect(products[0].axes == ["Pilihan"] && products[0].variants.map(\.options) == [["Pedas"], ["Asin"]])
            #expect(products[0].variants.map(\.price) == [15_000, 14_000] && products[0].weightGrams == 250)
            #expect(try await apply(sheet, fixture).map(\.outcome) == [.unchanged, .unchanged, .refused])
        }
    }

    @Test("what this program writes, it reads back without a change; an empty cell leaves what is there", arguments: TestEngine.allCases)
    func roundTrip(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            _ = try await apply(try await sheet(Array(Self.list.utf8)), fixture)
            _ = try await fixture.add(Fixture.draft { $0.title = "-Kue \"lapis\", manis" })
            let written = try await fixture.database.read { connection in
                let products = try connection.products(of: fixture.business, limit: 99)
                return ProductSheetWriter.csv(products, stock: try connection.stock(of: products.flatMap { $0.variants.map(\.id) }))
            }
            #expect(try await apply(try await sheet(written), fixture, upload: "2").map(\.outcome) == [.unchanged, .unchanged, .unchanged])
            let price = try await sheet(Array("Kode Barang,Harga,Stok\nKERIPIK-TEMPE-ASIN,17000,\nTIDAK-ADA,1000,1\n".utf8))
            let results = try await apply(price, fixture, upload: "3")
            #expect(results.map(\.outcome) == [.changed, .refused])
            #expect(results[1].faults.map(\.notice.code) == ["product.sheet.unknown"])
            let product = try #require(
                try await fixture.database.read { try $0.product(withCode: "KERIPIK-TEMPE-ASIN", of: fixture.business) })
            #expect(product.variants.map(\.price) == [15_000, 17_000] && product.title == "Keripik Tempe")
            let stock = try await fixture.database.read { try $0.stock(of: product.variants.map(\.id)) }
            #expect(product.variants.map { stock[$0.id]?.onHand } == [10, 5])
        }
    }

    @Test("a sheet without headers that anybody knows is refused as a whole")
    func noHeaders() async {
        await #expect(throws: ProductSheet.Failure.noHeaders) { _ = try await sheet(Array("a;b\n1;2\n".utf8)) }
    }
}
