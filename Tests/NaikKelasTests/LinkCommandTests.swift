import Foundation
import Linkage
import Testing

@testable import NaikKelas

@Suite("Lists are linked by the command, without a database")
struct LinkCommandTests {
    private static let samples = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Samples").path

    private static let model = """
        {"id": ["shop_id", "ID Toko", "merchant_id", "Kode UMKM", "ID Peserta"], "fields": {
          "business": {"kind": "business", "columns": ["shop_name", "Nama Toko", "merchant_name", "Nama Usaha"]},
          "owner": {"kind": "person", "columns": ["owner_name", "Nama Pemilik", "owner", "Nama Lengkap"]},
          "phone": {"kind": "phone", "columns": ["phone", "No. HP", "No. Telp/HP", "No. WhatsApp"]},
          "regency": {"kind": "place", "columns": ["city", "Kota/Kabupaten", "Kabupaten/Kota"]}}}
        """

    /// Runs with a folder that is gone afterwards.
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("link-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.model.write(to: folder.appendingPathComponent("model.json"), atomically: true, encoding: .utf8)
        try await body(folder.path)
    }

    private var lists: [String] {
        ["shopee.csv", "tokopedia.csv", "gofood.tsv", "dinas-koperasi.xlsx", "dts.csv"].map { Self.samples + "/" + $0 }
    }

    @Test("five partners' lists come down to nearly the businesses behind them")
    func linksSamples() async throws {
        try await withFolder { folder in
            let linked = await run(
                ["link"] + lists + ["--model", folder + "/model.json", "--output", folder + "/out.csv", "--blocking"])
            #expect(linked.status == .done)
            #expect(linked.errors.contains("clusters (95 %:"))
            #expect(linked.errors.contains("business + owner") && linked.errors.contains("meet under no rule"))
            let lines = try String(contentsOfFile: folder + "/out.csv", encoding: .utf8).split(separator: "\r\n")
            #expect(lines.first == "source,id,cluster,probability")
            #expect(lines.contains { $0.hasPrefix("dinas-koperasi,") })

            let judged = await run("link", "evaluate", folder + "/out.csv", Self.samples + "/truth.csv", "--format", "json")
            #expect(judged.status == .done)
            let report = try #require(try JSONSerialization.jsonObject(with: Data(judged.output.utf8)) as? [String: Any])
            let pairs = try #require(report["pairs"] as? [String: Any])
            #expect(try #require(pairs["f1"] as? Double) > 0.9)
            #expect(abs(try #require(report["count_error"] as? Double)) < 0.06)
            let reliability = try #require(report["reliability"] as? [String: Any])
            #expect(try #require(reliability["expected_calibration_error"] as? Double) < 0.1)
            #expect(await run("link", "evaluate", folder + "/out.csv", Self.samples + "/truth.csv").output.contains("are off by"))
        }
    }

    @Test("a model that was trained links without training again, and explains a pair")
    func trainsAndExplains() async throws {
        try await withFolder { folder in
            let two = Array(lists.prefix(2))
            let trained = await run(["link", "train"] + two + ["--model", folder + "/model.json", "--output", folder + "/full.json"])
            #expect(trained.status == .done)
            #expect(try ListModel(json: Data(contentsOf: URL(fileURLWithPath: folder + "/full.json"))).isTrained)

            let linked = await run(["link"] + two + ["--model", folder + "/full.json", "--output", folder + "/out.csv"])
            #expect(linked.status == .done)
            var rows: [String: [String]] = [:]
            for line in try String(contentsOfFile: folder + "/out.csv", encoding: .utf8).split(separator: "\r\n").dropFirst() {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                if !cells[1].isEmpty { rows[cells[2], default: []].append(cells[0] + ":" + cells[1]) }
            }
            let pair = try #require(rows.sorted { $0.key < $1.key }.map(\.value).first { $0.count == 2 && $0[0] != $0[1] })
            let explained = await run(["link", "explain"] + pair + two + ["--model", folder + "/full.json"])
            #expect(explained.status == .done, "\(explained.errors)")
            #expect(explained.output.contains("sebelum dibandingkan"))
            #expect(explained.output.contains("jumlah +"))
        }
    }

    @Test("lists that come later are added to an earlier result, whose numbers stay")
    func grows() async throws {
        try await withFolder { folder in
            let model = ["--model", folder + "/full.json"]
            let first = Array(lists.prefix(3))
            _ = await run(["link", "train"] + first + ["--model", folder + "/model.json", "--output", folder + "/full.json"])
            _ = await run(["link"] + first + model + ["--output", folder + "/first.csv"])
            let grown = await run(["link"] + lists + model + ["--known", folder + "/first.csv", "--output", folder + "/grown.csv"])
            #expect(grown.status == .done, "\(grown.errors)")
            func rows(_ name: String) throws -> [Substring] {
                try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\r\n")
            }
            let (before, after) = (try rows("first.csv"), try rows("grown.csv"))
            #expect(after.count > before.count)
            func place(_ row: Substring) -> [Substring] { row.split(separator: ",", omittingEmptySubsequences: false).dropLast() }
            #expect(zip(before, after).allSatisfy { place($0) == place($1) })
            let judged = await run("link", "evaluate", folder + "/grown.csv", Self.samples + "/truth.csv", "--format", "json")
            let report = try #require(try JSONSerialization.jsonObject(with: Data(judged.output.utf8)) as? [String: Any])
            #expect(try #require((report["pairs"] as? [String: Any])?["f1"] as? Double) > 0.88)

            // Without its first row, a list is told by its ids.
            let shorter = try String(contentsOfFile: lists[0], encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            try (shorter.prefix(1) + shorter.dropFirst(2)).joined(separator: "\n")
                .write(toFile: folder + "/shopee.csv", atomically: true, encoding: .utf8)
            let less = await run(
                ["link", folder + "/shopee.csv"] + model + ["--known", folder + "/first.csv", "--output", folder + "/less.csv"])
            #expect(less.errors.contains("rows of the earlier result are not in the lists"))
            let known = Set(before.map(place))
            #expect(try rows("less.csv").dropFirst().allSatisfy { known.contains(place($0)) })

            try "source,id,cluster,probability\nshopee,1,none,1\n".write(toFile: folder + "/bad.csv", atomically: true, encoding: .utf8)
            let bad = await run(["link"] + first + model + ["--known", folder + "/bad.csv", "--output", folder + "/x.csv"])
            #expect(bad.status == .failed && bad.errors.contains("is no row of an earlier result"))
        }
    }

    @Test("the rows that one row may be are told with their probability")
    func matches() async throws {
        try await withFolder { folder in
            let model = ["--model", folder + "/model.json"]
            let found = await run(["link", "match", lists[0], lists[1], lists[2]] + model)
            #expect(found.status == .done, "\(found.errors)")
            let rows = found.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            #expect(rows.first == ["id", "source", "match", "probability"])
            #expect(rows.dropFirst().allSatisfy { $0.count == 4 && ($0[1] == "tokopedia" || $0[1] == "gofood" || $0[1].isEmpty) })
            #expect(rows.contains { $0[1] == "gofood" && Double($0[3]) ?? 0 > 0.9 })
            #expect(found.errors.contains("half of them within"))
            #expect(await run(["link", "match", lists[0], lists[1], "--limit", "0"] + model).status == .misused)
            let unknown = await run(["link", "match", folder + "/none.csv", lists[1]] + model)
            #expect(unknown.status == .failed && unknown.errors.contains("none.csv"))
        }
    }

    @Test("what a person decided holds")
    func honoursDecisions() async throws {
        try await withFolder { folder in
            let list =
                "id,shop_name,owner_name,phone,city\n"
                + (0..<60).map { "\($0),Toko Mekar\($0 / 2) Abadi,Siti Aminah\($0 / 2),0812345678\(10 + $0 / 2),Kudus" }.joined(
                    separator: "\n")
            try list.write(toFile: folder + "/a.csv", atomically: true, encoding: .utf8)
            try "first,second,verdict\na:0,a:1,different\na:0,a:7,same\n".write(
                toFile: folder + "/decided.csv", atomically: true, encoding: .utf8)
            let model = Self.model.replacing("\"shop_id\"", with: "\"id\"")
            try model.write(toFile: folder + "/model.json", atomically: true, encoding: .utf8)
            let linked = await run(
                "link", folder + "/a.csv", "--model", folder + "/model.json", "--output", folder + "/out.csv", "--decisions",
                folder + "/decided.csv")
            #expect(linked.status == .done, "\(linked.errors)")
            let clusters = try String(contentsOfFile: folder + "/out.csv", encoding: .utf8).split(separator: "\r\n").dropFirst()
                .map { $0.split(separator: ",")[2] }
            #expect(clusters[0] != clusters[1])
            #expect(clusters[0] == clusters[7])
        }
    }

    @Test("bad input ends in a sentence that says what to do")
    func refusesBadInput() async throws {
        try await withFolder { folder in
            let model = folder + "/model.json"
            try "a,b\n1,2\n".write(toFile: folder + "/other.csv", atomically: true, encoding: .utf8)
            try "shop_id,shop_name\n1,Mekar\n".write(toFile: folder + "/narrow.csv", atomically: true, encoding: .utf8)
            try "shop_id,shop_name,owner_name,phone,city\n".write(toFile: folder + "/empty.csv", atomically: true, encoding: .utf8)
            let cases: [([String], String)] = [
                ([folder + "/other.csv"], "“id” of the model"), ([folder + "/narrow.csv"], "no list has a column for"),
                ([folder + "/empty.csv"], "hold no rows"), ([folder + "/none.csv"], "none.csv"),
                ([lists[0], lists[0]], "two lists are called"),
            ]
            for (files, word) in cases {
                let outcome = await run(["link"] + files + ["--model", model, "--output", folder + "/out.csv"])
                #expect(outcome.status == .failed)
                #expect(outcome.errors.contains(word), "\(outcome.errors)")
            }
            let misused = await run(["link", lists[0], "--model", model, "--output", folder + "/out.csv", "--threshold", "3"])
            #expect(misused.status == .misused)
            let lost = await run(["link", lists[0], "--model", model, "--output", folder + "/no/such/folder/out.csv"])
            #expect(lost.status == .failed)
            #expect(lost.errors.contains("cannot be written"))
            let strangers = await run("link", "evaluate", folder + "/narrow.csv", Self.samples + "/truth.csv")
            #expect(strangers.status == .failed)
        }
    }
}
