import Accounts
import Credentials
import Journey
import Learning
import Nusantara
import Registry
import Simulation
import Storage

/// A simulated programme, built through the same code as a real one.
struct Demo {
    let workspace: Workspace
    let folder: DemoFolder
    let businesses: Int
    let seed: UInt64
    let today: CalendarDate
    /// What a guess at a secret costs.
    var cost = ScryptCost.standard

    /// Writes the partners' lists, imports them, sets targets, freezes a bulletin and makes the accounts.
    func build() async throws -> DemoAccounts {
        let console = Console.current
        let started = ContinuousClock.now
        let programme = try await DemoProgramme.store(in: workspace.database)

        console.warn("Making \(grouped(businesses)) businesses and five partners' lists (seed \(seed)) in \(folder.lists) …")
        let population = SimulatedPopulation(SimulationSettings(seed: seed, businesses: businesses, today: today))
        for list in try writeLists(of: population, to: folder.lists) { try await take(list, programme) }

        let issuer = try makeCertificateKeys()
        try await DemoClasses(workspace: workspace, population: population, seed: seed, today: today, issuer: issuer).run()
        let products = DemoProducts(
            workspace: workspace, folder: folder.lists, seed: seed, now: .now, businesses: min(60, max(1, businesses / 50)))
        try await products.run()
        try await setTargetsAndFreeze()
        let accounts = try await DemoAccounts.make(in: workspace, partner: programme.partners[.shopee]?.id ?? PartnerID(), cost: cost)
        try accounts.write(to: folder.accounts)
        try await products.giveFirstBusiness(toOwnerWithPhone: DemoAccounts.ownerPhone)
        let seconds = Int((ContinuousClock.now - started) / .seconds(1))
        console.warn("Ready after \(seconds) s.")
        return accounts
    }

    /// Keys that have been in use for a year, so that certificates of classes that are over could be signed.
    private func makeCertificateKeys() throws -> CertificateIssuer {
        let keys = try IssuerKeys(
            new: IssuerProfile(id: "https://naikkelas.example/issuer", name: "Naik Kelas (contoh)"))
        let history = try CertificateKeyFolder(path: folder.certificateKeys).start(keys, on: today.adding(days: -365))
        return CertificateIssuer(keys: keys, history: history)
    }

    private func take(_ list: WrittenList, _ programme: DemoProgramme) async throws {
        guard let partner = programme.partners[list.partner] else { return }
        let intake = ListIntake(workspace, partner: partner, programme: programme.programmes[list.partner], day: today, today: today)
        let console = Console.current
        let started = ContinuousClock.now
        var meter = ProgressMeter(list.partner.fileName, on: console)
        let recognised = try await intake.recognise(list.path)
        let ended = try await intake.run(list.path, recognised) { meter.show(fraction: $0.tally.fraction, rows: $0.tally.rowsRead) }
        meter.clear()
        let summary = ImportSummary(file: list.partner.fileName, tally: ended.tally, elapsed: .now - started, isDryRun: false)
        for line in summary.lines { console.warn(line) }
    }

    private func setTargetsAndFreeze() async throws {
        let today = today
        let (year, month, _) = today.components
        let title = "Buletin contoh \(Self.months[month - 1]) \(year)"
        try await workspace.database.write(holding: .journey) { connection in
            let nation = try connection.counts(in: Cell())
            let westJava = try connection.counts(in: Cell(region: RegionCode(rawValue: "32")))
            for target in DemoTargets(nation, westJava: westJava, today: today).targets { try connection.setTarget(target) }
            _ = try connection.freezeBulletin(title: title, by: nil)
        }
    }

    private static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ]
}
