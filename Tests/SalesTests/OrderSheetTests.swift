import Catalogue
import Foundation
import Marketplaces
import Nusantara
import Storage
import StorageTesting
import Tabular
import Testing

@testable import Sales

@Suite("Past orders by a sheet")
struct OrderSheetTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 27)!

    private func read(_ text: String) throws -> OrderSheet {
        let path = NSTemporaryDirectory() + "orders-\(UUID().uuidString).csv"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try OrderSheet(TabularReader(path: path), from: .bukalapak, today: Self.today)
    }

    @Test("rows of one number are one order, and words of the channel become states")
    func orders() throws {
        let sheet = try read(
            """
            ID Transaksi,Tanggal,Status,Nama Barang,SKU,Jumlah,Harga Satuan,Warna kemasan
            T1,12/08/2021,remitted,Keripik,KT,2,"Rp 15.000,-",merah
            T1,,,Sambal,SB,1,20rb,
            T2,13/08/2021,Dibatalkan,Keripik,KT,1,15000,
            """)
        #expect(sheet.faults == [])
        #expect(sheet.unknownHeaders == ["Warna kemasan"])
        #expect(sheet.orders.map(\.reference) == ["T1", "T2"])
        #expect(sheet.orders.map(\.state) == [.completed, .cancelled])
        #expect(sheet.orders[0].lines.map(\.quantity) == [2, 1])
        #expect(sheet.orders[0].total == 50_000)
    }

    @Test("an order with a row that cannot be read is left out as a whole, and the row is named")
    func faults() throws {
        let sheet = try read(
            """
            No. Pesanan;Tanggal;Status;Nama Produk;Jumlah;Harga
            A;12/08/2021;Selesai;Keripik;2;15000
            A;;;Sambal;nol;15000
            B;besok;Selesai;Keripik;1;15000
            C;12/08/2021;entah;Keripik;1;15000
            D;12/08/2021;Selesai;Keripik;1;
            E;12/08/2099;Selesai;Keripik;1;1000
            """)
        #expect(sheet.orders == [])
        #expect(sheet.faults.map(\.line) == [3, 4, 5, 6, 7])
    }

    @Test("a sheet without headers is refused, whatever else it holds")
    func noHeaders() {
        #expect(throws: OrderSheet.Failure.noHeaders) { try read("satu,dua\n1,2\n") }
    }

    @Test("a history of a closed channel counts once, however often it is sent, and moves no stock", arguments: TestEngine.allCases)
    func bringIn(engine: TestEngine) async throws {
        try await SalesFixture.with(engine) { fixture in
            let sheet = try read("ID Transaksi,Tanggal,Nama Barang,SKU,Jumlah,Harga\nT1,12/08/2021,Keripik,Pedas,30,15000\n")
            let shop = try await fixture.database.write {
                try $0.addShop("Bu Sri", on: .bukalapak, of: fixture.business, isClosed: true, at: SalesFixture.start)
            }
            let first = try await fixture.database.bringIn(sheet.orders, to: shop.id, at: SalesFixture.start)
            let second = try await fixture.database.bringIn(sheet.orders, to: shop.id, at: SalesFixture.start)
            #expect(first == HistoryReport(new: 1) && second == HistoryReport(unchanged: 1))
            #expect(shop.state == .closed)
            #expect(try await fixture.level().onHand == 100)
            #expect(try await fixture.sales() == 1)
        }
    }
}
