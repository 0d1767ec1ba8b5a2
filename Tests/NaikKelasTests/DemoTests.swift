import Accounts
import Foundation
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import NaikKelas

@Suite("The demo")
struct DemoTests {
    @Test("a demo holds lists, counts, targets, a bulletin and an account for each role, and starts anew each time")
    func build() async throws {
        try await withTemporaryFolder { folder in
            let arguments = ["demo", "--businesses", "150", "--data", "\(folder)/demo", "--no-serve"]
            let first = await run(arguments)
            #expect(first.status == .done, "\(first.errors)")
            for role in Role.allCases { #expect(first.output.contains(role.rawValue)) }
            let database = ["--database", "sqlite:\(folder)/demo/demo.sqlite"]
            let report = await run(["report", "progress", "--format", "csv"] + database).output
            #expect(report.split(separator: "\r\n").filter { $0.hasPrefix("partner,") }.count == 5)
            #expect(await run(["recount"] + database).status == .done)
            #expect(await run(["report", "bulletin", "list"] + database).output.contains("Buletin contoh"))
            #expect(await run(["target", "list"] + database).output.contains("30 juta UMKM onboard (skala contoh 1 : "))

            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/demo/accounts.json")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(await run(arguments).status == .done)
            #expect(await run(["report", "progress", "--format", "csv"] + database).output == report)
        }
    }

    @Test("a folder with anything else in it is left alone")
    func foreignFolder() async throws {
        try await withTemporaryFolder { folder in
            let mine = URL(fileURLWithPath: "\(folder)/thesis.txt")
            try Data("mine".utf8).write(to: mine)
            let outcome = await run("demo", "--businesses", "10", "--data", folder, "--no-serve")
            #expect(outcome.status == .failed)
            #expect(outcome.errors.contains("--data"))
            #expect(try Data(contentsOf: mine) == Data("mine".utf8))
        }
    }

    @Test("the national targets stand to the demo as to the nation, and say at which scale")
    func targets() throws {
        var counts = Counts()
        (counts.onboard, counts.selling) = (25_500, 9_876)
        let today = try #require(CalendarDate(iso: "2026-11-23"))
        let targets = DemoTargets(counts, westJava: counts, today: today).targets
        #expect(targets.map(\.value) == [30_000, 8_000, 12_000, 29_000])
        #expect(targets[0].title == "30 juta UMKM onboard (skala contoh 1 : 1.000)")
        #expect(targets.allSatisfy { $0.firstDay < today && today < $0.lastDay })
        #expect(DemoTargets(Counts(), westJava: Counts(), today: today).targets.isEmpty)
    }
}
