import Accounts
import ArgumentParser
import Foundation
import Journey
import Nusantara
import Registry
import Storage
import Web

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes a partner's lists into the registry.",
        discussion: """
            CSV in any usual separator and encoding, or XLSX. Columns are recognised by header and content; rows that cannot be used are
            reported and the rest goes in. Sending a list again changes only what changed. Nothing is asked: see first with --dry-run.

            Example:
              naikkelas partner add shopee Shopee --kind marketplace
              naikkelas import shopee Samples/shopee.csv --dry-run --report remarks.csv
              naikkelas import shopee Samples/shopee.csv --map "Kolom 3=phone"
            """)

    @Argument(help: "The code of the partner whose lists these are.")
    var partner: String

    @Argument(help: ArgumentHelp("The lists: .csv, .tsv, .txt or .xlsx.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The programme under which the businesses are counted.", valueName: "code"))
    var programme: String?

    @Option(help: ArgumentHelp("The day that the lists speak of; today unless said.", valueName: "yyyy-mm-dd"))
    var day: CalendarDate?

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "What a column holds, by its header, letter or number; may be repeated. Fields: \(ListField.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "column=field"))
    var columns: [ColumnChoice] = []

    @Flag(help: "Only report, row by row; nothing is stored.")
    var dryRun = false

    @Option(help: ArgumentHelp("Write what was found in the rows to this file.", valueName: "file.csv"))
    var report: String?

    @Option(help: "The language of remarks about rows: id or en.")
    var language: FindingLanguage = .indonesian

    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try await data.settings()
        try await Workspace.with(settings, dryRun ? .asItIs : .migrating) { workspace in
            let today = CalendarDate(Timestamp.now)
            let (partnerCode, programmeCode) = (partner, programme)
            let (partner, programme) = try await workspace.database.read { connection in
                (try connection.partner(named: partnerCode), try programmeCode.map(connection.programme(named:)))
            }
            let chosen = Dictionary(columns.map { ($0.column, $0.field) }) { _, last in last }
            let intake = ListIntake(
                workspace, partner: partner, programme: programme, day: day ?? today, today: today, columns: chosen)
            let findings = try report.map { try FindingsFile($0, language: language) }
            var refusals: [String] = []
            for file in files {
                do {
                    try await take(file, intake, findings)
                } catch ImportError.notAList(let indonesian, let english) {
                    refusals.append("\(file): \(language == .indonesian ? indonesian : english)")
                } catch let failure as CommandFailure where files.count > 1 {
                    refusals.append("\(file): \(failure)")
                }
            }
            try findings?.close()
            if !refusals.isEmpty { throw CommandFailure(refusals.joined(separator: "\nnaikkelas: ")) }
        }
    }

    private func take(_ file: String, _ intake: ListIntake, _ report: FindingsFile?) async throws {
        let console = Console.current
        let name = URL(fileURLWithPath: file).lastPathComponent
        let recognised = try await intake.recognise(file)
        for problem in recognised.problems {
            console.warn("\(name): \(language == .indonesian ? problem.indonesianMessage : problem.englishMessage)")
        }
        let started = ContinuousClock.now
        var meter = ProgressMeter(name, on: console)
        var summary = FindingSummary()
        let tally: ImportTally
        if dryRun {
            tally = try await intake.check(file, recognised) { found in
                summary.add(found)
                try report?.append(found, of: name)
            } progress: {
                meter.show(fraction: $0.fraction, rows: $0.rowsRead)
            }
        } else {
            let ended = try await intake.run(file, recognised) { meter.show(fraction: $0.tally.fraction, rows: $0.tally.rowsRead) }
            tally = ended.tally
            try await intake.workspace.database.forEachFindings(of: ended.id) { found in
                summary.add(found)
                try report?.append(found, of: name)
            }
        }
        meter.clear()
        let lines = ImportSummary(file: name, tally: tally, elapsed: .now - started, isDryRun: dryRun).lines
        for line in lines + summary.lines(in: language) { try console.line(line) }
    }
}

/// A column and the field that it holds, as `--map` names them.
struct ColumnChoice: ExpressibleByArgument {
    let column: String
    let field: ListField

    init?(argument: String) {
        guard let equals = argument.lastIndex(of: "=") else { return nil }
        let column = argument[..<equals].trimmingCharacters(in: .whitespaces)
        let name = argument[argument.index(after: equals)...].trimmingCharacters(in: .whitespaces)
        guard !column.isEmpty, let field = ListField(named: name) else { return nil }
        self.column = column
        self.field = field
    }
}
