import Accounts
import Foundation
import Journey
import Linkage
import Nusantara
import Registry
import Simulation
import Storage
import StorageTesting
import Testing

@Suite("The count beside the truth")
struct HonestCountTests {
    /// How well claims were put together, judged pair by pair against the simulation's truth.
    struct Agreement {
        var together = 0
        var rightlyTogether = 0
        var trulyTogether = 0

        var precision: Double { Double(rightlyTogether) / Double(max(together, 1)) }
        var recall: Double { Double(rightlyTogether) / Double(max(trulyTogether, 1)) }
        var f1: Double { 2 * precision * recall / (precision + recall) }
    }

    @Test("five lists of one population come down to nearly its number of businesses")
    func fiveLists() async throws {
        // Seed 77 was set aside: no weight was chosen by looking at it.
        let population = SimulatedPopulation(SimulationSettings(seed: 77, businesses: 1200, today: RegistryFixture.today))
        try await RegistryFixture.with(.sqlite) { fixture in
            let lists = try writeLists(of: population, to: fixture.folder)
            for list in lists {
                let result = try await fixture.bring(list.path, of: list.partner.code)
                #expect(result.state == .done, "\(list.partner.code): \(result.failureEnglish ?? "")")
                #expect(Double(result.tally.refused) < 0.03 * Double(result.tally.rowsRead))
            }
            let truth = try Self.truth(in: fixture.folder)
            let agreement = try await Self.agreement(with: truth, in: fixture)
            let counts = try await fixture.counts()
            let really = Set(truth.values).count
            let summary =
                "claimed \(counts.claimed), counted \(counts.distinct) \(counts.distinctInterval(.unreviewed)), really \(really), precision \(agreement.precision), recall \(agreement.recall), F1 \(agreement.f1)"
            print(summary)
            #expect(agreement.f1 > 0.9, "\(summary)")
            #expect(abs(Double(counts.distinct) - Double(really)) < 0.06 * Double(really), "\(summary)")
            #expect(counts.distinctInterval(.unreviewed).contains(Int64(really)), "the interval holds the truth: \(summary)")
            #expect(Double(counts.claimed - Int64(really)) > 0.3 * Double(really), "the raw sum should be far off: \(summary)")
        }
    }

    /// The true business of each usable row, by partner and line.
    static func truth(in folder: String) throws -> [String: String] {
        var truth: [String: String] = [:]
        let text = try String(contentsOfFile: "\(folder)/truth.csv", encoding: .utf8)
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if !cells[3].isEmpty { truth["\(cells[0]) \(cells[1])"] = cells[3] }
        }
        return truth
    }

    static func agreement(with truth: [String: String], in fixture: RegistryFixture) async throws -> Agreement {
        let rows: [(key: String, business: BusinessID)] = try await fixture.database.read { connection in
            try connection.rows(
                """
                SELECT p.code, c.line, l.business_id FROM claim c JOIN link l ON l.claim_id = c.id JOIN partner p ON p.id = c.partner_id
                """
            ) { row in ("\(try row.text(at: 0)) \(try row.integer(at: 1))", try row[2]) }
        }
        var agreement = Agreement()
        func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
        let known = rows.compactMap { row in truth[row.key].map { (found: row.business, true: $0) } }
        for group in Dictionary(grouping: known, by: \.found).values {
            agreement.together += pairs(group.count)
            for same in Dictionary(grouping: group, by: \.true).values { agreement.rightlyTogether += pairs(same.count) }
        }
        for group in Dictionary(grouping: known, by: \.true).values { agreement.trulyTogether += pairs(group.count) }
        return agreement
    }
}
