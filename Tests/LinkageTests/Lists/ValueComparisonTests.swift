import Nusantara
import Testing

@testable import Linkage

@Suite("Values are compared by what they hold")
struct ValueComparisonTests {
    /// The level of two values in a column that holds nothing else.
    private func level(_ kind: FieldKind, _ first: String, _ second: String) -> AgreementLevel {
        var column = FieldColumn(kind: kind)
        let (a, b) = (column.intern(Array(first.utf8)), column.intern(Array(second.utf8)))
        column.count(a)
        column.count(b)
        column.weighWords(records: 1_000)
        return column.withView { a == b ? .same : $0.compare(a, b).level }
    }

    @Test(
        "levels by kind",
        arguments: [
            (FieldKind.givenName, "martha", "marhta", AgreementLevel.close), (.givenName, "s", "siti", .contained),
            (.givenName, "siti", "siti nur", .contained), (.givenName, "siti", "budi", .different),
            (.person, "siti aminah", "aminah siti", .same), (.person, "siti aminah", "siti", .contained),
            (.person, "siti aminah", "siti aminhah", .close), (.person, "agus salim", "dewi lestari", .different),
            (.business, "barokah jaya", "barokahjaya", .close), (.business, "mekar sari", "mekar sari kudus", .contained),
            (.phone, "81234567890", "81234567899", .close), (.phone, "81234567890 811111111", "822222222 81234567890", .same),
            (.phone, "81234567890", "89876543210", .different), (.date, "19850307", "19850703", .close),
            (.date, "19850307", "19850317", .close), (.date, "19850307", "19850321", .partial), (.date, "19850307", "19901112", .different),
            (.identifier, "3404175009580047", "3404175009580074", .close), (.identifier, "1234567", "7654321", .different),
            (.email, "siti@gmail.example", "siti@yahoo.example", .different),
            (.email, "sitiaminah@gmail.example", "sitiaminah@yahoo.example", .close),
            (.place, "wonoagung", "wonoagoeng", .close), (.place, "55553", "55554", .close), (.place, "55553", "55571", .partial),
            (.number, "100.0", "103.0", .close), (.number, "100.0", "120.0", .partial), (.number, "100.0", "900.0", .different),
            (.category, "kuliner", "fesyen", .different),
        ])
    func levels(kind: FieldKind, first: String, second: String, expected: AgreementLevel) {
        #expect(level(kind, first, second) == expected)
        #expect(level(kind, second, first) == expected)
    }

    @Test("a bound by letters never denies what Jaro and Winkler allow")
    func letterBound() {
        var random = SplitMix(seed: 12)
        for _ in 0..<20_000 {
            let first = (0..<(3 + random.below(9))).map { _ in UInt8(97 + random.below(6)) }
            var second = first
            for _ in 0..<random.below(4) where second.count > 2 { second[random.below(second.count)] = UInt8(97 + random.below(6)) }
            if random.below(2) == 0 { second.removeLast() }
            first.withUnsafeBufferPointer { a in
                second.withUnsafeBufferPointer { b in
                    let similarity = JaroWinkler.similarity(a, b)
                    for bound in [0.85, 0.9, 0.92] where similarity >= bound + 1e-6 {
                        #expect(LetterSet(a).mayReach(Float(bound), with: LetterSet(b)))
                    }
                }
            }
        }
    }

    @Test("radix sort orders as sorting does")
    func radixSort() {
        var random = SplitMix(seed: 5)
        for count in [0, 1, 2, 255, 256, 257, 5_000] {
            var numbers = (0..<count).map { _ in random.next() }
            let expected = numbers.map { $0 >> 32 }.sorted()
            RadixSort.sort(&numbers, from: 32)
            #expect(numbers.map { $0 >> 32 } == expected)
        }
    }
}
