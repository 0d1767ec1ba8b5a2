/// A code of the Ministry of Home Affairs as it stands today: the nation, a province (`32`), or a regency or city (`32.04`).
public struct RegionCode: RawRepresentable, Sendable, Hashable, Comparable {
    /// `ID`, `32` or `32.04`.
    public let rawValue: String

    /// The code as written; whether such a region exists is for ``Regions`` to say.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Indonesia.
    public static let nation = RegionCode(rawValue: "ID")

    /// The region that contains this one: regency → province → nation → nil.
    public var parent: RegionCode? {
        switch rawValue.utf8.count {
        case 5: RegionCode(rawValue: String(rawValue.prefix(2)))
        case 2 where self != .nation: .nation
        default: nil
        }
    }

    /// This region and all that contain it, the widest first: `ID`, `32`, `32.04`.
    public var path: [RegionCode] {
        (parent?.path ?? []) + [self]
    }

    /// Whether `other` is this region or lies in it.
    public func contains(_ other: RegionCode) -> Bool {
        self == .nation || other == self || other.parent == self
    }

    public static func < (left: RegionCode, right: RegionCode) -> Bool {
        left.rawValue < right.rawValue
    }
}
