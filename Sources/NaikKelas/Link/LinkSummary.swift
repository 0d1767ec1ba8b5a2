import Foundation
import Linkage

/// What a linkage came to, in lines for the person at the terminal.
struct LinkSummary {
    let lines: [String]

    init(_ result: ListLinkage, rows: Int, elapsed: Duration) {
        let seconds = elapsed / .seconds(1)
        let interval = "\(grouped(Int(result.interval.low.rounded()))) … \(grouped(Int(result.interval.high.rounded())))"
        var lines = [
            "\(grouped(rows)) rows, \(grouped(result.comparedPairs)) pairs compared, \(grouped(result.clusterCount)) clusters (95 %: \(interval))",
            "\((seconds * 10).rounded() / 10) s, \(grouped(PeakMemory.mebibytes)) MiB at most",
        ]
        let cut = result.blocking.rules.filter { $0.cutPairs > 0 }
        if !cut.isEmpty {
            let pairs = cut.reduce(0) { $0 + $1.cutPairs }
            let rules = cut.map { $0.fields.joined(separator: " + ") }.joined(separator: "; ")
            lines.append(
                "values that too many rows share were looked at together with other fields (\(rules)); about \(grouped(Int(pairs))) pairs of them were not compared"
            )
        }
        self.lines = lines
    }
}

/// The most memory that the process has held.
enum PeakMemory {
    static var mebibytes: Int {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return usage.ru_maxrss / 1024
    }
}
