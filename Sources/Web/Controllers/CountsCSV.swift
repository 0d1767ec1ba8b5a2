import Accounts
import Journey
import Linkage
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
        let regionFigures = try RegionFigures(connection: connection, scope: scope, isTrusted: isTrusted)
        append("region", [Line(region: region, figures: try regionFigures.figures(of: region))], to: &text)
        append("part", try regionFigures.figures(ofPartsOf: region).map { Line(region: $0, figures: $1) }, to: &text)
        if scope.partner == nil, scope.query.month == nil {
            let byPartner = try connection.countsByPartner(in: region, programme: scope.programme?.id)
            let shown = disclosed(scope.partners.map { byPartner[$0.id] ?? Counts() }, regionFigures.calibration)
            append("partner", zip(scope.partners, shown).map { Line(region: region, partner: $0.code, figures: $1) }, to: &text)
        }
        if scope.programme == nil, scope.query.month == nil {
            let byProgramme = try connection.countsByProgramme(in: region, partner: scope.partner?.id)
            let shown = disclosed(scope.programmes.map { byProgramme[$0.id] ?? Counts() }, regionFigures.calibration)
            append("programme", zip(scope.programmes, shown).map { Line(region: region, programme: $0.code, figures: $1) }, to: &text)
        }
        if scope.query.month == nil, let months = try connection.monthsReached() {
            let byMonth = try connection.reached(
                in: months, region: region, programme: scope.programme?.id, partner: scope.partner?.id)
            let shown = disclosed(months.map { byMonth[$0] ?? Counts() }, regionFigures.calibration)
            append("month", zip(months, shown).map { Line(region: region, month: $0, figures: $1) }, to: &text)
        }
        return text
    }

    private struct Line {
        let region: RegionCode
        var programme: String?
        var partner: String?
        var month: Month?
        let figures: DashboardPage.Figures
    }

    private func disclosed(_ counts: [Counts], _ calibration: CountCalibration) -> [DashboardPage.Figures] {
        Disclosure.figures(of: counts, isTrusted: isTrusted, calibration: calibration)
    }

    private func append(_ breakdown: String, _ lines: [Line], to text: inout String) {
        for line in lines {
            let figures = line.figures
            let name = line.region == .nation ? Regions.nation.everydayName : Regions.region(line.region)?.name ?? ""
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
        if let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) { text = "'" + text }
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
