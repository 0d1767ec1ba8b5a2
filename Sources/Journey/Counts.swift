public import Linkage

/// The figures of one cell, side by side.
public struct Counts: Sendable, Hashable {
    /// Rows that partners sent.
    public var claimed: Int64 = 0
    /// Businesses behind them.
    public var distinct: Int64 = 0
    /// Businesses on each rung or above it.
    public var onboard: Int64 = 0
    public var selling: Int64 = 0
    public var growing: Int64 = 0
    public var exporting: Int64 = 0
    /// What linkage leaves open, in millionths of a business: how many are expected to be hidden in links that should not be, how many to be
    /// counted twice, and the variance of both.
    public var missing: Int64 = 0
    public var surplus: Int64 = 0
    public var variance: Int64 = 0

    public init() {}

    public var isZero: Bool { self == Counts() }

    static func += (left: inout Counts, right: Counts) {
        left.claimed += right.claimed
        left.distinct += right.distinct
        left.onboard += right.onboard
        left.selling += right.selling
        left.growing += right.growing
        left.exporting += right.exporting
        left.missing += right.missing
        left.surplus += right.surplus
        left.variance += right.variance
    }

    static func -= (left: inout Counts, right: Counts) {
        left.claimed -= right.claimed
        left.distinct -= right.distinct
        left.onboard -= right.onboard
        left.selling -= right.selling
        left.growing -= right.growing
        left.exporting -= right.exporting
        left.missing -= right.missing
        left.surplus -= right.surplus
        left.variance -= right.variance
    }

    /// The 95 % interval of ``distinct`` that follows from the probabilities of the links; see ``Linkage/CountDoubt``.
    ///
    /// It always holds ``distinct`` itself, and nothing that ``claimed`` rules out.
    ///
    /// - Parameter calibration: what people found who looked into a sample of pairs.
    public func distinctInterval(_ calibration: CountCalibration) -> ClosedRange<Int64> {
        let doubt = CountDoubt(
            missing: Double(missing) / 1_000_000, surplus: Double(surplus) / 1_000_000, variance: Double(variance) / 1_000_000)
        let interval = doubt.interval(distinct: Int(distinct), calibration: calibration)
        let low = max(Int64(interval.low.rounded(.down)), distinct > 0 ? 1 : 0)
        let high = min(Int64(interval.high.rounded(.up)), max(claimed, distinct))
        return min(low, distinct)...max(high, distinct)
    }

    /// The figure of a metric.
    public subscript(metric: Metric) -> Int64 {
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
