import Nusantara

extension Clerk {
    /// A year's sales in rupiah as a person writes money: 24000000, Rp 24.000.000,-, 24jt, 2 jt/bulan …
    mutating func yearlySales() -> Cell {
        let thousands = Int(subject.business.salesThisYear)
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
