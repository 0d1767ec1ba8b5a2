import Accounts
import Nusantara

/// A sum of what businesses contribute, to be added to the counters.
///
/// A business contributes to its own region; ``rollUp()`` carries the sums to the province and the nation.
struct Contributions: Sendable {
    private(set) var counts: [Cell: Counts] = [:]
    private(set) var overlaps: [OverlapCell: Int64] = [:]

    enum Sign {
        case plus
        case minus
    }

    /// Adds or takes away what a business contributes on a given day.
    mutating func apply(_ facts: BusinessFacts, _ sign: Sign, ladders: Ladders, on day: CalendarDate) {
        let claims = facts.milestones.values.filter { $0.kind == .registered && $0.on <= day }
        guard !claims.isEmpty else { return }
        let programmes = Set(claims.map(\.programme)).union([nil])
        let partners = Set(claims.map(\.partner)).union([nil])
        for programme in programmes {
            let standing = Standing(facts.milestones.values, rules: ladders.rules(of: programme), on: day)
            for partner in partners {
                let ofCell = claims.filter { claim in
                    (programme == nil || claim.programme == programme) && (partner == nil || claim.partner == partner)
                }
                guard !ofCell.isEmpty else { continue }
                add(ofCell, standing, Cell(region: facts.region, programme: programme, partner: partner), sign)
            }
        }
        let known = partners.compactMap(\.self).sorted()
        overlaps[OverlapCell(region: facts.region, partners: known), default: 0] += sign == .plus ? 1 : -1
    }

    private mutating func add(_ claims: [Milestone], _ standing: Standing, _ cell: Cell, _ sign: Sign) {
        var today = Counts()
        today.claimed = Int64(claims.count)
        today.distinct = 1
        today.onboard = standing.rung >= .onboard ? 1 : 0
        today.selling = standing.rung >= .selling ? 1 : 0
        today.growing = standing.rung >= .growing ? 1 : 0
        today.exporting = standing.rung >= .exporting ? 1 : 0

        for claim in claims { add(to: cell, month: Month(claim.on), sign) { $0.claimed += 1 } }
        if let earliest = claims.min(by: Self.isEarlier) {
            add(to: cell, month: Month(earliest.on), sign) { $0.distinct += 1 }
        }
        // The surest claim founds the business: it may be a repeat of another one. Each other claim may be a business of its own.
        if let founder = claims.min(by: Self.isSurer) {
            for claim in claims where claim != founder {
                today.missing += claim.certainty.doubt
                today.variance += Self.variance(claim.certainty.doubt)
            }
            if cell.partner == nil || founder.certainty.nearMissOfSamePartner {
                today.surplus += founder.certainty.nearMiss
                today.variance += Self.variance(founder.certainty.nearMiss)
            }
        }
        if let first = standing.firstOnboard { add(to: cell, month: Month(first), sign) { $0.onboard += 1 } }
        if let first = standing.firstSale { add(to: cell, month: Month(first), sign) { $0.selling += 1 } }
        if let first = standing.firstGrowth { add(to: cell, month: Month(first), sign) { $0.growing += 1 } }
        if let first = standing.firstExport { add(to: cell, month: Month(first), sign) { $0.exporting += 1 } }

        switch sign {
        case .plus: counts[cell, default: Counts()] += today
        case .minus: counts[cell, default: Counts()] -= today
        }
    }

    private mutating func add(to cell: Cell, month: Month, _ sign: Sign, _ change: (inout Counts) -> Void) {
        var one = Counts()
        change(&one)
        let ofMonth = Cell(region: cell.region, programme: cell.programme, partner: cell.partner, month: month)
        switch sign {
        case .plus: counts[ofMonth, default: Counts()] += one
        case .minus: counts[ofMonth, default: Counts()] -= one
        }
    }

    private static func isEarlier(_ left: Milestone, than right: Milestone) -> Bool {
        (left.on, left.evidence.id) < (right.on, right.evidence.id)
    }

    private static func isSurer(_ left: Milestone, than right: Milestone) -> Bool {
        (left.certainty.doubt, left.on, left.evidence.id) < (right.certainty.doubt, right.on, right.evidence.id)
    }

    /// p (1 − p) in millionths, for p in millionths.
    private static func variance(_ probability: Int64) -> Int64 {
        probability * (1_000_000 - probability) / 1_000_000
    }

    /// The sums of every region and of all regions above it, without those that cancel out.
    func rollUp() -> Contributions {
        var all = Contributions()
        for (cell, sum) in counts where !sum.isZero {
            for region in cell.region.path {
                let above = Cell(region: region, programme: cell.programme, partner: cell.partner, month: cell.month)
                all.counts[above, default: Counts()] += sum
            }
        }
        for (cell, sum) in overlaps where sum != 0 {
            for region in cell.region.path {
                all.overlaps[OverlapCell(region: region, partners: cell.partners), default: 0] += sum
            }
        }
        all.counts = all.counts.filter { !$0.value.isZero }
        all.overlaps = all.overlaps.filter { $0.value != 0 }
        return all
    }
}
