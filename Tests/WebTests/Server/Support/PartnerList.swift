import Foundation
import StorageTesting

/// A partner's list of businesses that have nothing in common but their region.
struct PartnerList: Sendable {
    static let header = "id,nama usaha,nama pemilik,no hp,kab/kota,provinsi,tanggal gabung"
    let header: String
    private(set) var rows: [String] = []

    init(header: String = Self.header) { self.header = header }

    var csv: String { ([header] + rows).joined(separator: "\n") + "\n" }

    /// Adds a row as it is.
    func adding(_ row: String) -> PartnerList {
        var list = self
        list.rows.append(row)
        return list
    }

    /// Adds businesses in a regency; those of another `start` are other ones.
    func adding(_ count: Int, in regency: String, _ province: String, from start: Int = 0) -> PartnerList {
        var list = self
        for number in start..<(start + count) {
            var chance = SeededRandomness(seed: UInt64(number) &* 7919)
            let words = (0..<3).map { _ in Self.word(&chance) }
            let phone = "0812\(10_000_000 + number * 7331 % 89_999_999)"
            list.rows.append(
                "R\(number),\(words[0]) \(words[1]),\(words[2]) \(Self.word(&chance)),\(phone),\(regency),\(province),12/08/2024")
        }
        return list
    }

    private static func word(_ chance: inout SeededRandomness) -> String {
        let syllables = ["ba", "ci", "du", "fe", "go", "ha", "ji", "ku", "le", "mo", "na", "pi", "ru", "se", "to", "wa", "yi", "zu"]
        return (0..<4).map { _ in syllables.randomElement(using: &chance) ?? "ka" }.joined().capitalized
    }
}
