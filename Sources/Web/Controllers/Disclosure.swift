import Journey

/// Decides which figures of a group may be shown to everybody.
///
/// A figure of one to four could point at people and is shown as `<5`. Where just one such figure stands in a group whose sum is shown
/// too, it could be worked out from the others; then the smallest of these is withheld with it (complementary suppression; see
/// A. Hundepool and others, "Statistical Disclosure Control", 2012, chapter 4).
enum Disclosure {
    /// The figures of regions that sum to a region shown beside them.
    static func figures(of parts: [Counts], isTrusted: Bool) -> [DashboardPage.Figures] {
        let claimed = tallies(parts.map(\.claimed), isTrusted)
        let distinct = tallies(parts.map(\.distinct), isTrusted)
        let onboard = tallies(parts.map(\.onboard), isTrusted)
        let selling = tallies(parts.map(\.selling), isTrusted)
        let growing = tallies(parts.map(\.growing), isTrusted)
        let exporting = tallies(parts.map(\.exporting), isTrusted)
        return parts.indices.map { index in
            let isExact = if case .exact = distinct[index] { true } else { false }
            return DashboardPage.Figures(
                claimed: claimed[index], distinct: distinct[index], distinctInterval: isExact ? parts[index].distinctInterval : nil,
                onboard: onboard[index], selling: selling[index], growing: growing[index], exporting: exporting[index])
        }
    }

    static func tallies(_ counts: [Int64], _ isTrusted: Bool) -> [Tally] {
        var tallies = counts.map { isTrusted ? Tally.exact($0) : Tally(publicly: $0) }
        let small = tallies.indices.filter { tallies[$0] == .small }
        if counts.count > 1, small.count == 1 {
            let next = counts.indices.filter { counts[$0] > 0 && $0 != small[0] }.min { (counts[$0], $0) < (counts[$1], $1) }
            if let next { tallies[next] = .withheld }
        }
        return tallies
    }
}
