/// What came of reading one cell: a value with what was noticed on the way, a refusal with its reason, or nothing in the cell.
public enum Parsed<Value: Sendable>: Sendable {
    /// The cell was read; the notices say what was mended or looks doubtful.
    case value(Value, notices: [Notice])
    /// The cell holds something that cannot be used. It stays as it was sent; the notice says why.
    case refused(Notice)
    /// Nothing was meant: empty, `-`, `.`, `x`, `0`, `tidak ada`, `n/a`, `null` and the like.
    case absent

    /// The value, or nil when refused or absent.
    public var value: Value? {
        if case .value(let value, _) = self { value } else { nil }
    }

    /// Everything there is to say about the cell: the notices of a value, or the one reason of a refusal.
    public var notices: [Notice] {
        switch self {
        case .value(_, let notices): notices
        case .refused(let notice): [notice]
        case .absent: []
        }
    }
}

extension Parsed: Equatable where Value: Equatable {}
extension Parsed: Hashable where Value: Hashable {}
