import Linkage
import Testing

@Suite struct BlockingTests {
    private func meet(_ a: LinkageRecord, _ b: LinkageRecord) -> Bool {
        !Set(a.blockingKeys()).isDisjoint(with: b.blockingKeys())
    }

    @Test("keys are the same in every process, for they are kept in the database")
    func stable() {
        #expect(LinkageRecord(phones: [42]).blockingKeys() == [3_619_106_368_613_159_567])
        #expect(LinkageRecord(businessName: ["tempoyak"], region: 3204).blockingKeys() == [5_741_042_580_243_539_462])
    }

    @Test("an identifier of one kind does not meet an equal number of another")
    func kinds() {
        #expect(!meet(LinkageRecord(nik: 5), LinkageRecord(nib: 5)))
        #expect(meet(LinkageRecord(nik: 5), LinkageRecord(nik: 5)))
    }

    @Test(
        "spellings of one name meet within a regency",
        arguments: [
            (["soekarno"], ["sukarno"]), (["taufiq"], ["topik"]), (["tjendrawasih"], ["cendrawasih"]), (["gandasuli"], ["gandasulli"]),
            (["barokah", "jaya"], ["barokahjaya"]), (["tempoyak", "cahyani"], ["cahyani"]),
        ])
    func spellings(a: [String], b: [String]) {
        #expect(meet(LinkageRecord(businessName: a, region: 3204), LinkageRecord(businessName: b, region: 3204)))
        #expect(!meet(LinkageRecord(businessName: a, region: 3204), LinkageRecord(businessName: b, region: 3578)))
    }

    @Test("columns that were swapped still meet")
    func swapped() {
        #expect(
            meet(
                LinkageRecord(businessName: ["tempoyak"], owner: ["rohmawati"], region: 3204),
                LinkageRecord(businessName: ["rohmawati"], owner: ["tempoyak"], region: 3204)))
    }

    @Test("a common name opens no key of the whole regency")
    func common() {
        let here = LinkageRecord(businessName: ["barokah"], region: 3204, district: "cileunyi")
        let there = LinkageRecord(businessName: ["barokah"], region: 3204, district: "majalaya")
        #expect(!meet(here, there))
        #expect(meet(here, here))
    }

    @Test("records have few keys, no bucket explodes, and hardly any pair is missed")
    func economy() {
        let claims = PartnerLists(size: 1_000, seed: 9).claims
        var buckets: [UInt64: Int] = [:]
        var total = 0
        var keysOfBusiness: [Int: [Set<UInt64>]] = [:]
        for claim in claims {
            let keys = Set(claim.record.blockingKeys())
            #expect(keys.count == claim.record.blockingKeys().count)
            #expect(keys.count <= 14)
            total += keys.count
            for key in keys { buckets[key, default: 0] += 1 }
            keysOfBusiness[claim.business, default: []].append(keys)
        }
        #expect(Double(total) / Double(claims.count) < 8)
        #expect(buckets.values.max() ?? 0 < LinkageRecord.bucketLimit)
        var pairs = 0
        var met = 0
        for keys in keysOfBusiness.values {
            for (index, one) in keys.enumerated() {
                for other in keys[(index + 1)...] {
                    pairs += 1
                    if !one.isDisjoint(with: other) { met += 1 }
                }
            }
        }
        #expect(Double(met) / Double(pairs) > 0.96)
    }
}
