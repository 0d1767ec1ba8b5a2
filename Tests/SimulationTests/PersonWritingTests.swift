import Foundation
import Simulation
import Testing

@Suite("Lists of persons") struct PersonWritingTests {
    private struct Row {
        let cells: [String]
        let entity: Int
    }

    private func rows(_ count: Int, _ setting: PersonSetting, seed: UInt64? = nil) throws -> [Row] {
        try withTemporaryDirectory { directory in
            let paths = try writePersons(count, to: directory, setting: setting, seed: seed)
            let truth = try cells(paths.truth)
            let list = try cells(paths.persons)
            #expect(list[0] == ["id", "given_name", "family_name", "birth_date", "postcode", "phone"])
            #expect(truth[0] == ["id", "entity"])
            #expect(list.map { $0[0] } == truth.map { $0[0] })
            return try zip(list, truth).dropFirst().map { Row(cells: $0, entity: try #require(Int($1[1]))) }
        }
    }

    @Test("each row has a number of its own, and three rows of ten repeat somebody", arguments: PersonSetting.allCases)
    func repeats(_ setting: PersonSetting) throws {
        let rows = try rows(20_000, setting)
        #expect(Set(rows.map { $0.cells[0] }).count == 20_000)
        #expect(Set(rows.map(\.entity)).count == 14_000)
        let sizes = Dictionary(rows.map { ($0.entity, 1) }, uniquingKeysWith: +).values
        #expect(sizes.max() ?? 0 > 2)
    }

    @Test("one seed gives the same bytes, another seed and the other setting give others")
    func seeds() throws {
        func written(_ setting: PersonSetting, _ seed: UInt64?) throws -> Data {
            try withTemporaryDirectory { try bytes(writePersons(500, to: $0, setting: setting, seed: seed).persons) }
        }
        let usual = try written(.judging, nil)
        #expect(try written(.judging, PersonSetting.judging.seed) == usual)
        #expect(try written(.judging, 7) != usual)
        #expect(try written(.tuning, PersonSetting.judging.seed) != usual)
        #expect(PersonSetting.tuning.seed != PersonSetting.judging.seed)
    }

    @Test("repeats agree in most fields and differ in some, and gaps are as often as the setting says", arguments: PersonSetting.allCases)
    func errors(_ setting: PersonSetting) throws {
        let rows = try rows(20_000, setting)
        func share(_ isTrue: (Row) -> Bool) -> Double { Double(rows.count(where: isTrue)) / Double(rows.count) }
        let errors = setting.errors
        for (column, missing) in [
            (1, errors.missingGivenName), (2, errors.missingFamilyName), (3, errors.missingBirthDate), (4, errors.missingPostcode),
        ] {
            #expect(abs(share { $0.cells[column].isEmpty } - missing) < 0.006)
        }
        #expect((0.19...0.27).contains(share { $0.cells[5].isEmpty }))

        let pairs = Dictionary(grouping: rows, by: \.entity).values.filter { $0.count == 2 }
        func agreeing(_ column: Int) -> Double {
            let known = pairs.filter { !$0[0].cells[column].isEmpty && !$0[1].cells[column].isEmpty }
            return Double(known.count { $0[0].cells[column].lowercased() == $0[1].cells[column].lowercased() }) / Double(known.count)
        }
        #expect((0.70...0.90).contains(agreeing(1)))
        #expect((0.70...0.90).contains(agreeing(2)))
        #expect((0.85...0.95).contains(agreeing(3)))
        #expect((0.65...0.85).contains(agreeing(4)))
        let swapped = pairs.count { $0[0].cells[1].lowercased() == $0[1].cells[2].lowercased() && !$0[0].cells[1].isEmpty }
        #expect(swapped > 0)
    }

    @Test("some names are borne by many and most by few")
    func skewedNames() throws {
        let families = try rows(20_000, .tuning).map { $0.cells[2].lowercased() }.filter { !$0.isEmpty }
        let counts = Dictionary(families.map { ($0, 1) }, uniquingKeysWith: +).values.sorted(by: >)
        #expect(counts.prefix(100).reduce(0, +) > families.count / 5)
        #expect(counts.count { $0 == 1 } > counts.count / 4)
    }

    @Test("different persons share a postcode and a family name more often than chance would have it")
    func households() throws {
        let rows = try rows(4000, .tuning)
        let homes = Dictionary(grouping: rows.filter { !$0.cells[2].isEmpty && !$0.cells[4].isEmpty }) {
            "\($0.cells[2].lowercased()) \($0.cells[4])"
        }
        #expect(homes.values.count { Set($0.map(\.entity)).count > 1 } > 100)
    }

    @Test("a list of one row, and of none, is written", arguments: [0, 1, 2, 3])
    func small(_ count: Int) throws {
        #expect(try rows(count, .judging).count == count)
    }
}
