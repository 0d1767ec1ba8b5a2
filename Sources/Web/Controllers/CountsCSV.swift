import Accounts
import Journey
import Nusantara
import Storage

/// Every figure of a dashboard as CSV (RFC 4180): the region, its parts, its partners, its programmes and its months.
struct CountsCSV {
    let connection: any SQLConnection
    let scope: DashboardScope
    let isTrusted: Bool

    func text() throws -> String {
        var text =
            "breakdown,region_code,region,programme,partner,month,claimed,distinct,distinct_low,distinct_high,onboard,selling,growing,exporting\r\n"
        let region = scope.query.region
        append("region", [(region, nil, nil, nil, try connection.counts(in: scope.cell))], to: &text)

        let children = region == .nation ? Regions.provinces.map(\.code) : Regions.regencies(in: region).map(\.code)
        let counts = try connection.counts(
            of: children, programme: scope.programme?.id, partner: scope.partner?.id, month: scope.query.month)
        append("part", children.map { ($0, nil, nil, nil, counts[$0] ?? Counts()) }, to: &text)
        if scope.partner == nil, scope.query.month == nil {
            let byPartner = try connection.countsByPartner(in: region, programme: scope.programme?.id)
            append("partner", scope.partners.map { (region, nil, $0.code, nil, byPartner[$0.id] ?? Counts()) }, to: &text)
        }
        if scope.programme == nil, scope.query.month == nil {
            let byProgramme = try connection.countsByProgramme(in: region, partner: scope.partner?.id)
            append("programme", scope.programmes.map { (region, $0.code, nil, nil, byProgramme[$0.id] ?? Counts()) }, to: &text)
        }
        if scope.query.month == nil, let months = try connection.monthsReached() {
            let byMonth = try connection.reached(
                in: months, region: region, programme: scope.programme?.id, partner: scope.partner?.id)
            append("month", months.map { (region, nil, nil, $0, byMonth[$0] ?? Counts()) }, to: &text)
        }
        return text
    }

    private typealias Line = (region: RegionCode, programme: String?, partner: String?, month: Month?, counts: Counts)

    private func append(_ breakdown: String, _ lines: [Line], to text: inout String) {
        let shown = Disclosure.figures(of: lines.map(\.counts), isTrusted: isTrusted)
        for (line, figures) in zip(lines, shown) {
            let name = line.region == .nation ? "Indonesia" : Regions.region(line.region)?.name ?? ""
            let interval = figures.distinctInterval.map { [String($0.lowerBound), String($0.upperBound)] } ?? ["", ""]
            let cells =
                [
                    breakdown, line.region.rawValue, name, line.programme ?? scope.programme?.code ?? "",
                    line.partner ?? scope.partner?.code ?? "", (line.month ?? scope.query.month)?.iso ?? "", figures.claimed.csv,
                    figures.distinct.csv,
                ] + interval + [figures.onboard, figures.selling, figures.growing, figures.exporting].map(\.csv)
            text += cells.map(CSVCell.escaped).joined(separator: ",") + "\r\n"
        }
    }
}

/// A cell of a CSV that we write.
enum CSVCell {
    /// The cell in quotes where it needs them. What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
    /// Injection").
    static func escaped(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Tally {
    /// A number, `<5`, or nothing where it is withheld.
    var csv: String {
        switch self {
        case .exact(let count): String(count)
        case .small: "<5"
        case .withheld: ""
        }
    }
}
