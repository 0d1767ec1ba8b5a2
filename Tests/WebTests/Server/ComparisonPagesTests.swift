import Accounts
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Two rows side by side")
struct ComparisonPagesTests {
    @Test(
        "are reached from the business, show where they differ and why they are one, and only to whoever may see both",
        arguments: TestEngine.allCases)
    func compared(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let place = "081234567890,Kota Bandung,Jawa Barat,12/08/2024"
            try await server.bring(PartnerList().adding("S1,Keripik Tempe Mekar Sari,Siti Rahayu,\(place)"))
            try await server.bring(PartnerList().adding("D1,Kripik Tempe Mekar Sari,Hj. Siti Rahayu,\(place)"), of: "dinas")
            let officer = try await server.browser(.officer, Scope(region: RegionCode(rawValue: "32")))
            let names = try await officer.get(Paths.names(.nation, metric: "distinct")).text
            let business = try #require(names.firstMatch(of: /href="(\/office\/businesses\/[^"]+)"/)).1
            let page = try await officer.get(String(business)).text
            let address = String(try #require(page.firstMatch(of: /href="(\/office\/claims\/[^"]+)"/)).1)

            let pair = try await officer.get(address)
            #expect(pair.status == 200)
            #expect(pair.text.contains("K<mark>e</mark>ripik Tempe Mekar Sari") && pair.text.contains("<mark>Hj. </mark>Siti Rahayu"))
            #expect(pair.text.contains("nomor HP sama (+") && pair.text.contains("dihitung sebagai satu usaha"))
            #expect(!pair.text.contains("081234567890"))
            let readings = try await server.database.read { connection in
                try connection.readings(of: .business(try #require(BusinessID(String(business.suffix(36))))), limit: 20)
            }
            #expect(readings.count == 3)

            let elsewhere = try await server.browser(
                of: server.staff(.officer, Scope(region: RegionCode(rawValue: "33")), account: "jateng"))
            #expect(try await elsewhere.get(address).status == 404)
            // A partner who claims the business too sees why, and not the other's row.
            let partner = try await server.browser(.partner, Scope(partner: server.partner("shopee")))
            let seen = try await partner.get(address)
            #expect(seen.status == 200 && !seen.text.contains("Hj. "))
        }
    }
}
