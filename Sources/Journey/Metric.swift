public import Storage

/// What is counted.
public enum Metric: String, Sendable, CaseIterable, Codable, SQLConvertible {
    case claimed
    case distinct
    case onboard
    case selling
    case growing
    case exporting

    /// The rung that a business must have reached to be counted, or nil where rows are counted.
    public var rung: Rung? {
        switch self {
        case .claimed: nil
        case .distinct: .registered
        case .onboard: .onboard
        case .selling: .selling
        case .growing: .growing
        case .exporting: .exporting
        }
    }
}
