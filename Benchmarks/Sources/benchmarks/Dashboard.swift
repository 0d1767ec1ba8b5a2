import Accounts
import ArgumentParser
import Journey
import Nusantara
import Registry
import Simulation
import Storage

/// Asks what the pages of the dashboard and the office ask.
struct Dashboard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask what the dashboard, the names page and the search ask, and print how long each takes.")

    @OptionGroup var registry: BenchmarkRegistry

    @Option(help: "How often each thing is asked.")
    var repetitions = 300

    func run() async throws {
        let vault = Vault.ephemeral()
        try await registry.open { database in
            let subject = try await database.write { try DashboardSubject($0) }
            let businesses = try await database.read { try $0.counts(in: Cell()).distinct }
            print("\(database.dialect.rawValue), \(businesses) businesses, \(repetitions) times each; median and p99 in ms")
            for (name, ask) in Self.questions(subject, vault: vault) {
                var times: [Duration] = []
                for _ in 0..<repetitions {
                    let clock = ContinuousClock()
                    let start = clock.now
                    try await database.read(ask)
                    times.append(start.duration(to: clock.now))
                }
                let spread = Times(times)
                print("\(name):", spread.median.milliseconds.rounded(to: 3), spread.p99.milliseconds.rounded(to: 3))
            }
            print("\(Machine.peakMemory >> 20) MiB at most")
        }
    }

    private typealias Question = @Sendable (any SQLConnection) throws -> Void

    private static func questions(_ subject: DashboardSubject, vault: Vault) -> [(String, Question)] {
        let months = Month(BenchmarkRegistry.today).advanced(by: -35)...Month(BenchmarkRegistry.today)
        let provinces = Regions.provinces.map(\.code)
        let regencies = Regions.regencies.map(\.code)
        let west = RegionCode(rawValue: "32")
        let nation = [Scope()]
        return [
            ("one slice", { _ = try $0.counts(in: Cell(region: west, partner: subject.partner)) }),
            ("38 provinces", { _ = try $0.counts(of: provinces) }),
            ("map of 514 regencies", { _ = try $0.counts(of: regencies) }),
            ("map of 514 regencies, one partner", { _ = try $0.counts(of: regencies, partner: subject.partner) }),
            ("by partner", { _ = try $0.countsByPartner(in: .nation) }),
            ("36 months", { _ = try $0.reached(in: months) }),
            ("first and last month", { _ = try $0.monthsReached() }),
            ("overlap", { _ = try $0.overlaps() }),
            ("target", { _ = try $0.progress(of: subject.target) }),
            ("names, first page", { _ = try $0.businesses(in: BusinessSlice(), scopes: nation) }),
            ("names, exporting", { _ = try $0.businesses(in: BusinessSlice(rung: .exporting), scopes: nation) }),
            (
                "names, one partner in one province",
                { _ = try $0.businesses(in: BusinessSlice(region: west, partner: subject.partner), scopes: nation) }
            ),
            (
                "names, a page in the middle",
                { _ = try $0.businesses(in: BusinessSlice(), scopes: nation, after: subject.middle) }
            ),
            (
                "search, a rare name",
                { _ = try $0.findBusinesses(subject.name, vault: vault, scopes: nation, today: BenchmarkRegistry.today) }
            ),
            (
                "search, a common word",
                { _ = try $0.findBusinesses("toko", vault: vault, scopes: nation, today: BenchmarkRegistry.today) }
            ),
            (
                "search, a common word in one regency",
                {
                    let scopes = [Scope(region: RegionCode(rawValue: "32.04"))]
                    _ = try $0.findBusinesses("toko", vault: vault, scopes: scopes, today: BenchmarkRegistry.today)
                }
            ),
            (
                "search, a phone number",
                { _ = try $0.findBusinesses("0812 3456 7890", vault: vault, scopes: nation, today: BenchmarkRegistry.today) }
            ),
        ]
    }
}

/// What the questions are about, chosen once from what the database holds.
private struct DashboardSubject: Sendable {
    let partner: PartnerID
    let target: Target
    /// A business in the middle of the list of names.
    let middle: BusinessCursor
    let name: String

    init(_ connection: any SQLConnection) throws {
        guard let partner = try connection.partners().first(where: { $0.code == PartnerList.shopee.code }),
            let middle = try connection.first(
                "SELECT region, business_id FROM standing WHERE region >= '33' ORDER BY region, business_id LIMIT 1",
                { BusinessCursor(region: try $0[0], business: try $0[1]) }),
            let name: String = try connection.value("SELECT name FROM business WHERE id = \(middle.business)")
        else { throw ValidationError("import a list of Shopee first") }
        self.partner = partner.id
        self.middle = middle
        self.name = name
        let today = BenchmarkRegistry.today
        target = Target(
            title: "", titleEnglish: "", metric: .onboard, firstDay: today.adding(days: -900), lastDay: today.adding(days: 120),
            value: 10_000_000)
    }
}
