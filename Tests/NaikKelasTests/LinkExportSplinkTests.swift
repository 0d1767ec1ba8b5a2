import Foundation
import Testing

@testable import NaikKelas

@Suite("A model and its rows are handed to Splink")
struct LinkExportSplinkTests {
    private static let list = """
        id,nama,usaha,hp
        1,Siti Aminah,Keripik Barokah Jaya,081234567890
        2,Siti Aminah,"Kripik Barokah, Jaya",081234567890
        3,Budi Santoso,Batik Sekar Arum,085612345678
        4,Budi Santoso,Batik Sekar Arum,085612345678
        5,Dewi Lestari,Madu Hutan Lebah,087712345678
        6,Rudi Hartono,Sambal Ibu Rudi,089512345678

        """
    private static let model = """
        {"id": ["id"], "fields": {
          "Nama Pemilik": {"kind": "person", "columns": ["nama"]},
          "usaha": {"kind": "business"},
          "hp": {"kind": "phone"}}}
        """

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("splink-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.list.write(to: folder.appendingPathComponent("list.csv"), atomically: true, encoding: .utf8)
        try Self.model.write(to: folder.appendingPathComponent("small.json"), atomically: true, encoding: .utf8)
        try await body(folder.path)
    }

    @Test("every row, every value's frequency and the settings are written", arguments: ["duckdb", "spark"])
    func writes(dialect: String) async throws {
        try await withFolder { folder in
            let list = folder + "/list.csv"
            _ = await run("link", "train", list, "--model", folder + "/small.json", "--output", folder + "/full.json")
            let exported = await run(
                "link", "export-splink", list, "--model", folder + "/full.json", "--output", folder + "/out", "--dialect", dialect)
            #expect(exported.status == .done, "\(exported.errors)")

            let rows = try String(contentsOfFile: folder + "/out/rows.csv", encoding: .utf8).split(separator: "\n")
            #expect(rows.count == 7)
            let columns = rows[0].split(separator: ",", omittingEmptySubsequences: false).count
            #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == columns })
            #expect(rows[1].hasPrefix("1,list,1,aminah siti,"))

            let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/out/settings.json")))
            let settings = try #require(json as? [String: Any])
            let comparisons = try #require(settings["comparisons"] as? [[String: Any]])
            #expect(Set(comparisons.compactMap { $0["output_column_name"] as? String }) == ["nama_pemilik", "hp", "usaha"])
            #expect(settings["sql_dialect"] as? String == dialect)
            #expect(FileManager.default.fileExists(atPath: folder + "/out/correction.sql"))
            let frequencies = try String(contentsOfFile: folder + "/out/tf_hp.csv", encoding: .utf8).split(separator: "\n")
            #expect(frequencies.first == "hp,tf_hp" && frequencies.count == 5)
        }
    }

    @Test("a model that is not trained and a folder that holds something are refused")
    func refuses() async throws {
        try await withFolder { folder in
            let list = folder + "/list.csv"
            let untrained = await run(
                "link", "export-splink", list, "--model", folder + "/small.json", "--output", folder + "/out")
            #expect(untrained.status == .failed && untrained.errors.contains("link train"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/out"))

            _ = await run("link", "train", list, "--model", folder + "/small.json", "--output", folder + "/full.json")
            let full = await run("link", "export-splink", list, "--model", folder + "/full.json", "--output", folder)
            #expect(full.status == .failed && full.errors.contains("is not empty"))
            let dialect = await run(
                "link", "export-splink", list, "--model", folder + "/full.json", "--output", folder + "/out", "--dialect", "oracle")
            #expect(dialect.status == .misused)
        }
    }
}
