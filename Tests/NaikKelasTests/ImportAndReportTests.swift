import Configuration
import Foundation
import Nusantara
import Simulation
import Storage
import StorageTesting
import Testing

@testable import NaikKelas

/// The lists of a newcomer, from file to count, through the words that they would type.
@Suite("Importing lists and reporting the count")
struct ImportAndReportTests {
    private static let samples = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Samples").path

    /// Adds the five partners and imports their samples.
    private static func importSamples(_ database: [String]) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for list in PartnerList.allCases {
            let kind = list.isChannel ? "marketplace" : "other"
            try #require(await run(["partner", "add", list.code, list.name, "--kind", kind] + database).status == .done)
            outcomes.append(await run(["import", list.code, "\(samples)/\(list.fileName)"] + database))
        }
        return outcomes
    }

    private static func report(_ arguments: String..., in database: [String]) async throws -> ProgressReport {
        let outcome = await run(["report", "progress", "--format", "json"] + arguments + database)
        try #require(outcome.status == .done, "\(outcome.errors)")
        return try JSONDecoder().decode(ProgressReport.self, from: Data(outcome.output.utf8))
    }

    @Test("five differently shaped lists become one count that adds up, and sending them again changes nothing")
    func samplesToCount() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            for outcome in try await Self.importSamples(database) {
                #expect(outcome.status == .done, "\(outcome.errors)")
                #expect(outcome.output.contains("rows in"))
                #expect(outcome.output.contains("new businesses"))
            }
            let first = try await Self.report(in: database)
            #expect(first.figures.claimed == first.partners.reduce(0) { $0 + $1.figures.claimed })
            #expect(first.partners.count == 5)
            #expect(first.figures.distinct < first.figures.claimed)
            #expect(first.partners.allSatisfy { $0.figures.distinct <= first.figures.distinct })
            #expect((first.figures.low ?? 0)...(first.figures.high ?? 0) ~= first.figures.distinct)
            #expect(first.figures.selling > 0 && first.figures.selling < first.figures.onboard)
            #expect(first.regions.reduce(0) { $0 + $1.figures.distinct } <= first.figures.distinct)
            let westJava = try await Self.report("--region", "32", in: database)
            #expect(!westJava.regions.isEmpty)

            for list in PartnerList.allCases {
                let again = await run(["import", list.code, "\(Self.samples)/\(list.fileName)"] + database)
                #expect(again.output.contains("new 0 · changed 0 ·"))
            }
            #expect(try await Self.report(in: database) == first)
            #expect(await run(["recount"] + database).output.hasSuffix("all equal\n"))
            let audit = await run(["audit", "verify"] + database)
            #expect(audit.status == .done)
            let head = try #require(audit.output.split(separator: "\n").last?.dropFirst("head ".count))
            #expect(await run(["audit", "verify", "--head", String(head)] + database).status == .done)
        }
    }

    @Test("the JSON of a report bears the promised names")
    func shape() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["partner", "add", "shopee", "Shopee", "--kind", "marketplace"] + database)
            _ = await run(["programme", "add", "go", "Go"] + database)
            _ = await run(["import", "shopee", "\(Self.samples)/shopee.csv", "--programme", "go"] + database)
            let outcome = await run(["report", "progress", "--format", "json"] + database)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let figures = ["claimed", "distinct", "low", "high", "onboard", "selling"]
            for name in figures { #expect(object[name] is Int, "\(name)") }
            for name in ["partners", "regions", "programmes"] {
                let part = try #require((object[name] as? [[String: Any]])?.first, "\(name)")
                for name in figures { #expect(part[name] is Int, "\(name)") }
                #expect(part["code"] is String && part["name"] is String)
            }
            #expect(object["figures"] == nil)

            let period = try await Self.report("--from", "2000-01", "--to", "2099-12", in: database)
            #expect(period.figures.claimed == object["claimed"] as? Int64 && period.figures.low == nil)
            let table = await run(["report", "progress"] + database).output
            #expect(table.contains("by partner") && table.contains("Shopee (shopee)"))
            let csv = await run(["report", "progress", "--format", "csv"] + database).output
            #expect(csv.hasPrefix("part,code,name,claimed,distinct,low,high,onboard,selling,growing,exporting\r\ntotal,ID,"))
        }
    }

    @Test("a dry run says what would happen, writes the remarks, and stores nothing")
    func dryRun() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["partner", "add", "shopee", "Shopee", "--kind", "marketplace"] + database)
            let before = await run(["audit", "verify"] + database).output
            let outcome = await run(
                ["import", "shopee", "\(Self.samples)/shopee.csv", "--dry-run", "--report", "\(folder)/remarks.csv"] + database)
            #expect(outcome.status == .done)
            #expect(outcome.output.contains("would be new") && outcome.output.contains("nothing was stored"))
            let remarks = try String(contentsOfFile: "\(folder)/remarks.csv", encoding: .utf8)
            #expect(remarks.hasPrefix("berkas,baris,kolom,kode,ditolak,penjelasan\r\n"))
            #expect(remarks.split(separator: "\r\n").count > 2)
            #expect(try await Self.report(in: database).figures.claimed == 0)
            #expect(await run(["audit", "verify"] + database).output == before)
        }
    }

    @Test("a PDF is refused with one sentence, in either language, and nothing of it is stored")
    func pdf() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["partner", "add", "shopee", "Shopee", "--kind", "marketplace"] + database)
            try Data("%PDF-1.7\n%âãÏÓ\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/list.pdf"))
            let indonesian = await run(["import", "shopee", "\(folder)/list.pdf"] + database)
            #expect(indonesian.status == .failed)
            #expect(
                indonesian.errors
                    == "naikkelas: \(folder)/list.pdf: Berkas ini PDF, bukan tabel; kirimkan daftarnya sebagai .xlsx atau .csv.\n")
            let english = await run(["import", "shopee", "\(folder)/list.pdf", "--language", "en"] + database)
            #expect(english.errors.contains("This file is PDF, not a table"))
            #expect(try await Self.report(in: database).figures.claimed == 0)

            let mixed = await run(["import", "shopee", "\(folder)/list.pdf", "\(Self.samples)/shopee.csv"] + database)
            #expect(mixed.status == .failed)
            #expect(mixed.output.contains("shopee.csv:"))
            #expect(try await Self.report(in: database).figures.claimed > 0)
        }
    }

    @Test("a list of an unknown partner is refused with the partners there are and how to add one")
    func unknownPartner() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["partner", "add", "shopee", "Shopee", "--kind", "marketplace"] + database)
            let outcome = await run(["import", "shoppe", "\(Self.samples)/shopee.csv"] + database)
            #expect(outcome.status == .failed)
            #expect(outcome.errors.contains("there are shopee"))
            #expect(outcome.errors.contains("naikkelas partner add shoppe"))
        }
    }

    @Test("columns that cannot be told are placed with --map, which is remembered, and asked for when they must be there")
    func mapping() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["partner", "add", "ukm", "Dinas", "--kind", "district-office"] + database)
            let list = "\(folder)/list.csv"
            try Data(
                "No. HP;Kabupaten/Kota;Sebutan\n081234567811;Kota Bandung;QX 7\n081234567822;Kab. Garut;QX 8\n081234567833;Kab. Sleman;QX 9\n"
                    .utf8
            ).write(to: URL(fileURLWithPath: list))
            let lost = await run(["import", "ukm", list] + database)
            #expect(lost.status == .failed)
            #expect(lost.errors.contains("“Sebutan”") && lost.errors.contains("--map"))
            let wrong = await run(["import", "ukm", list, "--map", "kolom9=businessName"] + database)
            #expect(wrong.errors.contains("There is no column “kolom9”"))
            #expect(await run(["import", "ukm", list, "--map", "Sebutan=businessName"] + database).output.contains("new 3"))
            #expect(await run(["import", "ukm", list] + database).output.contains("unchanged 3"))
        }
    }

    @Test("a counter that was tampered with is found, and put right only when asked")
    func recount() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["partner", "add", "shopee", "Shopee", "--kind", "marketplace"] + database)
            _ = await run(["import", "shopee", "\(Self.samples)/shopee.csv"] + database)
            let settings = try await Settings(
                flags: ["database": .flag("sqlite:\(folder)/data.sqlite")], usualFile: nil, environment: [:])
            try await Workspace.with(settings, .asItIs) { workspace in
                _ = try await workspace.database.write {
                    try $0.run("UPDATE counter SET claimed = claimed + 1 WHERE month = 0 AND region = 'ID'")
                }
            }
            let found = await run(["recount"] + database)
            #expect(found.status == .failed)
            #expect(found.errors.contains("recount --repair"))
            #expect(await run(["recount", "--repair"] + database).output.contains("put right"))
            #expect(await run(["recount"] + database).status == .done)
        }
    }

    @Test("a month's sample is drawn once, and nothing is said of quality before pairs are judged")
    func sample() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["partner", "add", "shopee", "Shopee", "--kind", "marketplace"] + database)
            #expect(await run(["sample", "show"] + database).output.contains("no sample was drawn yet"))
            let early = await run(["sample", "draw"] + database)
            #expect(early.status == .failed && early.errors.contains("naikkelas import"))
            _ = await run(["import", "shopee", "\(Self.samples)/shopee.csv"] + database)
            _ = await run(["partner", "add", "tokopedia", "Tokopedia", "--kind", "marketplace"] + database)
            _ = await run(["import", "tokopedia", "\(Self.samples)/tokopedia.csv"] + database)
            let drawn = await run(["sample", "draw", "--per-kind", "5", "--seed", "3"] + database)
            #expect(drawn.status == .done && drawn.output.contains("pairs are in the review queue"))
            #expect(await run(["sample", "draw"] + database).errors.contains("already"))
            #expect(await run(["sample", "show"] + database).output.contains("once pairs of every kind are settled"))
            #expect(await run(["sample", "draw", "--per-kind", "0"] + database).status == .misused)
        }
    }

    @Test("a bulletin keeps its figures when the count goes on")
    func bulletin() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            for code in ["shopee", "dts"] { _ = await run(["partner", "add", code, code, "--kind", "marketplace"] + database) }
            _ = await run(["import", "shopee", "\(Self.samples)/shopee.csv"] + database)
            let frozen = await run(["report", "bulletin", "freeze", "Buletin contoh"] + database)
            let id = try #require(frozen.output.split(separator: " ").first.map(String.init))
            let before = try await Self.report(in: database)
            _ = await run(["import", "dts", "\(Self.samples)/dts.csv"] + database)
            #expect(try await Self.report(in: database).figures != before.figures)
            let shown = await run(["report", "bulletin", "show", id, "--format", "json"] + database)
            let report = try JSONDecoder().decode(ProgressReport.self, from: Data(shown.output.utf8))
            #expect(report.figures == before.figures)
            #expect(await run(["report", "bulletin", "list"] + database).output.contains("Buletin contoh"))
        }
    }
}
