import Journey
import Linkage

/// Decides which figures of a group may be shown to everybody.
///
/// A figure of one to four could point at people and is shown as `<5`. Where the sum of the group is shown too, such a figure may follow
/// from the others; then the smallest of these are withheld with it until none does (complementary suppression; see A. Hundepool and
/// others, "Statistical Disclosure Control", 2012, chapter 4).
enum Disclosure {
    /// The figures of regions that sum to a region shown beside them.
    ///
    /// - Parameter whole: the figures of that region as they are shown. What is withheld there must not follow from its parts.
    static func figures(
        of parts: [Counts], within whole: DashboardPage.Figures? = nil, isTrusted: Bool, calibration: CountCalibration
    ) -> [DashboardPage.Figures] {
        func tallies(_ metric: Metric, _ sum: Tally?) -> [Tally] {
            Self.tallies(parts.map { $0[metric] }, isTrusted, isSumWithheld: sum == .withheld)
        }
        let claimed = tallies(.claimed, whole?.claimed)
        let distinct = tallies(.distinct, whole?.distinct)
        let onboard = tallies(.onboard, whole?.onboard)
        let selling = tallies(.selling, whole?.selling)
        let growing = tallies(.growing, whole?.growing)
        let exporting = tallies(.exporting, whole?.exporting)
        return parts.indices.map { index in
            let isExact = if case .exact = distinct[index] { true } else { false }
            return DashboardPage.Figures(
                claimed: claimed[index], distinct: distinct[index],
                distinctInterval: isExact ? parts[index].distinctInterval(calibration) : nil,
                onboard: onboard[index], selling: selling[index], growing: growing[index], exporting: exporting[index])
        }
    }

    /// Figures that stand beside their sum.
    ///
    /// - Parameter isSumWithheld: whether the sum is not shown, and must not follow from the figures either.
    static func tallies(_ counts: [Int64], _ isTrusted: Bool, isSumWithheld: Bool = false) -> [Tally] {
        if isTrusted { return counts.map(Tally.exact) }
        guard isSumWithheld else { return tallies(counts, groups: counts.count > 1 ? [Array(counts.indices)] : []) }
        var tallies = counts.map(Tally.init(publicly:))
        if !tallies.contains(where: \.isHidden), let smallest = counts.smallest(of: counts.indices.filter { counts[$0] > 0 }) {
            tallies[smallest] = .withheld
        }
        return tallies
    }

    /// Figures that stand beside the sums of several groups of them, which may overlap.
    static func tallies(_ counts: [Int64], groups: [[Int]]) -> [Tally] {
        // A sum of one to four is hidden itself and gives nothing away.
        var group = SummedFigures(counts, groups: groups.filter { group in group.reduce(0) { $0 + counts[$1] } > 4 })
        while let given = group.firstGivenAway() { group.hideMore(around: given) }
        return group.tallies
    }
}

/// Figures of which some are hidden while sums of them are shown.
private struct SummedFigures {
    private let counts: [Int64]
    private let groups: [[Int]]
    private(set) var tallies: [Tally]
    /// What each figure can be as far as its own tally tells.
    private var ranges: [ClosedRange<Int64>]
    /// Those that are the only figure of a sum, which shows them anyway.
    private let shown: Set<Int>
    /// Those about which nothing more can be done.
    private var bare: Set<Int> = []

    private static let many = Int64(1) << 40

    init(_ counts: [Int64], groups: [[Int]]) {
        self.counts = counts
        self.groups = groups
        shown = Set(groups.filter { $0.count == 1 }.flatMap(\.self))
        tallies = counts.map(Tally.init(publicly:))
        ranges = zip(counts, tallies).map { count, tally in tally.isHidden ? 1...4 : count...count }
    }

    /// A hidden figure that can only have one value, given the sums.
    ///
    /// What a figure can be is narrowed down, in turns, as far as each sum allows by what the others in it can be.
    func firstGivenAway() -> Int? {
        var ranges = ranges
        // Narrowing ends by itself after a few turns; the limit is for groups that share many figures.
        for _ in 0..<64 {
            let before = ranges
            for group in groups {
                let sum = group.reduce(0) { $0 + counts[$1] }
                var least = group.reduce(0) { $0 + ranges[$1].lowerBound }
                var most = group.reduce(0) { $0 + ranges[$1].upperBound }
                for index in group where tallies[index].isHidden {
                    let range = ranges[index]
                    let low = max(range.lowerBound, sum - (most - range.upperBound))
                    let high = min(range.upperBound, sum - (least - range.lowerBound))
                    if low >= high, !bare.contains(index) { return index }
                    ranges[index] = min(low, high)...max(low, high)
                    least += ranges[index].lowerBound - range.lowerBound
                    most += ranges[index].upperBound - range.upperBound
                }
            }
            if ranges == before { return nil }
        }
        return nil
    }

    mutating func hideMore(around given: Int) {
        let around = Set(groups.filter { $0.contains(given) }.flatMap(\.self)).subtracting(shown)
        if let smallest = counts.smallest(of: around.filter { counts[$0] > 0 && !tallies[$0].isHidden }) {
            tallies[smallest] = .withheld
            // What is withheld beside a small figure is none itself, as everybody knows.
            ranges[smallest] = 5...Self.many
            return
        }
        // Nothing but small figures is left. Then it must not be seen that they are small, nor which are nought.
        let seen = around.filter { ranges[$0] != 0...Self.many }
        if seen.isEmpty { bare.insert(given) }
        for index in seen {
            tallies[index] = .withheld
            ranges[index] = 0...Self.many
        }
    }
}

extension Tally {
    fileprivate var isHidden: Bool {
        if case .exact = self { false } else { true }
    }
}

extension [Int64] {
    /// Where the smallest of some figures stands.
    fileprivate func smallest(of indices: some Sequence<Int>) -> Int? {
        indices.min { (self[$0], $0) < (self[$1], $1) }
    }
}
