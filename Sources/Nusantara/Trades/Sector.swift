/// The kind of business in the words of the field: coarser than KBLI, finer than its sections.
public enum Sector: String, Sendable, Hashable, CaseIterable {
    case kuliner, minuman, perikanan, agro, fesyen, kriya, kecantikan, furnitur, logam, bangunan
    case rumahTangga, perdagangan, daring, jasa, wisata

    /// The name in Indonesian.
    public var name: String {
        switch self {
        case .kuliner: "Kuliner"
        case .minuman: "Minuman"
        case .perikanan: "Olahan ikan"
        case .agro: "Pertanian dan peternakan"
        case .fesyen: "Fesyen"
        case .kriya: "Kriya"
        case .kecantikan: "Kecantikan"
        case .furnitur: "Mebel"
        case .logam: "Logam"
        case .bangunan: "Bahan bangunan"
        case .rumahTangga: "Kebutuhan rumah tangga"
        case .perdagangan: "Perdagangan"
        case .daring: "Jualan daring"
        case .jasa: "Jasa"
        case .wisata: "Wisata"
        }
    }

    /// The name in English.
    public var englishName: String {
        switch self {
        case .kuliner: "Food"
        case .minuman: "Drinks"
        case .perikanan: "Fish products"
        case .agro: "Farming"
        case .fesyen: "Fashion"
        case .kriya: "Crafts"
        case .kecantikan: "Beauty"
        case .furnitur: "Furniture"
        case .logam: "Metalwork"
        case .bangunan: "Building materials"
        case .rumahTangga: "Household goods"
        case .perdagangan: "Retail"
        case .daring: "Online selling"
        case .jasa: "Services"
        case .wisata: "Tourism"
        }
    }
}
