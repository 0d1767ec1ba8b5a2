import Foundation
import Storage
import StorageTesting
import Testing

@Suite("Identifiers and instants")
struct IdentifierTests {
    private enum Thing {}

    @Test("identifiers made in one process grow, also across tasks, and none comes twice")
    func monotony() async {
        let made = await withTaskGroup(of: [Identifier<Thing>].self) { group in
            for _ in 0..<4 {
                group.addTask { (0..<20_000).map { _ in Identifier<Thing>() } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for ids in made {
            #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
        }
        #expect(Set(made.joined()).count == 80_000)
    }

    @Test("an identifier is a UUID of version 7 that begins with its millisecond")
    func layout() throws {
        let before = Timestamp.now.rawValue / 1000
        let id = Identifier<Thing>()
        #expect(Int64(id.high >> 16) >= before)
        let uuid = try #require(UUID(uuidString: id.description))
        #expect(uuid.uuidString.lowercased() == id.description)
        #expect(id.description.utf8.count == 36)
        #expect(Array(id.description)[14] == "7")
        #expect("89ab".contains(Array(id.description)[19]))
    }

    @Test("text and bytes of an identifier are read back, whatever its bits")
    func roundTrip() throws {
        var randomness = SeededRandomness(seed: 7)
        for _ in 0..<2000 {
            let id = Identifier<Thing>(high: randomness.next(), low: randomness.next())
            #expect(Identifier(id.description) == id)
            #expect(Identifier(id.description.uppercased()) == id)
            #expect(Identifier(bytes: id.bytes) == id)
            let decoded = try JSONDecoder().decode([Identifier<Thing>].self, from: JSONEncoder().encode([id]))
            #expect(decoded == [id])
        }
    }

    @Test("the order of identifiers is that of their bytes and of their text")
    func order() {
        var randomness = SeededRandomness(seed: 8)
        let ids = (0..<200).map { _ in Identifier<Thing>(high: randomness.next(), low: randomness.next()) }.sorted()
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    }

    @Test("the same instant and the same chance give the same identifier")
    func determinism() {
        let instant = Timestamp(rawValue: 1_700_000_000_000_000)
        var (one, two) = (SeededRandomness(seed: 1), SeededRandomness(seed: 1))
        let id = Identifier<Thing>(timestamp: instant, randomness: &one)
        #expect(id == Identifier<Thing>(timestamp: instant, randomness: &two))
        #expect(id != Identifier<Thing>(timestamp: instant, randomness: &one))
        #expect(id.description.hasPrefix("018bcfe5-6800-7"))
    }

    @Test(
        "what is no identifier is refused",
        arguments: [
            "", "018bcfe5-6800-7000-8000-00000000000", "018bcfe5-6800-7000-8000-0000000000000", "018bcfe5+6800-7000-8000-000000000000",
            "g18bcfe5-6800-7000-8000-000000000000", "018bcfe568007000800000000000000012345", "018bcfe5-6800-7000-8000-00000000000é",
            "{18bcfe5-6800-7000-8000-00000000000}", "018bcfe5-6800-7000-8000-0000000000٣",
        ])
    func refusal(text: String) {
        #expect(Identifier<Thing>(text) == nil)
        #expect(Identifier<Thing>(bytes: Array(text.utf8)) == nil)
    }

    @Test("random text is either refused or read as what it says")
    func fuzz() {
        var randomness = SeededRandomness(seed: 9)
        let alphabet = Array("0123456789abcdefABCDEF-TZ:. é")
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 0...40, using: &randomness)).map { _ in alphabet.randomElement(using: &randomness) ?? "0" })
            if let id = Identifier<Thing>(text) { #expect(id.description == text.lowercased()) }
            if let instant = Timestamp(text) { #expect(Timestamp(instant.description) == instant) }
        }
    }

    @Test(
        "an instant is written in ISO 8601 and read back",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999999Z"), (951_782_400_500_000, "2000-02-29T00:00:00.5Z"),
            (1_795_414_300_000_000, "2026-11-23T06:11:40Z"), (4_107_542_399_000_001, "2100-02-28T23:59:59.000001Z"),
            (253_402_300_799_000_000, "9999-12-31T23:59:59Z"), (-62_167_219_200_000_000, "0000-01-01T00:00:00Z"),
        ] as [(Int64, String)])
    func instant(microseconds: Int64, text: String) {
        #expect(Timestamp(rawValue: microseconds).description == text)
        #expect(Timestamp(text)?.rawValue == microseconds)
    }

    @Test("every instant of the calendar is read back from its text")
    func instants() {
        var randomness = SeededRandomness(seed: 10)
        for _ in 0..<5000 {
            let instant = Timestamp(rawValue: .random(in: -62_167_219_200_000_000...253_402_300_799_999_999, using: &randomness))
            #expect(Timestamp(instant.description) == instant)
        }
    }

    @Test(
        "what is no instant is refused",
        arguments: [
            "", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
            "2026-01-01 00:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567Z",
            "2026-01-01T00:00:00+07:00",
            "+026-01-01T00:00:00Z", "2026-01-01T00:00:00,5Z",
        ])
    func noInstant(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("durations are added to instants, and stop at the ends of the range")
    func arithmetic() {
        let instant = Timestamp(rawValue: 1_000_000)
        #expect(instant.adding(.milliseconds(1500)).rawValue == 2_500_000)
        #expect(instant.adding(.microseconds(-1_000_001)).rawValue == -1)
        #expect(instant.adding(.seconds(Int64.max)).rawValue == .max)
        #expect(instant.adding(.seconds(Int64.min)).rawValue == .min)
        #expect(Timestamp(rawValue: 2_500_000).duration(since: instant) == .milliseconds(1500))
    }
}
