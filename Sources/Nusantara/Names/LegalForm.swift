/// The form in which a business stands before the law, as far as its name tells.
public enum LegalForm: String, Sendable, Hashable, CaseIterable {
    case limitedCompany
    case soleProprietorCompany
    case limitedPartnership
    case partnership
    case tradingFirm
    case regionalCompany
    case cooperative
    case villageEnterprise
    case jointBusinessGroup
    case farmersGroup
    case homeIndustry
    case foundation

    /// As it is written before a name: `PT`, `CV`, `Koperasi`.
    public var abbreviation: String {
        switch self {
        case .limitedCompany: "PT"
        case .soleProprietorCompany: "PT Perorangan"
        case .limitedPartnership: "CV"
        case .partnership: "Fa"
        case .tradingFirm: "UD"
        case .regionalCompany: "PD"
        case .cooperative: "Koperasi"
        case .villageEnterprise: "BUM Desa"
        case .jointBusinessGroup: "KUB"
        case .farmersGroup: "Poktan"
        case .homeIndustry: "IRT"
        case .foundation: "Yayasan"
        }
    }

    /// The form that a word at the front or end of a name means.
    init?(word: String) {
        switch word {
        case "pt": self = .limitedCompany
        case "cv": self = .limitedPartnership
        case "fa", "firma": self = .partnership
        case "ud": self = .tradingFirm
        case "pd": self = .regionalCompany
        case "koperasi", "kop", "kopontren", "kpri", "kud", "ksu", "ksp": self = .cooperative
        case "bumdes", "bumdesa", "bumdesma": self = .villageEnterprise
        case "kub", "kube": self = .jointBusinessGroup
        case "poktan", "gapoktan", "kwt": self = .farmersGroup
        case "irt": self = .homeIndustry
        case "yayasan", "ys": self = .foundation
        default: return nil
        }
    }
}
