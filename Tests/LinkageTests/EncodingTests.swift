import Linkage
import Testing

@Suite struct EncodingTests {
    @Test("any record within the limits comes back as it was", arguments: [1, 2, 3] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<2_000 {
            let record = arbitraryRecord(&random)
            #expect(try LinkageRecord(encoded: record.encoded()) == record)
        }
    }

    @Test("bytes that are no record are refused, and bytes that are one are the only ones of their record")
    func fuzz() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<20_000 {
            var bytes = arbitraryRecord(&random).encoded()
            for _ in 0...random.below(4) {
                switch random.below(4) {
                case 0: bytes[random.below(bytes.count)] = UInt8(random.below(256))
                case 1: bytes.removeLast(random.below(min(bytes.count - 1, 8)) + (bytes.count > 1 ? 1 : 0))
                case 2: bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count + 1))
                default: bytes.append(UInt8(random.below(256)))
                }
                if bytes.isEmpty { bytes = [1] }
            }
            if let record = try? LinkageRecord(encoded: bytes) {
                #expect(record.encoded() == bytes)
            }
        }
    }

    @Test("an empty text, a newer version and trailing bytes each say what is wrong")
    func refusals() {
        #expect(throws: LinkageError.truncated) { try LinkageRecord(encoded: []) }
        #expect(throws: LinkageError.unknownVersion(9)) { try LinkageRecord(encoded: [9, 0, 0, 0, 0]) }
        #expect(throws: LinkageError.malformed) { try LinkageRecord(encoded: LinkageRecord.mekarSari.encoded() + [0]) }
        #expect(throws: LinkageError.truncated) { try LinkageRecord(encoded: LinkageRecord.mekarSari.encoded().dropLast()) }
    }

    @Test("a record that is known by everything takes at most 200 bytes")
    func size() {
        #expect(LinkageRecord.mekarSari.encoded().count <= 200)
        let lists = PartnerLists(size: 200, seed: 5)
        for claim in lists.claims { #expect(claim.record.encoded().count <= 200) }
    }

    @Test("a field of ten megabytes is cut to what comparison looks at")
    func hugeField() throws {
        let word = String(repeating: "é", count: 100_000)
        let record = LinkageRecord(businessName: Array(repeating: word, count: 50), village: word)
        let bytes = record.encoded()
        #expect(bytes.count < 600)
        let decoded = try LinkageRecord(encoded: bytes)
        #expect(decoded.businessName.count == LinkageRecord.wordLimit)
        #expect(decoded.village == String(repeating: "é", count: 16))
        #expect(!record.blockingKeys().isEmpty || record.region == nil)
        _ = LinkageModel.starting.compare(record, decoded)
    }
}

/// A record with any of its fields present, and text of any script.
func arbitraryRecord(_ random: inout SeededRandom) -> LinkageRecord {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789é漢🙂")
    func word(_ random: inout SeededRandom) -> String {
        var word = ""
        for _ in 0..<random.below(9) { word.append(random.pick(letters)) }
        return word
    }
    func words(_ random: inout SeededRandom) -> [String] {
        var words: [String] = []
        for _ in 0..<random.below(4) { words.append(word(&random)) }
        return words
    }
    var record = LinkageRecord()
    record.businessName = words(&random)
    record.businessType = words(&random)
    record.isGenericName = random.chance(0.2)
    record.owner = words(&random)
    for _ in 0..<random.below(3) { record.phones.append(random.next()) }
    if random.chance(0.5) { record.nik = random.next() }
    if random.chance(0.5) { record.nib = random.next() }
    if random.chance(0.5) { record.npwp = random.next() }
    if random.chance(0.5) { record.email = random.next() }
    if random.chance(0.5) { record.account = random.next() }
    if random.chance(0.5) { record.region = UInt32(truncatingIfNeeded: random.next()) }
    if random.chance(0.5) { record.district = word(&random) }
    if random.chance(0.5) { record.village = word(&random) }
    record.addressWords = words(&random)
    if random.chance(0.5) { record.houseNumber = word(&random) }
    if random.chance(0.5) { record.rt = UInt8(random.below(256)) }
    if random.chance(0.5) { record.rw = UInt8(random.below(256)) }
    if random.chance(0.5) { record.postalCode = UInt32(random.below(100_000)) }
    if random.chance(0.5) { record.trade = UInt32(random.below(100_000)) }
    record.products = words(&random)
    if random.chance(0.5) { record.birthDay = Int32(truncatingIfNeeded: random.next()) }
    if random.chance(0.5) { record.sex = UInt8(random.below(4)) }
    if random.chance(0.5) { record.source = UInt32(random.below(1_000)) }
    return record
}
