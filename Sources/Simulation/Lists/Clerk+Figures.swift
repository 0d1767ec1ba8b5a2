import Nusantara

extension Clerk {
    /// A year's sales in rupiah as a person writes money: 24000000, Rp 24.000.000,-, 24jt, 2 jt/bulan …
    mutating func yearlySales() -> Cell {
        let thousands = Int(subject.business.yearlySales)
        let rupiah = thousands * 1000
        return switch generator.below(100) {
        case 0..<52: .number(Double(rupiah))
        case 52..<66: .text("Rp \(Self.dotted(rupiah))")
        case 66..<74: .text("Rp. \(Self.dotted(rupiah)),-")
        case 74..<82: .text(Self.dotted(rupiah))
        case 82..<90: .text("\(max(1, thousands / 1000)) jt")
        case 90..<94: .text("\(max(1, thousands / 12_000))jt/bulan")
        case 94..<96:
            thousands >= 1_000_000
                ? .text("\(thousands / 1_000_000),\(thousands / 100_000 % 10) M") : .text("\(max(1, thousands / 1000)) juta")
        default: maybe(String(rupiah), missing: min(1, habits.missingValue * 14))
        }
    }

    /// The number of a home-made food's permit (P-IRT): packing, kind of food, regency, product, producer, year of expiry.
    func foodPermitNumber(issued: CalendarDate) -> String {
        let seed = Int(subject.business.streetSeed)
        let producer = String(10_000 + seed % 9_999).dropFirst()
        return
            "P-IRT 2\(10 + seed % 6)\(places.plainCodes[Int(subject.business.regency)])0\(1 + seed % 5)\(producer)-\((issued.components.year + 5) % 100)"
    }

    /// The number of a halal certificate: ID, province, serial, month and year.
    func halalNumber(issued: CalendarDate) -> String {
        let (year, month, _) = issued.components
        let serial = 10_000_000_000 + Int(subject.business.streetSeed)
        return "ID\(places.provinces[Int(subject.business.regency)])\(serial)\(month < 10 ? "0" : "")\(month)\(year % 100)"
    }

    /// 1.250.000
    static func dotted(_ number: Int) -> String {
        var groups: [String] = []
        var rest = number
        while rest >= 1000 {
            groups.append(String(String(rest % 1000 + 1000).dropFirst()))
            rest /= 1000
        }
        return ([String(rest)] + groups.reversed()).joined(separator: ".")
    }
}
