import Foundation
import Linkage

/// What each rule of blocking costs and finds, for the person at the terminal.
enum BlockingTable {
    static func text(_ report: BlockingReport) -> String {
        var table = TextTable(columns: [
            .init(title: "rule"), .init(title: "pairs", isFigure: true), .init(title: "rows cut", isFigure: true),
            .init(title: "pairs cut", isFigure: true), .init(title: "finds", isFigure: true),
        ])
        table.rows = report.rules.map { rule in
            [
                rule.fields.joined(separator: " + "), grouped(rule.pairs), grouped(rule.cutRecords), grouped(Int(max(rule.cutPairs, 0))),
                percent(rule.reach),
            ]
        }
        return table.text + "\(percent(report.missedShare)) of all matches meet under no rule, by the model's own reckoning"
    }

    private static func percent(_ share: Double) -> String {
        String(format: "%.1f %%", share * 100)
    }
}
