import ArgumentParser
import Foundation
import Nusantara

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

extension ProgressReport {
    func text(as format: ReportFormat) throws -> String {
        switch format {
        case .table: table
        case .csv: csv
        case .json: try json
        }
    }

    private var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    /// One line for the whole, then one for each part, with what kind of part it is in the first column.
    private var csv: String {
        var text = csvLine([
            "part", "code", "name", "claimed", "distinct", "low", "high", "onboard", "selling", "growing", "exporting",
        ])
        text += csvLine(["total", region, regionName] + figures.cells)
        for (kind, parts) in [("partner", partners), ("region", regions), ("programme", programmes)] {
            for part in parts { text += csvLine([kind, part.code, part.name] + part.figures.cells) }
        }
        return text
    }

    private var regionName: String {
        Regions.region(RegionCode(rawValue: region))?.name ?? region
    }

    private var table: String {
        let period = from.map { "reached \($0) to \(to ?? $0)" } ?? "as of \(day ?? "no day yet")"
        let limits = [programme.map { "programme \($0)" }, partner.map { "partner \($0)" }].compactMap(\.self)
        var text = ([regionName, period] + limits).joined(separator: ", ") + "\n\n"
        var table = TextTable(
            columns: [TextTable.Column(title: "")]
                + ["claimed", "distinct", "95 % low", "high", "onboard", "selling", "growing", "exporting"]
                .map { TextTable.Column(title: $0, isFigure: true) })
        table.rows.append(["all"] + figures.readableCells)
        text += table.text
        for (title, parts) in [("by partner", partners), ("by programme", programmes), ("by region", regions)] where !parts.isEmpty {
            table.rows = parts.map { ["\($0.name) (\($0.code))"] + $0.figures.readableCells }
            text += "\n\(title)\n\(table.text)"
        }
        return text
    }
}

extension ProgressReport.Figures {
    private var values: [Int64?] { [claimed, distinct, low, high, onboard, selling, growing, exporting] }

    fileprivate var cells: [String] { values.map { $0.map { "\($0)" } ?? "" } }
    fileprivate var readableCells: [String] { values.map { $0.map { grouped($0) } ?? "–" } }
}
