import Journey
import Linkage
import Nusantara
import Registry
import Storage

/// The figures of regions as a reader may see them.
///
/// A region's figures are hidden or shown alike wherever it stands: on its own page, among its siblings and on the map. Otherwise one page
/// would give away what another withholds.
struct RegionFigures {
    let connection: any SQLConnection
    let scope: DashboardScope
    let source: CountSource
    let isTrusted: Bool
    let calibration: CountCalibration

    init(connection: any SQLConnection, scope: DashboardScope, source: CountSource = .live, isTrusted: Bool) throws {
        self.connection = connection
        self.scope = scope
        self.source = source
        self.isTrusted = isTrusted
        calibration = try connection.countCalibration(for: source)
    }

    /// The figures of one region, narrowed down as the scope says.
    func figures(of region: RegionCode) throws -> DashboardPage.Figures {
        guard !isTrusted, let parent = Regions.region(region).flatMap(Regions.parent(of:)) else {
            let cell = Cell(region: region, programme: scope.programme?.id, partner: scope.partner?.id, month: scope.query.month)
            return figures(of: [try connection.counts(in: cell, from: source)], within: nil)[0]
        }
        let siblings = Self.parts(of: parent.code)
        guard let place = siblings.firstIndex(of: region) else { throw WebError.notFound }
        return try figures(of: siblings, within: figures(of: parent.code))[place]
    }

    /// The figures of the provinces of the nation, or of the regencies of a province.
    func figures(ofPartsOf region: RegionCode) throws -> [(region: RegionCode, figures: DashboardPage.Figures)] {
        let parts = Self.parts(of: region)
        guard !parts.isEmpty else { return [] }
        return Array(zip(parts, try figures(of: parts, within: isTrusted ? nil : figures(of: region))))
    }

    /// The figures of all regencies.
    func figuresOfRegencies() throws -> [(region: RegionCode, figures: DashboardPage.Figures)] {
        let counts = try self.counts(of: Regions.regencies.map(\.code))
        return try figures(ofPartsOf: .nation).flatMap { province, whole in
            let parts = Self.parts(of: province)
            return zip(parts, figures(of: parts.map { counts[$0] ?? Counts() }, within: whole))
        }.map { (region: $0, figures: $1) }
    }

    private func figures(of parts: [RegionCode], within whole: DashboardPage.Figures?) throws -> [DashboardPage.Figures] {
        let counts = try counts(of: parts)
        return figures(of: parts.map { counts[$0] ?? Counts() }, within: whole)
    }

    private func figures(of parts: [Counts], within whole: DashboardPage.Figures?) -> [DashboardPage.Figures] {
        Disclosure.figures(of: parts, within: whole, isTrusted: isTrusted, calibration: calibration)
    }

    private func counts(of regions: [RegionCode]) throws -> [RegionCode: Counts] {
        try connection.counts(
            of: regions, programme: scope.programme?.id, partner: scope.partner?.id, month: scope.query.month, from: source)
    }

    private static func parts(of region: RegionCode) -> [RegionCode] {
        region == .nation ? Regions.provinces.map(\.code) : Regions.regencies(in: region).map(\.code)
    }
}
