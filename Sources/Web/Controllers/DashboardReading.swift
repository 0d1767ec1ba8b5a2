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
        let total = try connection.counts(in: scope.cell, from: source)
        let parts = try self.parts(of: region, scope)
        return DashboardPage(
            region: Self.named(region), province: Regions.parent(of: region).flatMap { $0.code == .nation ? nil : Self.named($0) },
            figures: figures(total), parts: parts, places: try places(in: region, scope), targets: try targets(scope),
            overlap: try overlap(scope), filters: try filters(scope), updated: try updated(bulletin),
            canOpenNames: canOpenNames && bulletin == nil && query.month == nil,
            bulletin: bulletin.map { .init(id: $0.id.description, title: $0.title, frozen: $0.frozenAt) })
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

    private static func children(of region: Region) -> [Region] {
        switch region.level {
        case .nation: Regions.provinces
        case .province: Regions.regencies(in: region.code)
        case .regency: []
        }
    }

    private func parts(of region: Region, _ scope: DashboardScope) throws -> [DashboardPage.Part] {
        let children = Self.children(of: region)
        guard !children.isEmpty else { return [] }
        let counts = try connection.counts(
            of: children.map(\.code), programme: scope.programme?.id, partner: scope.partner?.id, month: scope.query.month, from: source)
        let shown = Disclosure.figures(of: children.map { counts[$0.code] ?? Counts() }, isTrusted: isTrusted)
        return zip(children, shown).map { DashboardPage.Part(region: Self.named($0), figures: $1) }
    }

    private func places(in region: Region, _ scope: DashboardScope) throws -> [RegionMap.Place] {
        let regencies: [Region] =
            switch region.level {
            case .nation: Regions.regencies
            case .province: Regions.regencies(in: region.code)
            case .regency: []
            }
        guard !regencies.isEmpty else { return [] }
        let counts = try connection.counts(
            of: regencies.map(\.code), programme: scope.programme?.id, partner: scope.partner?.id, month: scope.query.month, from: source)
        // Each province's sum is shown beside its regencies, so each province is a group of its own.
        return Dictionary(grouping: regencies, by: \.code.parent).values.flatMap { group in
            let shown = Disclosure.figures(of: group.map { counts[$0.code] ?? Counts() }, isTrusted: isTrusted)
            return zip(group, shown).map { regency, figures in
                RegionMap.Place(
                    code: regency.code, name: regency.everydayName, latitude: regency.centre.latitude,
                    longitude: regency.centre.longitude, count: figures.distinct)
            }
        }.sorted { $0.code < $1.code }
    }

    // MARK: - Figures

    private func figures(_ counts: Counts) -> DashboardPage.Figures {
        Disclosure.figures(of: [counts], isTrusted: isTrusted)[0]
    }

    private func targets(_ scope: DashboardScope) throws -> [TargetPace] {
        guard source == .live, scope.query.month == nil else { return [] }
        return try connection.targets(in: scope.query.region)
            .filter { $0.programme == scope.programme?.id && $0.partner == scope.partner?.id }
            .map { target in
                let progress = try connection.progress(of: target)
                let points = progress.history.compactMap { month, total in
                    month.advanced(by: 1).firstDay.map { TargetPace.Point(day: min($0.adding(days: -1), progress.day), reached: total) }
                }
                return TargetPace(
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
        return OverlapUpSet(
            partners: partners.map { .init(name: $0.name, total: tally(totals[$0.id]?.distinct ?? 0)) },
            intersections: overlaps.map { overlap in
                .init(partners: Set(overlap.partners.compactMap { positions[$0] }), count: tally(overlap.businesses))
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
    /// The name in everyday use: "Jawa Barat", "Kab. Bandung", "Kota Bandung".
    var everydayName: String {
        switch kind {
        case .regency: "Kab. \(baseName)"
        case .city: "Kota \(baseName)"
        case .nation, .province: name
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
