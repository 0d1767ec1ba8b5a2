/// The mobile networks of Indonesia by the brand that owns a prefix. Numbers cannot be carried from one network to another.
public enum MobileOperator: String, Sendable, Hashable, CaseIterable {
    case telkomsel
    case indosat
    case tri
    case xl
    case axis
    case smartfren

    /// The network as its customers know it.
    public var name: String {
        switch self {
        case .telkomsel: "Telkomsel"
        case .indosat: "Indosat (IM3)"
        case .tri: "Tri"
        case .xl: "XL"
        case .axis: "AXIS"
        case .smartfren: "Smartfren"
        }
    }

    /// The network that owns a prefix, given as its three digits after the country code (`812`), or nil if none is known.
    init?(prefix: Int) {
        switch prefix {
        case 811, 812, 813, 821, 822, 823, 851, 852, 853: self = .telkomsel
        case 814, 815, 816, 855, 856, 857, 858: self = .indosat
        case 895...899: self = .tri
        case 817, 818, 819, 859, 877, 878, 879: self = .xl
        case 831, 832, 833, 838: self = .axis
        case 881...889: self = .smartfren
        default: return nil
        }
    }
}
