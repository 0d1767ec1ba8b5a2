/// An amount of money in whole rupiah.
public struct Rupiah: RawRepresentable, Sendable, Hashable, Comparable {
    public let rawValue: Int64

    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    public static func < (left: Rupiah, right: Rupiah) -> Bool {
        left.rawValue < right.rawValue
    }

    /// Reads an amount as people write it: `5jt`, `1,5 jt`, `500rb`, `Rp 2.000.000,-`, `1.5 miliar`, `2 juta 500 ribu`, `Rp1.000.000/bulan`.
    ///
    /// A dot parts thousands and a comma decimals, unless the other reading is the only possible one. A period of time stays out of the
    /// amount and comes back as a notice (`rupiah.per-day`, `.per-week`, `.per-month`, `.per-year`). `0` is an amount.
    public static func parse(_ text: String) -> Parsed<Rupiah> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes, zero: false) { return .absent }
        guard bytes.count <= 200 else { return .refused(.tooLong("rupiah.long")) }
        var reader = AmountReader(bytes)
        return reader.read()
    }
}
