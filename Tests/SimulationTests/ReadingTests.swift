import Foundation
import Nusantara
import Simulation
import Testing

/// The simulation is of use only if its noise is the kind that can be read, mostly, and sometimes cannot.
@Suite struct ReadingTests {
    private func rows(
        _ partner: PartnerList, _ work: (SimulatedPopulation, _ header: [String], [(truth: Truth, cells: [String])]) throws -> Void
    ) throws {
        try withTemporaryDirectory { directory in
            let population = SimulatedPopulation(SimulationSettings(seed: 8, businesses: 6000, today: today))
            let list = try writeLists(of: population, to: directory, partners: [partner])[0]
            let lines = try cells(list.path)
            try work(population, lines[0], Truth.read(directory).filter { $0.business != nil }.map { ($0, lines[$0.line - 1]) })
        }
    }

    private func column(_ name: String, _ header: [String]) throws -> Int {
        try #require(header.firstIndex(of: name))
    }

    @Test("most telephones can be read, some are gone, few are beyond reading")
    func phones() throws {
        try rows(.dts) { _, header, rows in
            let column = try column("No. WhatsApp", header)
            let parsed = rows.map { PhoneNumber.parseAll($0.cells[column]) }
            let read = parsed.count { $0.value != nil }
            let absent = parsed.count { $0 == .absent }
            #expect(Double(read) / Double(rows.count) > 0.85)
            #expect(Double(absent) / Double(rows.count) > 0.02)
            #expect(Double(rows.count - read - absent) / Double(rows.count) < 0.02)
        }
    }

    @Test("birth dates in all their writings can be read")
    func birthDates() throws {
        try rows(.dts) { population, header, rows in
            let column = try column("Tanggal Lahir", header)
            for row in rows {
                let date = DateText.parse(row.cells[column], today: today).value
                let owner = population.owners[row.truth.owner ?? 0]
                #expect(date?.components.year == owner.birthDate.components.year, "\(row.cells[column])")
            }
        }
    }

    @Test("a region that is found is the right one, and in a part of the rows only its neighbours in the row can tell which it is")
    func regions() throws {
        try rows(.shopee) { population, header, rows in
            let city = try column("city", header)
            let province = try column("province", header)
            var right = 0
            var wrong = 0
            var unsureAlone = 0
            for row in rows {
                let truth = population.regency(of: population.businesses[row.truth.business ?? 0])
                if case .ambiguous = Regions.find(row.cells[city], as: .regency) { unsureAlone += 1 }
                if case .one(let region) = Regions.find(row.cells[city], within: row.cells[province], as: .regency) {
                    if region == truth {
                        right += 1
                    } else {
                        wrong += 1
                    }
                }
            }
            #expect(Double(right) / Double(rows.count) > 0.85)
            #expect(wrong == 0)
            #expect(Double(unsureAlone) / Double(rows.count) > 0.03)
        }
    }

    @Test("identity numbers are read unless the spreadsheet ruined them")
    func identityNumbers() throws {
        try rows(.dts) { _, header, rows in
            let column = try column("NIK", header)
            let parsed = rows.map { NIK.parse($0.cells[column], today: today) }
            let read = Double(parsed.compactMap(\.value).count) / Double(rows.count)
            let absent = Double(parsed.filter { $0 == .absent }.count) / Double(rows.count)
            #expect(read > 0.8)
            #expect((0.001...0.05).contains(1 - read - absent))
        }
    }
}
