/// A day or a season that changes what people buy: religious feasts, national days, school, and the days the marketplaces made.
public enum Feast: String, Sendable, Hashable, CaseIterable {
    // Movable
    case ramadan, idulFitri, idulAdha, islamicNewYear, maulid, israMikraj
    case imlek, nyepi, waisak
    case goodFriday, easter, ascension
    // Fixed
    case newYear, labourDay, pancasilaDay, independenceDay, christmas
    case cooperativeDay, umkmDay, batikDay
    case schoolYear
    // Sales
    case harbolnas, twinDate, payday

    /// What gives a feast its weight.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case religious, national, school, sales
    }

    public var kind: Kind {
        switch self {
        case .ramadan, .idulFitri, .idulAdha, .islamicNewYear, .maulid, .israMikraj, .imlek, .nyepi, .waisak, .goodFriday, .easter,
            .ascension,
            .christmas:
            .religious
        case .newYear, .labourDay, .pancasilaDay, .independenceDay, .cooperativeDay, .umkmDay, .batikDay: .national
        case .schoolYear: .school
        case .harbolnas, .twinDate, .payday: .sales
        }
    }

    /// Whether the Gregorian date differs from year to year, so that years are compared around the feast and not by month.
    public var isMovable: Bool {
        switch self {
        case .ramadan, .idulFitri, .idulAdha, .islamicNewYear, .maulid, .israMikraj, .imlek, .nyepi, .waisak, .goodFriday, .easter,
            .ascension,
            .schoolYear:
            true
        default: false
        }
    }

    /// Whether offices close.
    public var isPublicHoliday: Bool {
        switch self {
        case .ramadan, .cooperativeDay, .umkmDay, .batikDay, .schoolYear, .harbolnas, .twinDate, .payday: false
        default: true
        }
    }

    /// The name in Indonesian.
    public var name: String {
        switch self {
        case .ramadan: "Ramadan"
        case .idulFitri: "Idulfitri (Lebaran)"
        case .idulAdha: "Iduladha"
        case .islamicNewYear: "Tahun Baru Islam"
        case .maulid: "Maulid Nabi"
        case .israMikraj: "Isra Mikraj"
        case .imlek: "Tahun Baru Imlek"
        case .nyepi: "Nyepi"
        case .waisak: "Waisak"
        case .goodFriday: "Wafat Yesus Kristus"
        case .easter: "Paskah"
        case .ascension: "Kenaikan Yesus Kristus"
        case .newYear: "Tahun Baru"
        case .labourDay: "Hari Buruh"
        case .pancasilaDay: "Hari Lahir Pancasila"
        case .independenceDay: "Hari Kemerdekaan"
        case .christmas: "Natal"
        case .cooperativeDay: "Hari Koperasi"
        case .umkmDay: "Hari UMKM Nasional"
        case .batikDay: "Hari Batik Nasional"
        case .schoolYear: "Tahun ajaran baru"
        case .harbolnas: "Harbolnas"
        case .twinDate: "Tanggal kembar"
        case .payday: "Gajian"
        }
    }

    /// The name in English.
    public var englishName: String {
        switch self {
        case .ramadan: "Ramadan"
        case .idulFitri: "Eid al-Fitr (Lebaran)"
        case .idulAdha: "Eid al-Adha"
        case .islamicNewYear: "Islamic New Year"
        case .maulid: "Birthday of the Prophet"
        case .israMikraj: "Night Journey of the Prophet"
        case .imlek: "Lunar New Year"
        case .nyepi: "Day of Silence"
        case .waisak: "Vesak"
        case .goodFriday: "Good Friday"
        case .easter: "Easter"
        case .ascension: "Ascension Day"
        case .newYear: "New Year"
        case .labourDay: "Labour Day"
        case .pancasilaDay: "Pancasila Day"
        case .independenceDay: "Independence Day"
        case .christmas: "Christmas"
        case .cooperativeDay: "Cooperatives Day"
        case .umkmDay: "National MSME Day"
        case .batikDay: "National Batik Day"
        case .schoolYear: "New school year"
        case .harbolnas: "National Online Shopping Day"
        case .twinDate: "Twin date"
        case .payday: "Payday"
        }
    }
}
