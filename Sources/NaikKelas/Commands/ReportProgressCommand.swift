import ArgumentParser
import Journey
import Nusantara
import Storage

struct ReportProgressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "The count by partner, region and programme, today or over some months.",
        discussion: """
            Without --from and --to the figures are how things stand; with them they are what was reached for the first time in those months,
            and low and high are left out, because the interval belongs to the standing count.

            Example:
              naikkelas report progress --format json
              naikkelas report progress --region "Jawa Barat" --partner shopee --from 2026-01 --to 2026-06
            """)

    @Option(help: "table, csv or json.")
    var format: ReportFormat = .table

    @OptionGroup var slice: SliceOptions

    @Option(help: ArgumentHelp("The first month of the period.", valueName: "yyyy-mm"))
    var from: Month?

    @Option(help: ArgumentHelp("The last month of the period.", valueName: "yyyy-mm"))
    var to: Month?

    @OptionGroup var data: DataOptions

    func validate() throws {
        if let from, let to, from > to { throw ValidationError("--from lies after --to") }
    }

    func run() async throws {
        let report = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            let (options, from, to) = (slice, from, to)
            return try await workspace.database.read { connection in
                var slice = try options.slice(connection)
                if from != nil || to != nil {
                    let known = try connection.monthsReached()
                    let first = from ?? known.map { min($0.lowerBound, to ?? $0.lowerBound) } ?? to
                    let last = to ?? known.map { max($0.upperBound, from ?? $0.upperBound) } ?? from
                    if let first, let last { slice.months = first...last }
                }
                return try connection.progressReport(slice)
            }
        }
        try Console.current.put(report.text(as: format))
    }
}

/// The flags that say which part of the count is wanted.
struct SliceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A region by code or name: 32, 32.04, \"Kota Bandung\".", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("The code of a programme.", valueName: "code"))
    var programme: String?

    @Option(help: ArgumentHelp("The code of a partner.", valueName: "code"))
    var partner: String?

    /// - Throws: ``CommandFailure`` if a name is unknown.
    func slice(_ connection: any SQLConnection) throws -> ReportSlice {
        ReportSlice(
            region: try region.map(findRegion) ?? Regions.nation,
            programme: try programme.map(connection.programme(named:)), partner: try partner.map(connection.partner(named:)))
    }
}
