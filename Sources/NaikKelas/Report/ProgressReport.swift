import Accounts
import Journey
import Linkage
import Nusantara
import Registry
import Storage

/// The count of a slice: claimed, distinct, onboard and selling side by side, and the same by partner, region and programme.
struct ProgressReport: Codable, Sendable, Equatable {
    /// The figures of one cell under the names that the JSON bears.
    struct Figures: Codable, Sendable, Equatable {
        var claimed: Int64
        var distinct: Int64
        /// The 95 % interval of ``distinct``; of a period it is not known.
        var low: Int64?
        var high: Int64?
        var onboard: Int64
        var selling: Int64
        var growing: Int64
        var exporting: Int64
    }

    /// One partner, region or programme.
    struct Part: Codable, Sendable, Equatable {
        var code: String
        var name: String
        var figures: Figures
    }

    /// The day on which standings were worked out, `yyyy-mm-dd`.
    var day: String?
    var region: String
    var programme: String?
    var partner: String?
    /// The first and last month of the period, `yyyy-mm`; neither for how things stand.
    var from: String?
    var to: String?
    var figures: Figures
    var partners: [Part]
    /// Provinces of the nation, or regencies and cities of a province.
    var regions: [Part]
    var programmes: [Part]
}

extension ProgressReport.Figures {
    /// - Parameter calibration: what the interval goes by; nil for figures of a period, which have none.
    init(_ counts: Counts, _ calibration: CountCalibration?) {
        let interval = calibration.map { counts.distinctInterval($0) }
        self.init(
            claimed: counts.claimed, distinct: counts.distinct, low: interval?.lowerBound, high: interval?.upperBound,
            onboard: counts.onboard, selling: counts.selling, growing: counts.growing, exporting: counts.exporting)
    }
}

/// Which part of the count is wanted.
struct ReportSlice: Sendable {
    var region: Region = Regions.nation
    var programme: Programme?
    var partner: Partner?
    /// What was reached for the first time in these months; nil for how things stand.
    var months: ClosedRange<Month>?
    var source: CountSource = .live
}

extension SQLConnection {
    /// The count of a slice.
    func progressReport(_ slice: ReportSlice) throws -> ProgressReport {
        let calibration = slice.months == nil ? try countCalibration(for: slice.source) : nil
        let (partners, programmes) = (try partners(), try programmes())
        func part(_ code: String, _ name: String, _ counts: Counts?) -> ProgressReport.Part? {
            guard let counts, !counts.isZero else { return nil }
            return ProgressReport.Part(code: code, name: name, figures: ProgressReport.Figures(counts, calibration))
        }
        func counts(region: RegionCode? = nil, programme: ProgrammeID? = nil, partner: PartnerID? = nil) throws -> Counts {
            try self.counts(
                in: Cell(
                    region: region ?? slice.region.code, programme: programme ?? slice.programme?.id, partner: partner ?? slice.partner?.id),
                during: slice.months, from: slice.source)
        }

        let inside: [Region] =
            switch slice.region.level {
            case .nation: Regions.provinces
            case .province: Regions.regencies(in: slice.region.code)
            case .regency: []
            }
        return ProgressReport(
            day: try journeyState().day?.iso,
            region: slice.region.code.rawValue, programme: slice.programme?.code, partner: slice.partner?.code,
            from: slice.months?.lowerBound.iso, to: slice.months?.upperBound.iso,
            figures: ProgressReport.Figures(try counts(), calibration),
            partners: try partners.filter { slice.partner == nil || $0.id == slice.partner?.id }
                .compactMap { part($0.code, $0.name, try counts(partner: $0.id)) },
            regions: try inside.compactMap { part($0.code.rawValue, $0.name, try counts(region: $0.code)) },
            programmes: try programmes.filter { slice.programme == nil || $0.id == slice.programme?.id }
                .compactMap { part($0.code, $0.name, try counts(programme: $0.id)) })
    }

    /// The counts of a cell as they stand, or the sum of what was reached for the first time in each of some months.
    private func counts(in cell: Cell, during months: ClosedRange<Month>?, from source: CountSource) throws -> Counts {
        guard let months else { return try counts(in: cell, from: source) }
        var sum = Counts()
        for counts in try reached(in: months, region: cell.region, programme: cell.programme, partner: cell.partner, from: source).values {
            sum.claimed += counts.claimed
            sum.distinct += counts.distinct
            sum.onboard += counts.onboard
            sum.selling += counts.selling
            sum.growing += counts.growing
            sum.exporting += counts.exporting
        }
        return sum
    }
}
