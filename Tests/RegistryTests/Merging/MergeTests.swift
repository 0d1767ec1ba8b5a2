import Accounts
import Journey
import Nusantara
import Registry
import Simulation
import Storage
import StorageTesting
import Testing

@Suite("Merging and unmerging")
struct MergeTests {
    @Test("merged and unmerged at random, in any order, everything is as before", arguments: TestEngine.allCases)
    func atRandom(engine: TestEngine) async throws {
        try await MergeFixture.with(engine) { fixture, businesses in
            let before = try await fixture.database.read { try MergeFixture.dump($0) }
            for seed in [1, 2, 3] as [UInt64] {
                var random = SeededRandomness(seed: seed)
                var standing: [MergeID] = []
                var moved = 0
                for step in 0..<60 {
                    let isMerge = standing.isEmpty || Int.random(in: 0..<3, using: &random) > 0
                    let (one, other) = (businesses.randomElement(using: &random), businesses.randomElement(using: &random))
                    let undone = standing.randomElement(using: &random)
                    let done: MergeID? = try await fixture.database.write(holding: .journey) { connection in
                        if !isMerge, let undone {
                            do {
                                try connection.undoMerge(
                                    undone, attachments: MergeFixture.attachments, by: nil, today: RegistryFixture.today)
                                return undone
                            } catch MergeError.laterMerge {
                                return nil
                            }
                        }
                        guard let one, let other else { return nil }
                        if step % 5 == 4 {
                            let claims: [ClaimID] = try connection.rows(
                                "SELECT claim_id FROM link WHERE business_id = \(connection.mergedInto(one)) ORDER BY claim_id"
                            ) { try $0[0] }
                            guard claims.count > 1 else { return nil }
                            return try connection.moveOut(
                                Set(claims.dropFirst()), of: connection.mergedInto(one), by: nil, today: RegistryFixture.today
                            ).merge
                        }
                        let (merged, kept) = (try connection.mergedInto(one), try connection.mergedInto(other))
                        guard merged != kept else { return nil }
                        return try connection.mergeBusinesses(
                            merged, into: kept, attachments: MergeFixture.attachments, by: nil, today: RegistryFixture.today)
                    }
                    if let done, done != undone {
                        standing.append(done)
                        moved += 1
                    } else if let done {
                        standing.removeAll { $0 == done }
                    }
                    if step % 20 == 19 {
                        let (counted, now) = try await fixture.database.read { (try $0.recount(), try MergeFixture.dump($0)) }
                        #expect(counted.isEqual)
                        #expect(now != before)
                    }
                }
                #expect(moved > 20)
                standing.shuffle(using: &random)
                while let merge = standing.popLast() {
                    do {
                        try await fixture.database.write(holding: .journey) { connection in
                            try connection.undoMerge(merge, attachments: MergeFixture.attachments, by: nil, today: RegistryFixture.today)
                        }
                    } catch MergeError.laterMerge(let later) {
                        // What was parted is merged away by now; that comes first.
                        #expect(standing.contains(later))
                        standing.insert(merge, at: 0)
                    }
                }
                let (counted, after) = try await fixture.database.read { (try $0.recount(), try MergeFixture.dump($0)) }
                #expect(counted.isEqual)
                let (lost, new) = (Set(before).subtracting(after), Set(after).subtracting(before))
                // Of what was parted only a business without claims is left, which counts nowhere.
                let kinds = ["business ", "ownership ", "standing ", "words ", "key ", "new key "]
                let left = new.filter { line in !kinds.contains { line.hasPrefix($0) } }
                #expect(lost.isEmpty && left.isEmpty, "lost \(lost.sorted().prefix(4)), new \(left.sorted().prefix(4))")
                #expect(after.count - before.count == new.count)
            }
        }
    }

    @Test("a merge makes one business of two, its old id leads on, and it cannot be done twice", arguments: TestEngine.allCases)
    func one(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 12) { fixture, businesses in
            let before = try await fixture.counts()
            let (a, b, c) = (businesses[0], businesses[1], businesses[2])
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let first = try connection.mergeBusinesses(a, into: b, reason: "satu usaha", by: nil, today: today)
                try connection.mergeBusinesses(b, into: c, by: nil, today: today)
                #expect(try connection.mergedInto(a) == c)
                #expect(try connection.mergedInto(c) == c)
                #expect(try connection.merges(of: b).count == 2)
                #expect(try connection.businessMerge(first)?.reason == "satu usaha")
                #expect(throws: MergeError.sameBusiness) { try connection.mergeBusinesses(c, into: c, by: nil, today: today) }
                #expect(throws: MergeError.alreadyMerged(a, into: c)) { try connection.mergeBusinesses(a, into: c, by: nil, today: today) }
                let unknown = BusinessID()
                #expect(throws: MergeError.unknownBusiness(unknown)) {
                    try connection.mergeBusinesses(unknown, into: c, by: nil, today: today)
                }
                // The first is undone below the second: what came from it goes back, and the rest stays merged.
                try connection.undoMerge(first, by: nil, today: today)
                #expect(throws: MergeError.alreadyUndone) { try connection.undoMerge(first, by: nil, today: today) }
                #expect(throws: MergeError.unknownMerge) { try connection.undoMerge(MergeID(), by: nil, today: today) }
                #expect(try connection.mergedInto(a) == a)
                #expect(try connection.mergedInto(b) == c)
                #expect(try connection.recount().isEqual)
                let trail = try connection.auditEntries(about: .business(b))
                #expect(trail.map(\.action.name) == ["merge.undone", "businesses.merged"])
            }
            let after = try await fixture.counts()
            #expect(after.distinct == before.distinct - 1)
            #expect(after.claimed == before.claimed)
        }
    }

    @Test("claims that are moved out have a business of their own, until that is undone", arguments: TestEngine.allCases)
    func movingOut(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 30) { fixture, _ in
            let before = try await fixture.database.read { try MergeFixture.dump($0) }
            let counts = try await fixture.counts()
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let crowded: BusinessID = try #require(
                    try connection.value(
                        "SELECT business_id FROM link GROUP BY business_id HAVING COUNT(*) > 1 ORDER BY business_id LIMIT 1"))
                let claims: [ClaimID] = try connection.rows(
                    "SELECT claim_id FROM link WHERE business_id = \(crowded) ORDER BY claim_id"
                ) { try $0[0] }
                #expect(throws: MergeError.nothingToPart) { try connection.moveOut(Set(claims), of: crowded, by: nil, today: today) }
                #expect(throws: MergeError.nothingToPart) { try connection.moveOut([], of: crowded, by: nil, today: today) }
                let (merge, new) = try connection.moveOut([claims[0]], of: crowded, by: nil, today: today)
                #expect(try connection.value("SELECT business_id FROM link WHERE claim_id = \(claims[0])") == new)
                #expect(try connection.counts(in: Cell()).distinct == counts.distinct + 1)
                #expect(try connection.recount().isEqual)
                try connection.undoMerge(merge, by: nil, today: today)
                #expect(try connection.recount().isEqual)
                #expect(try connection.counts(in: Cell()) == counts)
            }
            let after = try await fixture.database.read { try MergeFixture.dump($0) }
            #expect(Set(before).isSubset(of: after))
        }
    }

    @Test("what came after a merge stays, and a list sent again finds its claims where they are", arguments: TestEngine.allCases)
    func later(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            let header = "id,nama_usaha,nama_pemilik,no_hp,kabupaten"
            try await fixture.bring(
                try fixture.write(
                    "one.csv", header, "1,Keripik Mekar Sari,,,Kabupaten Garut",
                    "2,Bakso Pak Joyo Solo,Joyo Santoso,081298765402,Kabupaten Garut"), of: PartnerList.allCases[0].code)
            let businesses: [BusinessID] = try await fixture.database.read { connection in
                try connection.rows(
                    "SELECT l.business_id FROM link l JOIN claim c ON c.id = l.claim_id ORDER BY c.external_key"
                ) { try $0[0] }
            }
            try #require(Set(businesses).count == 2)
            let merge = try await fixture.database.write(holding: .journey) { connection in
                try connection.mergeBusinesses(businesses[1], into: businesses[0], by: nil, today: RegistryFixture.today)
            }
            // Another partner knows the one that was merged away: the claim goes to the business that stayed.
            try await fixture.bring(
                try fixture.write("two.csv", header, "9,Bakso Pak Joyo Solo,Joyo Santoso,081298765402,Kabupaten Garut"),
                of: PartnerList.allCases[1].code)
            try await fixture.bring(
                try fixture.write("three.csv", header, "2,Bakso Pak Joyo Solo Baru,Joyo Santoso,081298765402,Kabupaten Garut"),
                of: PartnerList.allCases[0].code)
            #expect(try await fixture.counts().distinct == 1)
            #expect(try await fixture.counts().claimed == 3)
            try await fixture.database.write(holding: .journey) { connection in
                #expect(
                    try connection.findBusinesses("joyo", vault: fixture.vault, scopes: [Scope()], today: RegistryFixture.today).map(\.id)
                        == [businesses[0]])
                try connection.undoMerge(merge, by: nil, today: RegistryFixture.today)
                let claims: [BusinessID] = try connection.rows(
                    "SELECT l.business_id FROM link l JOIN claim c ON c.id = l.claim_id ORDER BY c.external_key"
                ) { try $0[0] }
                #expect(claims == [businesses[0], businesses[1], businesses[0]])
                #expect(try connection.recount().isEqual)
            }
            #expect(try await fixture.counts().distinct == 2)
        }
    }
}
