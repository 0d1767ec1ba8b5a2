/// The nation, a province, a regency (*kabupaten*) or a city (*kota*), as the Ministry of Home Affairs numbers them today.
public struct Region: Sendable, Hashable, Identifiable {
    /// What a region is in the order of government.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case nation, province, regency, city
    }

    /// A rung of the order of government: regencies and cities stand on the same one.
    public enum Level: Int, Sendable, Hashable, CaseIterable, Comparable {
        case nation, province, regency

        public static func < (left: Level, right: Level) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// A point on the map, in degrees.
    public struct Coordinate: Sendable, Hashable {
        public let latitude: Double
        public let longitude: Double

        public init(latitude: Double, longitude: Double) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// The three official times of Indonesia, without daylight saving.
    public enum TimeZone: String, Sendable, Hashable, CaseIterable {
        case wib = "WIB"
        case wita = "WITA"
        case wit = "WIT"

        /// Whole hours ahead of UTC: 7, 8 or 9.
        public var utcOffset: Int {
            switch self {
            case .wib: 7
            case .wita: 8
            case .wit: 9
            }
        }
    }

    public let code: RegionCode
    /// The official name in full: `Kabupaten Bandung`, `Kota Administrasi Jakarta Pusat`, `Daerah Istimewa Yogyakarta`.
    public let name: String
    /// The name without its kind: `Bandung`; of a province the everyday name: `DI Yogyakarta`.
    public let baseName: String
    public let kind: Kind
    /// The seat of its government.
    public let capital: String
    /// A point inside the region, good for a map label.
    public let centre: Coordinate
    /// People registered by the civil registry (Dukcapil) in the second half of 2024.
    public let population: Int
    /// Whether the regency is among the 62 underdeveloped regions (*daerah tertinggal*) of Presidential Regulation 63 of 2020, for 2020 to 2024.
    public let isUnderdeveloped: Bool
    /// The official time; of the nation that of its capital.
    public let timeZone: TimeZone
    /// The code of Statistics Indonesia (BPS), which is not the ministry's: nil where BPS gave new codes when Papua was divided.
    public let bpsCode: String?

    public var id: RegionCode { code }

    public var level: Level {
        switch kind {
        case .nation: .nation
        case .province: .province
        case .regency, .city: .regency
        }
    }

    /// Whether it is a part of Jakarta without a council of its own (*kota* or *kabupaten administrasi*).
    public var isAdministrative: Bool {
        level == .regency && code.rawValue.hasPrefix("31")
    }

    /// The islands it belongs to; nil for the nation.
    public var islandGroup: IslandGroup? {
        IslandGroup(of: code)
    }
}
