/// The great island groups by which the country's figures are compared.
public enum IslandGroup: String, Sendable, Hashable, CaseIterable {
    case sumatra, java, baliNusaTenggara, kalimantan, sulawesi, maluku, papua

    /// The group a code belongs to; its first digit counts the groups from west to east.
    init?(of code: RegionCode) {
        switch code.rawValue.utf8.first {
        case UInt8(ascii: "1"), UInt8(ascii: "2"): self = .sumatra
        case UInt8(ascii: "3"): self = .java
        case UInt8(ascii: "5"): self = .baliNusaTenggara
        case UInt8(ascii: "6"): self = .kalimantan
        case UInt8(ascii: "7"): self = .sulawesi
        case UInt8(ascii: "8"): self = .maluku
        case UInt8(ascii: "9"): self = .papua
        default: return nil
        }
    }

    /// The name in Indonesian.
    public var name: String {
        switch self {
        case .sumatra: "Sumatera"
        case .java: "Jawa"
        case .baliNusaTenggara: "Bali dan Nusa Tenggara"
        case .kalimantan: "Kalimantan"
        case .sulawesi: "Sulawesi"
        case .maluku: "Maluku"
        case .papua: "Papua"
        }
    }

    /// The name in English.
    public var englishName: String {
        switch self {
        case .sumatra: "Sumatra"
        case .java: "Java"
        case .baliNusaTenggara: "Bali and Nusa Tenggara"
        case .kalimantan, .sulawesi, .maluku, .papua: name
        }
    }
}
