import Accounts
import Journey
import Linkage
import Nusantara
import Registry
import Storage

/// Puts what is known of a business into the words of its page.
struct BusinessReading {
    let connection: any SQLConnection
    let record: BusinessRecord
    /// Those of the owners' other businesses of which the viewer may read.
    let relatives: [BusinessSummary]
    let viewer: Viewer
    /// Who may join and part.
    let desk: MergeDesk

    func page() throws -> BusinessPage {
        let id = record.summary.id
        let mayDecide = try desk.mayDecide(about: [id], connection)
        let history = MergeHistory(connection: connection, desk: desk)
        let partners = try connection.partners()
        let programmes = try connection.programmes()
        let names = Dictionary(partners.map { ($0.id, $0.name) }) { first, _ in first }
        let channels = Dictionary(partners.map { ($0.code, $0.name) }) { first, _ in first }
        let claims = record.claims.map { claim in
            ClaimCard(
                partner: names[claim.partner] ?? "–", programme: programmes.first { $0.id == claim.programme }?.name,
                fileName: claim.fileName, line: claim.line, day: claim.day, version: claim.version,
                cells: mayRead(claim) ? claim.cells.map { .init(header: $0.header, content: $0.value) } : [],
                decision: Self.decision(claim),
                probability: claim.method == .probability ? claim.probability : nil,
                reasons: WeightWaterfall(claim.explanation),
                comparison: record.claims.first.flatMap {
                    $0.id == claim.id ? nil : Paths.comparison($0.id.description, claim.id.description)
                },
                moveOut: mayDecide && record.claims.count > 1 ? Paths.moveOut(claim.id.description, of: id.description) : nil)
        }
        let region = Regions.region(record.summary.region)
        let province = region.flatMap(Regions.parent(of:)).flatMap { $0.level == .province ? $0.name : nil }
        return BusinessPage(
            id: id.description, name: record.summary.name,
            location: [record.summary.place, region?.everydayName, province].compactMap(\.self).filter { !$0.isEmpty }
                .joined(separator: ", "),
            rung: record.summary.rung.rawValue,
            trade: record.trade.flatMap { code in Trades.trade(code: String(code), version: .v2020).map { "\($0.title) (KBLI \(code))" } },
            since: record.createdAt,
            owners: record.owners.map { .init(name: $0.name, maskedNIK: $0.maskedNIK, maskedPhone: $0.maskedPhone) }, claims: claims,
            milestones: record.milestones.map { milestone in
                .init(
                    day: milestone.on, what: Self.words(milestone, channels), evidence: evidence(of: milestone),
                    partner: milestone.partner.flatMap { names[$0] })
            }, relatives: relatives.map(BusinessRow.init), readings: try readings(),
            merges: try history.merges(of: id), verdicts: try history.verdicts(of: id),
            merge: mayDecide ? Paths.merge(into: id.description) : nil,
            products: viewer.may(.registerBusinesses, region: record.summary.region) ? Paths.products(id.description) : nil)
    }

    /// Whether the viewer may read a row as it was sent: a partner reads its own only.
    private func mayRead(_ claim: ClaimRecord) -> Bool {
        viewer.may(.readNames, region: record.summary.region, programme: claim.programme, partner: claim.partner)
    }

    private func evidence(of milestone: Milestone) -> Phrase {
        let claim = record.claims.first { claim in Milestone.Evidence.claim(claim.id) == milestone.evidence }
        guard let claim else { return Phrase("dokumen", "document") }
        return Phrase("baris \(claim.line) dari \(claim.fileName)", "row \(claim.line) of \(claim.fileName)")
    }

    private func readings() throws -> [BusinessPage.Reading] {
        try connection.readings(of: .business(record.summary.id), limit: 20).compactMap { entry in
            guard let actor = entry.actor, let viewer = try connection.viewer(actor) else { return nil }
            return .init(at: entry.at, reader: viewer.person.name, role: viewer.grants.first?.role.phrase ?? Phrase("–", "–"))
        }
    }

    private static func decision(_ claim: ClaimRecord) -> Phrase {
        switch claim.method {
        case .founder: Phrase("Baris pertama tentang usaha ini", "The first row about this business")
        case .rule:
            claim.explanation.rule.map(Phrase.init(_:))
                ?? Phrase("Menurut aturan", "By a rule")
        case .probability: Phrase("Cocok menurut bobot", "A match by weights")
        case .person: Phrase("Diputuskan petugas", "Decided by an officer")
        }
    }

    /// - Parameter channels: the names of partners by their codes.
    private static func words(_ milestone: Milestone, _ channels: [String: String]) -> Phrase {
        let detail = channels[milestone.detail] ?? milestone.detail
        switch milestone.kind {
        case .registered: return Phrase("Terdaftar", "Registered")
        case .channelVerified: return Phrase("Akun terverifikasi di \(detail)", "Account verified on \(detail)")
        case .channelClosed: return Phrase("Akun di \(detail) ditutup", "Account on \(detail) closed")
        case .sold: return Phrase("Penjualan daring di \(detail)", "Online sale on \(detail)")
        case .permitGained: return Phrase("Izin terbit: \(detail.uppercased())", "Permit gained: \(detail.uppercased())")
        case .sizeClassRaised: return Phrase("Kelas usaha naik", "Size class raised")
        case .salesGrown: return Phrase("Penjualan naik", "Sales grew")
        case .exported: return Phrase("Ekspor", "Export")
        }
    }
}

extension WeightWaterfall {
    init(_ explanation: LinkExplanation) {
        self.init(explanation.contributions)
    }

    /// The strongest first; what corrects the others stands behind them.
    init(_ contributions: [Contribution]) {
        let ordered = contributions.filter { $0.field != .samePerson } + contributions.filter { $0.field == .samePerson }
        self.init(steps: ordered.map { Step(words: Phrase($0.words.indonesian, $0.words.english), weight: $0.weight) })
    }
}

extension Phrase {
    /// A rule as a person states it.
    init(_ rule: IdentityRule) {
        self.init(rule.words.indonesian.sentence, rule.words.english.sentence)
    }
}

extension String {
    /// The text with a capital at its beginning.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}
