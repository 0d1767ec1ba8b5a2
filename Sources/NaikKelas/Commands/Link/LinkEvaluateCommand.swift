import ArgumentParser
import Foundation
import Linkage

struct LinkEvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Holds a result against the truth: precision, recall and F1 of pairs and of clusters, the count, and the probabilities.",
        discussion: """
            The truth is a list with the columns id and entity, and source where ids of different lists may be alike. Rows are right if they
            are with another row of their thing, or alone where there is none; the last table holds that against the probability they got.

            Example:
              naikkelas link evaluate linked.csv Samples/truth.csv --format json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    @Argument(help: ArgumentHelp("What naikkelas link wrote.", valueName: "clusters.csv"))
    var clusters: String

    @Argument(help: ArgumentHelp("Which rows are of one thing.", valueName: "truth.csv"))
    var truth: String

    @Option(help: "How to show it: table or json.")
    var format = Format.table

    func run() async throws {
        let console = Console.current
        let known = try LinkTruth.read(truth)
        let list = try NamedColumns(clusters, [["source"], ["id"], ["cluster"], ["probability"]], optional: [0, 3])
        var numbers: [String: Int] = [:]
        var records: [(cluster: Int, entity: Int)] = []
        var probabilities: [Double?] = []
        var unknown = 0
        while let cells = try list.next() {
            guard let entity = known.entity(source: cells[0], id: cells[1]) else {
                unknown += 1
                continue
            }
            let number = numbers[cells[2]] ?? numbers.count
            numbers[cells[2]] = number
            records.append((number, entity))
            probabilities.append(Double(cells[3]))
        }
        guard !records.isEmpty else {
            throw CommandFailure(
                "no row of \(clusters) stands in \(truth); do both name rows by the same id, and lists by the same source?")
        }
        if unknown > 0 { console.warn("\(grouped(unknown)) rows of the result do not stand in the truth and are left aside") }
        let absent = known.count - records.count
        if absent > 0 { console.warn("\(grouped(absent)) rows of the truth do not stand in the result") }
        let evaluation = ClusterEvaluation(records)
        let curve = ReliabilityCurve(RightPlaces(records).labelled(probabilities))
        switch format {
        case .json: try console.line(try EvaluationReport(evaluation, curve).json())
        case .table:
            var table = TextTable(columns: [
                .init(title: ""), .init(title: "precision", isFigure: true), .init(title: "recall", isFigure: true),
                .init(title: "F1", isFigure: true), .init(title: "right", isFigure: true), .init(title: "found", isFigure: true),
                .init(title: "there are", isFigure: true),
            ])
            table.rows = [Self.row("pairs", evaluation.pairs), Self.row("clusters", evaluation.clusters)]
            try console.put(table.text)
            try console.line("count error \(Self.decimals(evaluation.countError * 100, 2)) %")
            guard curve.pairs > 0 else { return }
            var bins = TextTable(columns: [
                .init(title: "probability", isFigure: true), .init(title: "rows", isFigure: true), .init(title: "right", isFigure: true),
                .init(title: "95 %", isFigure: true),
            ])
            bins.rows = curve.bins.map { bin in
                [
                    Self.decimals(bin.predicted, 3), grouped(bin.pairs), Self.decimals(bin.observed.share, 3),
                    "\(Self.decimals(bin.observed.low, 3))–\(Self.decimals(bin.observed.high, 3))",
                ]
            }
            try console.put("\n" + bins.text)
            try console.line("probabilities are off by \(Self.decimals(curve.expectedCalibrationError, 4)) on average")
        }
    }

    private static func row(_ name: String, _ agreement: ClusterEvaluation.Agreement) -> [String] {
        [
            name, decimals(agreement.precision, 5), decimals(agreement.recall, 5), decimals(agreement.f1, 5), grouped(agreement.correct),
            grouped(agreement.found), grouped(agreement.existing),
        ]
    }

    private static func decimals(_ number: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", number)
    }
}

/// An evaluation as JSON.
private struct EvaluationReport: Codable {
    struct Part: Codable {
        let precision: Double
        let recall: Double
        let f1: Double
        let correct: Int
        let found: Int
        let existing: Int

        init(_ agreement: ClusterEvaluation.Agreement) {
            (precision, recall, f1) = (agreement.precision, agreement.recall, agreement.f1)
            (correct, found, existing) = (agreement.correct, agreement.found, agreement.existing)
        }
    }

    let pairs: Part
    let clusters: Part
    let countError: Double
    let reliability: ReliabilityCurve?

    init(_ evaluation: ClusterEvaluation, _ curve: ReliabilityCurve) {
        pairs = Part(evaluation.pairs)
        clusters = Part(evaluation.clusters)
        countError = evaluation.countError
        reliability = curve.pairs > 0 ? curve : nil
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
