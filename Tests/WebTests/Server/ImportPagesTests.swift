import Accounts
import Foundation
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Bringing in a list by the pages")
struct ImportPagesTests {
    private struct Progress: Decodable {
        let done: Double
        let text: String
        let finished: Bool
    }

    private static func progress(_ browser: Browser, of address: String) async throws -> Progress {
        let answer = try await browser.get(address + "/progress.json")
        #expect(answer.headers["content-type"] == "application/json")
        return try JSONDecoder().decode(Progress.self, from: answer.body)
    }

    /// Sends a file and returns where the server leads to.
    private static func send(
        _ file: String, to browser: Browser, fileName: String = "daftar.csv", partner: String = "shopee", token: String? = nil
    ) async throws -> Browser.Answer {
        let page = try await browser.get(Paths.newImport)
        let token = try token ?? #require(page.formToken)
        return try await browser.upload(
            Paths.imports, fields: ["token": token, "partner": partner, "programme": "bbi", "day": "2026-01-31"], fileName: fileName,
            file: Data(file.utf8))
    }

    /// The choices of the mapping page as the page offers them.
    private static func chosenColumns(_ page: String) -> [String: String] {
        var fields: [String: String] = [:]
        for select in page.matches(of: /<select id="(column-\d+)"[^>]*>(.*?)<\/select>/.dotMatchesNewlines()) {
            if let chosen = select.2.firstMatch(of: /value="([^"]*)" selected/) { fields[String(select.1)] = String(chosen.1) }
        }
        return fields
    }

    @Test("from the file to the figure on the dashboard, step by step", arguments: TestEngine.allCases)
    func wholeWay(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let browser = try await server.browser(.officer)
            let visitor = server.browser()
            #expect(try await visitor.get(Paths.home).text.contains("Belum ada usaha"))

            let list = PartnerList().adding(12, in: "Kota Bandung", "Jawa Barat").adding("R99,,,,,,").adding("R98,Warung Laut,,12,,,")
            let sent = try await Self.send(list.csv, to: browser, fileName: "C:\\unduhan\\daftar maret.csv")
            #expect(sent.status == 303)
            let mapping = try #require(sent.location)
            let address = String(mapping.dropLast("/mapping".count))
            #expect(try server.files().count == 1)

            let page = try await browser.get(mapping)
            #expect(page.status == 200)
            #expect(page.text.contains("daftar maret.csv") && !page.text.contains("unduhan"))
            let columns = Self.chosenColumns(page.text)
            #expect(Set(columns.values).isSuperset(of: ["externalID", "businessName", "ownerName", "phone", "regency", "province"]))

            let confirmed = try await browser.submit(mapping, columns, from: mapping)
            #expect(confirmed.status == 303 && confirmed.location == address)
            #expect(try await Self.progress(browser, of: address).finished == false)
            #expect(try await browser.get(address).status == 200)

            try await server.work()
            #expect(try await Self.progress(browser, of: address).finished)
            let dryRun = try await browser.get(address)
            #expect(dryRun.location == address + "/dry-run")
            let report = try await browser.get(address + "/dry-run")
            #expect(report.text.contains("14"))
            let findings = try await browser.get(address + "/findings.csv")
            #expect(findings.text.hasPrefix("baris,kolom,temuan,akibat\r\n"))
            #expect(findings.text.contains("\r\n14,") && findings.text.contains("baris ditolak"))
            // A dry run stores nothing.
            #expect(try await server.database.read { try $0.counts(in: Cell()) } == Counts())
            #expect(try await visitor.get(Paths.home).text.contains("Belum ada usaha"))

            let stored = try await browser.submit(address + "/dry-run", from: address + "/dry-run")
            #expect(stored.status == 303)
            #expect(try await browser.submit(address + "/dry-run", from: Paths.office).status == 303)
            #expect(try await server.work() == 1, "pressing the button twice starts one import")
            let counts = try await server.database.read { try $0.counts(in: Cell()) }
            #expect(counts.distinct >= 12)
            #expect(try await server.database.read { try $0.counts(in: Cell(programme: $0.programme(code: "bbi")?.id)) } == counts)

            let summary = try await browser.get(address)
            #expect(summary.status == 200 && summary.text.contains("daftar maret.csv"))
            #expect(try server.files().isEmpty, "the list is gone when it is imported")
            await expectFigure(counts.distinct, on: visitor, server)
            #expect(try await server.database.read { try $0.recount() }.isEqual)
        }
    }

    private func expectFigure(_ count: Int64, on visitor: Browser, _ server: LiveServer) async {
        // The version of the counts may be known for a moment.
        for _ in 0..<1000 {
            if let page = try? await visitor.get(Paths.home).text, page.contains(">\(count)<") { return }
        }
        Issue.record("the dashboard does not show \(count)")
    }

    @Test("the second list with the same columns is recognised, and may be mapped anew after the dry run")
    func remembered() async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.officer)
            let list = "A,B,C\nS1,Keripik Mekar,Kota Bandung\nS2,Batik Kencana,Kota Bandung\n"
            let first = try #require(try await Self.send(list, to: browser).location)
            let chosen = ["column-0": "externalID", "column-1": "businessName", "column-2": "regency"]
            #expect(try await browser.submit(first, chosen, from: first).status == 303)
            try await server.work()
            let again = try await browser.get(first)
            #expect(again.status == 200)
            #expect(Self.chosenColumns(again.text)["column-1"] == "businessName")

            let second = try #require(try await Self.send(list, to: browser).location)
            let page = try await browser.get(second)
            #expect(Self.chosenColumns(page.text).merging(chosen) { $1 } == Self.chosenColumns(page.text))
        }
    }

    @Test("columns that cannot be are refused with the reason, and what was chosen stays chosen")
    func impossibleColumns() async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.officer)
            let list = PartnerList().adding(3, in: "Kota Bandung", "Jawa Barat")
            let mapping = try #require(try await Self.send(list.csv, to: browser).location)
            let nameless = try await browser.submit(mapping, ["column-0": "externalID"], from: mapping)
            #expect(nameless.status == 422)
            #expect(nameless.text.contains("Tanpa nama"))
            let twice = try await browser.submit(mapping, ["column-1": "businessName", "column-2": "businessName"], from: mapping)
            #expect(twice.status == 422)
            #expect(twice.text.contains("hanya boleh satu kolom"))
            #expect(Self.chosenColumns(twice.text)["column-2"] == "businessName")
            #expect(try await server.work() == 0)
        }
    }

    @Test(
        "what is no list is refused with a sentence, and nothing is left of it",
        arguments: [
            ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "laporan.pdf"), ("", "kosong.csv"), ("\u{0}\u{1}\u{2}\u{3}", "a.csv"),
            ("PK\u{3}\u{4}tidak utuh", "daftar.xlsx"), ("   \n\n  \n", "kosong.csv"),
        ])
    func noList(content: String, fileName: String) async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.officer)
            let answer = try await Self.send(content, to: browser, fileName: fileName)
            #expect(answer.status == 422)
            #expect(answer.text.contains("role=\"alert\""))
            #expect(try server.files().isEmpty)
            #expect(try await server.database.read { try $0.listImports() }.isEmpty)
        }
    }

    @Test("a list that is too large is refused, and nothing is left of it")
    func tooLarge() async throws {
        try await LiveServer.with(maximumListBytes: 20_000) { server in
            let browser = try await server.browser(.officer)
            let answer = try await Self.send(String(repeating: "a,b,c\n", count: 10_000), to: browser)
            #expect(answer.status == 413)
            #expect(answer.text.contains("terlalu besar"))
            #expect(try server.files().isEmpty)
        }
    }

    @Test("an upload without a token, for no partner, or with two files leaves nothing behind")
    func refusedUploads() async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.officer)
            let list = PartnerList().adding(3, in: "Kota Bandung", "Jawa Barat").csv
            #expect(try await Self.send(list, to: browser, token: String(repeating: "0", count: 64)).status == 403)
            #expect(try await Self.send(list, to: browser, partner: "bukan").status == 422)
            let file = Data(list.utf8)
            #expect(try await browser.upload(Paths.imports, fields: ["partner": "shopee"], file: file).status == 403)
            let token = try #require(try await browser.get(Paths.newImport).formToken)
            let twice = "\r\n------batas7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.csv\"\r\n\r\nx"
            let double = try await browser.upload(
                Paths.imports, fields: ["token": token, "partner": "shopee"], file: file + Data(twice.utf8))
            #expect(double.status == 400)
            let broken = try await browser.send(
                "POST", Paths.imports, ["Content-Type": "multipart/form-data; boundary=b"], body: Data("--b\r\nkacau".utf8))
            #expect(broken.status == 400)
            #expect(try await browser.post(Paths.imports, ["token": token]).status == 400)
            #expect(try server.files().isEmpty)
            #expect(try await server.database.read { try $0.listImports() }.isEmpty)
        }
    }

    @Test("a partner cannot send a list in the name of another")
    func inTheNameOfAnother() async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.partner, Scope(partner: server.partner("shopee")))
            let list = PartnerList().adding(3, in: "Kota Bandung", "Jawa Barat").csv
            #expect(try await browser.get(Paths.newImport).text.contains("Shopee"))
            #expect(try await !browser.get(Paths.newImport).text.contains("Dinas Koperasi"))
            #expect(try await Self.send(list, to: browser, partner: "dinas").status == 403)
            #expect(try server.files().isEmpty)
            #expect(try await Self.send(list, to: browser).status == 303)
        }
    }

    @Test("what a list holds is text on every page, whatever it looks like", arguments: TestEngine.allCases)
    func markup(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let browser = try await server.browser(.officer)
            let script = "<script>alert(1)</script>"
            let list = "id,nama usaha \(script),nama pemilik,kab/kota\nS1,Keripik {{frame.formToken}} \(script),Sari {{>x}},Kota Bandung\n"
            let mapping = try #require(try await Self.send(list, to: browser, fileName: "\(script).csv").location)
            let page = try await browser.get(mapping)
            #expect(page.text.contains("&lt;script&gt;") && !page.text.contains(script))
            #expect(page.text.contains("{{frame.formToken}}"))
            _ = try await browser.submit(
                mapping, ["column-0": "externalID", "column-1": "businessName", "column-2": "ownerName", "column-3": "regency"],
                from: mapping)
            try await server.work()
            let address = String(mapping.dropLast("/mapping".count))
            _ = try await browser.submit(address + "/dry-run", from: address + "/dry-run")
            try await server.work()
            for path in [
                address, Paths.imports, Paths.office, Paths.names(.nation, metric: "claimed"), Paths.search + "?q=keripik%3Cscript%3E",
            ] {
                #expect(try await !browser.get(path).text.contains(script), "\(path)")
            }
        }
    }
}
