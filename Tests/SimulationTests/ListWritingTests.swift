import Foundation
import Nusantara
import Simulation
import Testing

@Suite struct ListWritingTests {
    private func population(_ businesses: Int, seed: UInt64 = 3, habits: Habits = .usual) -> SimulatedPopulation {
        SimulatedPopulation(SimulationSettings(seed: seed, businesses: businesses, today: today, habits: habits))
    }

    @Test("one seed writes the same bytes twice, another seed other bytes")
    func determinism() throws {
        func write(_ seed: UInt64) throws -> [Data] {
            try withTemporaryDirectory { directory in
                let lists = try writeLists(of: population(400, seed: seed), to: directory)
                return try lists.filter { $0.partner != .dinasKoperasi }.map { try bytes($0.path) } + [bytes("\(directory)/truth.csv")]
            }
        }
        let first = try write(1)
        #expect(try write(1) == first)
        #expect(try zip(write(2), first).allSatisfy { $0 != $1 })
    }

    @Test("each trap lies in at least one row of the lists about 20,000 businesses")
    func traps() throws {
        try withTemporaryDirectory { directory in
            let lists = try writeLists(of: population(20_000), to: directory)
            var traps: [Trap: Int] = [:]
            for list in lists { traps.merge(list.traps, uniquingKeysWith: +) }
            for trap in Trap.allCases {
                #expect(traps[trap, default: 0] > 5, "\(trap)")
            }
        }
    }

    @Test("without habits no row is damaged, doubled or unusable")
    func tidy() throws {
        try withTemporaryDirectory { directory in
            for list in try writeLists(of: population(1000, habits: Habits.usual.scaled(by: 0)), to: directory) {
                #expect(list.rows == list.businesses)
                let possible: Set<Trap> = [.regionAlias, .regionWithoutKind, .ambiguousRegion]
                #expect(possible.isSuperset(of: list.traps.keys), "\(list.traps)")
            }
        }
    }

    @Test("the truth names every row of every list once, by line, with a business that the partner knows and one of its owners")
    func truth() throws {
        try withTemporaryDirectory { directory in
            let population = population(3000)
            let lists = try writeLists(of: population, to: directory)
            let truth = try Truth.read(directory)
            #expect(truth.count == lists.reduce(0) { $0 + $1.rows })
            for list in lists {
                let rows = truth.filter { $0.partner == list.partner.code }
                let first = list.partner == .dinasKoperasi ? 6 : 2
                #expect(rows.map(\.line) == Array(first..<(first + list.rows)))
                let known = rows.compactMap(\.business)
                #expect(known.count == list.claims)
                #expect(Set(known).count == list.businesses)
                #expect(
                    Set(known) == Set(population.businesses.indices.filter { population.businesses[$0].partners.contains(list.partner) }))
            }
            for row in truth {
                guard let business = row.business, let owner = row.owner else {
                    #expect(row.business == nil && row.owner == nil && row.externalIdentifier.isEmpty)
                    continue
                }
                let owners = population.owners(of: population.businesses[business]).map(population.name(of:))
                #expect(owners.contains(population.name(of: population.owners[owner])))
            }
        }
    }

    @Test(
        "the truth's line and external id are those of the file",
        arguments: [
            (PartnerList.shopee, UInt8(ascii: ","), 0), (.tokopedia, UInt8(ascii: ";"), 1), (.gofood, 9, 0), (.dts, UInt8(ascii: ","), 0),
        ])
    func lines(_ partner: PartnerList, _ separator: UInt8, _ column: Int) throws {
        try withTemporaryDirectory { directory in
            let list = try writeLists(of: population(2000), to: directory, partners: [partner])[0]
            let rows = try cells(list.path, separator: separator)
            #expect(Set(rows.map(\.count)).count == 1)
            for row in try Truth.read(directory) where row.business != nil {
                #expect(rows[row.line - 1][column] == row.externalIdentifier)
            }
        }
    }

    @Test("an external id stands twice only where a later row repeats it, and always for the same business")
    func identifiers() throws {
        try withTemporaryDirectory { directory in
            let lists = try writeLists(of: population(20_000), to: directory)
            let truth = try Truth.read(directory)
            for list in lists {
                let rows = truth.filter { $0.partner == list.partner.code && !$0.externalIdentifier.isEmpty }
                let groups = Dictionary(grouping: rows, by: \.externalIdentifier)
                let doubled = groups.values.filter { $0.count > 1 }
                #expect(doubled.count == list.traps[.repeatedIdentifier, default: 0])
                #expect(doubled.allSatisfy { $0.count == 2 && $0[0].business == $0[1].business })
                if !list.partner.isChannel { continue }
                let accounts = Dictionary(grouping: groups.values.compactMap(\.first), by: \.business)
                #expect(accounts.values.count { $0.count > 1 } == list.traps[.secondAccount, default: 0])
            }
        }
    }

    @Test("a repeated account shows newer figures in its later row")
    func newerFigures() throws {
        try withTemporaryDirectory { directory in
            let list = try writeLists(of: population(20_000), to: directory, partners: [.shopee])[0]
            let groups = Dictionary(grouping: try cells(list.path).dropFirst().filter { !$0[0].isEmpty }, by: \.[0]).values.filter {
                $0.count == 2 && $0[0][0].count == 10
            }
            #expect(groups.count > 10)
            #expect(groups.allSatisfy { $0[0][15] <= $0[1][15] && (Int($0[0][16]) ?? 0) <= (Int($0[1][16]) ?? 0) })
            #expect(groups.contains { $0[0][15] < $0[1][15] })
        }
    }

    @Test("identity numbers in the training list have sixteen digits that tell birth day and sex, damage aside")
    func identityNumbers() throws {
        try withTemporaryDirectory { directory in
            let population = population(5000)
            let list = try writeLists(of: population, to: directory, partners: [.dts])[0]
            let rows = try cells(list.path)
            var agreeing = 0
            var all = 0
            for row in try Truth.read(directory) {
                guard let number = row.owner else { continue }
                let digits = rows[row.line - 1][2].filter { ("0"..."9").contains($0) }
                guard digits.count == 16 else { continue }
                all += 1
                let owner = population.owners[number]
                let (year, month, day) = owner.birthDate.components
                let expected = (day + (owner.isFemale ? 40 : 0)) * 10_000 + month * 100 + year % 100
                if Int(digits.dropFirst(6).prefix(6)) == expected { agreeing += 1 }
                #expect(Regions.region(nikPrefix: String(digits.prefix(6))) != nil)
            }
            #expect(all > 500)
            #expect(Double(agreeing) / Double(all) > 0.98)
        }
    }

    @Test("e-mail addresses end in a name that nobody can own")
    func emails() throws {
        try withTemporaryDirectory { directory in
            try writeLists(of: population(2000), to: directory, partners: [.shopee, .dts])
            for file in ["shopee.csv", "dts.csv"] {
                let text = String(decoding: try bytes("\(directory)/\(file)"), as: UTF8.self)
                let ends = text.split(separator: "@").dropFirst().map { $0.prefix { $0 != "," } }
                #expect(ends.count > 100)
                #expect(ends.allSatisfy { $0.hasSuffix(".example") })
            }
        }
    }

    @Test("the list in Windows-1252 is no UTF-8, and the one with a mark begins with it")
    func encodings() throws {
        try withTemporaryDirectory { directory in
            try writeLists(of: population(2000), to: directory, partners: [.tokopedia, .dts])
            let tokopedia = try bytes("\(directory)/tokopedia.csv")
            #expect(String(data: tokopedia, encoding: .utf8) == nil)
            #expect(String(data: tokopedia, encoding: .windowsCP1252)?.contains(" – ") == true)
            #expect(try bytes("\(directory)/dts.csv").prefix(3) == Data([0xEF, 0xBB, 0xBF]))
        }
    }

    @Test("the office's list is a workbook, small or streamed")
    func workbook() throws {
        try withTemporaryDirectory { directory in
            let small = try writeList(.dinasKoperasi, of: population(500), to: directory)
            let file = try bytes(small.path)
            #expect(file.prefix(4) == Data([0x50, 0x4B, 0x03, 0x04]))
            #expect(file.count > 100 * small.rows / 2)
        }
    }

    @Test(
        "one big list has exactly the rows asked for, nearly all of them of different businesses",
        arguments: [PartnerList.shopee, .tokopedia, .dts])
    func rowsOnly(_ partner: PartnerList) throws {
        try withTemporaryDirectory { directory in
            let population = SimulatedPopulation(.rowsOnly(5000, today: today))
            let list = try writeList(partner, of: population, to: directory, rows: 5000)
            #expect(list.rows == 5000)
            #expect(list.businesses > 4700)
        }
    }

    @Test("a limit on rows holds for every list, and the lists still overlap")
    func limit() throws {
        try withTemporaryDirectory { directory in
            let lists = try writeLists(of: population(5000), to: directory, rows: 300)
            #expect(lists.allSatisfy { $0.rows == 300 })
            let truth = try Truth.read(directory)
            let partnersOfBusiness = Dictionary(grouping: truth.filter { $0.business != nil }, by: \.business).mapValues {
                Set($0.map(\.partner)).count
            }
            #expect(partnersOfBusiness.values.count { $0 > 1 } > 150)
        }
    }

    @Test("a folder that does not exist is an error that names the file", arguments: PartnerList.allCases)
    func noFolder(_ partner: PartnerList) {
        let error = #expect(throws: SimulationError.self) {
            try writeList(partner, of: population(10), to: "/nowhere/at/all")
        }
        #expect(error.map { "\($0)".contains(partner.fileName) } == true)
    }
}
