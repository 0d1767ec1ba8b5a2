import Accounts
import ArgumentParser
import Journey
import Learning
import Nusantara
import Storage

struct TargetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "target",
        abstract: "Keeps the numbers to reach.",
        discussion: """
            Example:
              naikkelas target set onboard 30000000 --title "30 juta UMKM onboard" --from 2024-01-01 --to 2024-12-31
            """,
        subcommands: [TargetSetCommand.self, TargetListCommand.self, TargetRemoveCommand.self])
}

struct TargetSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Sets a target: metric × region × programme × partner × period.",
        discussion: """
            Example:
              naikkelas target set onboard 120000 --title "120 ribu UMKM onboard di Jawa Barat" --region 32 --from 2026-01-01 --to 2026-12-31
              naikkelas target set selling 5000 --basis reached --title "5.000 penjual baru" --from 2026-07-01 --to 2026-12-31
              naikkelas target set passed 300000 --title "300 ribu orang terlatih" --from 2026-01-01 --to 2026-12-31
            """)

    @Argument(help: "Businesses: \(TargetMetric.businesses). People: \(TargetMetric.people).")
    var metric: TargetMetric

    @Argument(help: "The number to reach.")
    var value: Int64

    @Option(help: "What the target is called, in Indonesian.")
    var title: String

    @Option(help: "What it is called in English; the Indonesian title unless said.")
    var titleEnglish: String?

    @Option(help: ArgumentHelp("The first day of the period.", valueName: "yyyy-mm-dd"))
    var from: CalendarDate

    @Option(help: ArgumentHelp("The last day of the period.", valueName: "yyyy-mm-dd"))
    var to: CalendarDate

    @Option(help: "standing: how things stand on the day; reached: what is reached for the first time in the period.")
    var basis: Target.Basis = .standing

    @Option(help: ArgumentHelp("Change the target that has this identifier.", valueName: "id"))
    var id: String?

    @OptionGroup var slice: SliceOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard value > 0 else { throw ValidationError("a target is a number above 0") }
        guard from <= to else { throw ValidationError("--from lies after --to") }
        if case .people = metric, slice.partner != nil { throw ValidationError("people are not counted by partner; leave --partner out") }
        if let id, TargetID(id) == nil { throw ValidationError("“\(id)” is no identifier; see naikkelas target list") }
    }

    func run() async throws {
        let command = self
        let id = try await Workspace.with(try await data.settings(), .migrating) { workspace in
            let (id, region) = try await workspace.database.write { connection in
                let slice = try command.slice.slice(connection)
                let english = command.titleEnglish ?? command.title
                switch command.metric {
                case .businesses(let metric):
                    let target = Target(
                        id: command.id.flatMap { TargetID($0) } ?? TargetID(), title: command.title, titleEnglish: english, metric: metric,
                        basis: command.basis, region: slice.region.code, programme: slice.programme?.id, partner: slice.partner?.id,
                        firstDay: command.from, lastDay: command.to, value: command.value)
                    try connection.setTarget(target)
                    return (target.id, target.region)
                case .people(let step):
                    let target = PeopleTarget(
                        id: command.id.flatMap { PeopleTargetID($0) } ?? PeopleTargetID(), title: command.title, titleEnglish: english,
                        step: step, region: slice.region.code, programme: slice.programme?.id, firstDay: command.from,
                        lastDay: command.to, value: command.value)
                    try connection.setPeopleTarget(target)
                    return (TargetID(high: target.id.high, low: target.id.low), target.region)
                }
            }
            try await workspace.record(
                .targetSet, of: AuditSubject(kind: "target", id: id),
                detail: ["metric": command.metric.auditValue, "value": .count(Int(command.value)), "region": .region(region)])
            return id
        }
        try Console.current.line("target \(id): \(grouped(value)) \(metric.rawValue) by \(to.iso)")
    }
}

struct TargetListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All targets beside what stands.", discussion: "Example:\n  naikkelas target list --region 32")

    @Option(help: ArgumentHelp("Only those of this region.", valueName: "region"))
    var region: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let region = try region.map(findRegion)?.code
        let (progress, people) = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.read { connection in
                (
                    try connection.targets(in: region).map(connection.progress(of:)),
                    try connection.peopleTargets(in: region).map { try connection.progress(of: $0, on: CalendarDate(.now)) }
                )
            }
        }
        let table = TextTable(
            columns: [
                .init(title: "id"), .init(title: "metric"), .init(title: "region"), .init(title: "period"),
                .init(title: "target", isFigure: true), .init(title: "reached", isFigure: true), .init(title: "%", isFigure: true),
                .init(title: "reached on"), .init(title: "title"),
            ],
            rows: progress.map { progress in
                let target = progress.target
                return [
                    target.id.description, target.metric.rawValue, target.region.rawValue, "\(target.firstDay.iso)…\(target.lastDay.iso)",
                    grouped(target.value), grouped(progress.reached), "\(Int(progress.share * 100))", progress.projectedDay?.iso ?? "never",
                    target.title,
                ]
            }
                + people.map { progress in
                    let target = progress.target
                    return [
                        target.id.description, target.step.rawValue, target.region.rawValue, "\(target.firstDay.iso)…\(target.lastDay.iso)",
                        grouped(target.value), grouped(progress.reached), "\(progress.reached * 100 / target.value)",
                        progress.projectedDay?.iso ?? "never", target.title,
                    ]
                })
        try Console.current.put(table.text)
    }
}

struct TargetRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Gives a target up.",
        discussion: "Example:\n  naikkelas target remove 019abf3e-8c00-7a1b-9c55-0123456789ab")

    @Argument(help: "The identifier of the target, as the list shows it.")
    var id: String

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard TargetID(id) != nil else { throw ValidationError("“\(id)” is no identifier; see naikkelas target list") }
    }

    func run() async throws {
        guard let id = TargetID(id) else { return }
        try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            let isKnown = try await workspace.database.write { connection in
                let isKnown = try connection.targets().contains { $0.id == id }
                try connection.removeTarget(id)
                return try connection.removePeopleTarget(PeopleTargetID(high: id.high, low: id.low)) || isKnown
            }
            guard isKnown else { throw CommandFailure("there is no target \(id); see naikkelas target list") }
            try await workspace.record(.targetRemoved, of: AuditSubject(kind: "target", id: id))
        }
    }
}

/// What a target is about: businesses by how far they came, or people by how far they came.
enum TargetMetric: Sendable, ExpressibleByArgument {
    case businesses(Metric)
    case people(PeopleStep)

    static let businesses = Metric.allCases.map(\.rawValue).joined(separator: ", ")
    static let people = PeopleStep.allCases.map(\.rawValue).joined(separator: ", ")

    init?(argument: String) {
        if let metric = Metric(rawValue: argument) {
            self = .businesses(metric)
        } else if let step = PeopleStep(rawValue: argument) {
            self = .people(step)
        } else {
            return nil
        }
    }

    var auditValue: AuditDetail.Value {
        switch self {
        case .businesses(let metric): .word(metric)
        case .people(let step): .word(step)
        }
    }

    var rawValue: String {
        switch self {
        case .businesses(let metric): metric.rawValue
        case .people(let step): step.rawValue
        }
    }
}
