import Accounts
import Journey
import Nusantara
import Storage

/// Reads what a dashboard shows.
struct DashboardReading {
    let connection: any SQLConnection
    let source: CountSource
    /// Whether the reader sees small figures too.
    let isTrusted: Bool
    /// Whether the reader may open the names behind the figures.
    let canOpenNames: Bool

    func page(_ query: DashboardQuery, bulletin: Bulletin? = nil) throws -> DashboardPage {
        let scope = try DashboardScope(query, connection)
        let region = try Self.region(query.region)
        let regionFigures = try RegionFigures(connection: connection, scope: scope, source: source, isTrusted: isTrusted)
        let figures = try regionFigures.figures(of: region.code)
        let parts = try regionFigures.figures(ofPartsOf: region.code).compactMap { code, figures in
            Regions.region(code).map { DashboardPage.Part(region: Self.named($0), figures: figures) }
        }
        return DashboardPage(
            region: Self.named(region), province: Regions.parent(of: region).flatMap { $0.code == .nation ? nil : Self.named($0) },
            figures: figures, parts: parts, places: try places(in: region, regionFigures), targets: try targets(scope, figures),
            overlap: try overlap(scope), filters: try filters(scope), updated: try updated(bulletin),
            canOpenNames: canOpenNames && bulletin == nil && query.month == nil,
            bulletin: bulletin.map { .init(id: $0.id.description, title: $0.title, frozen: $0.frozenAt) },
            // The sample is drawn from all of Indonesia, and tells nothing of a single region or of a day long past.
            quality: region.code == .nation && source == .live ? try connection.linkageStanding() : nil)
    }

    // MARK: - Regions

    private static func region(_ code: RegionCode) throws -> Region {
        if code == .nation { return Regions.nation }
        guard let region = Regions.region(code) else { throw WebError.notFound }
        return region
    }

    /// With its everyday name: "Jawa Barat", "Kab. Bandung".
    private static func named(_ region: Region) -> DashboardPage.Region {
        DashboardPage.Region(code: region.code, name: region.everydayName)
    }

    private func places(in region: Region, _ regionFigures: RegionFigures) throws -> [RegionMap.Place] {
        let shown =
            try region.level == .nation ? regionFigures.figuresOfRegencies() : regionFigures.figures(ofPartsOf: region.code)
        return shown.compactMap { code, figures in
            Regions.region(code).map { regency in
                RegionMap.Place(
                    code: code, name: regency.everydayName, latitude: regency.centre.latitude, longitude: regency.centre.longitude,
                    count: figures.distinct)
            }
        }
    }

    // MARK: - Figures

    /// The targets of a figure that is hidden are left out, because their pace would show it.
    private func targets(_ scope: DashboardScope, _ figures: DashboardPage.Figures) throws -> [TargetPace] {
        guard source == .live, scope.query.month == nil else { return [] }
        return try connection.targets(in: scope.query.region)
            .filter { $0.programme == scope.programme?.id && $0.partner == scope.partner?.id }
            .filter { if case .exact = figures[$0.metric] { true } else { false } }
            .map { target in
                let progress = try connection.progress(of: target)
                let points = progress.history.compactMap { month, total in
                    month.advanced(by: 1).firstDay.map { TargetPace.Point(day: min($0.adding(days: -1), progress.day), reached: total) }
                }
                return TargetPace(
                    title: target.title.isEmpty
                        ? nil : Phrase(target.title, target.titleEnglish.isEmpty ? target.title : target.titleEnglish),
                    metric: Glossary.word(of: target.metric), points: points, target: target.value, deadline: target.lastDay,
                    projected: progress.projectedDay)
            }
    }

    private func overlap(_ scope: DashboardScope) throws -> OverlapUpSet? {
        guard scope.programme == nil, scope.partner == nil, scope.query.month == nil else { return nil }
        let overlaps = try connection.overlaps(in: scope.query.region, from: source)
        let totals = try connection.countsByPartner(in: scope.query.region, from: source)
        let partners = scope.partners.filter { (totals[$0.id]?.distinct ?? 0) > 0 }
        guard partners.count > 1 else { return nil }
        let positions = Dictionary(uniqueKeysWithValues: partners.enumerated().map { ($1.id, $0) })
        // Beside the combinations stand the sum of all and of each partner.
        let counts = overlaps.map(\.businesses)
        let sums =
            [Array(overlaps.indices)] + partners.map { partner in overlaps.indices.filter { overlaps[$0].partners.contains(partner.id) } }
        let shown = isTrusted ? counts.map(Tally.exact) : Disclosure.tallies(counts, groups: sums)
        return OverlapUpSet(
            partners: partners.map { .init(name: $0.name, total: tally(totals[$0.id]?.distinct ?? 0)) },
            intersections: zip(overlaps, shown).map { overlap, count in
                .init(partners: Set(overlap.partners.compactMap { positions[$0] }), count: count)
            })
    }

    private func tally(_ count: Int64) -> Tally {
        isTrusted ? .exact(count) : Tally(publicly: count)
    }

    // MARK: - Filters

    private func filters(_ scope: DashboardScope) throws -> DashboardFilters {
        let months = try connection.monthsReached().map { Array($0.suffix(36).reversed()) } ?? []
        return DashboardFilters(
            action: Paths.region(scope.query.region),
            programmes: scope.programmes.map { .init(code: $0.code, name: Phrase(verbatim: $0.name)) },
            partners: scope.partners.map { .init(code: $0.code, name: Phrase(verbatim: $0.name)) },
            months: months.map { month in
                .init(
                    code: month.iso,
                    name: Phrase(
                        Language.indonesian.month(year: month.year, month: month.month),
                        Language.english.month(year: month.year, month: month.month)))
            },
            programme: scope.query.programme, partner: scope.query.partner, month: scope.query.month?.iso)
    }

    private func updated(_ bulletin: Bulletin?) throws -> Timestamp {
        if let bulletin { return bulletin.frozenAt }
        let latest: Timestamp?? = try connection.value("SELECT MAX(finished_at) FROM list_import")
        return (latest ?? nil) ?? .now
    }
}

extension Region {
    /// The name in everyday use: "Indonesia", "Jawa Barat", "Kab. Bandung", "Kota Bandung".
    var everydayName: String {
        switch kind {
        case .regency: "Kab. \(baseName)"
        case .city: "Kota \(baseName)"
        case .province: name
        case .nation: "Indonesia"
        }
    }
}

extension Glossary {
    /// The word under which a metric is shown.
    static func word(of metric: Metric) -> Phrase {
        switch metric {
        case .claimed: claimed.word
        case .distinct: distinct.word
        case .onboard: onboard.word
        case .selling: selling.word
        case .growing: growing.word
        case .exporting: exporting.word
        }
    }
}

extension DashboardPage.Figures {
    /// The figure of a metric.
    subscript(metric: Metric) -> Tally {
        switch metric {
        case .claimed: claimed
        case .distinct: distinct
        case .onboard: onboard
        case .selling: selling
        case .growing: growing
        case .exporting: exporting
        }
    }
}
