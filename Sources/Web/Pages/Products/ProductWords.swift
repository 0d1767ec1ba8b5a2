import Catalogue
import Marketplaces
import Nusantara

extension Phrase {
    init(_ notice: Nusantara.Notice) {
        self.init(notice.indonesian, notice.english)
    }

    init(_ problem: ReadinessProblem) {
        self.init(problem.indonesian, problem.english)
    }

    /// `Rp15.000`
    static func rupiah(_ amount: Int) -> Phrase {
        Phrase("Rp" + Language.indonesian.number(Int64(amount)), "Rp" + Language.english.number(Int64(amount)))
    }

    static func category(_ key: String?) -> Phrase? {
        key.flatMap { ProductTaxonomy.shipped[$0] }.map { Phrase($0.indonesian, $0.english) }
    }
}

extension Product {
    /// The lowest price, or the lowest and the highest.
    var priceWords: Phrase {
        let prices = variants.filter(\.isOffered).map(\.price)
        guard let low = prices.min(), let high = prices.max() else { return Phrase("–", "–") }
        guard low < high else { return .rupiah(low) }
        let (first, last) = (Phrase.rupiah(low), Phrase.rupiah(high))
        return Phrase("\(first.indonesian) – \(last.indonesian)", "\(first.english) – \(last.english)")
    }
}

extension ReadinessProblem.Field {
    /// Where the form mends it.
    var anchor: String {
        switch self {
        case .title: "title"
        case .description: "description"
        case .brand: "brand"
        case .category: "category"
        case .photos: "foto"
        case .variants, .price, .stock: "v0-price"
        case .parcel: "weight"
        case .permits: "halal"
        }
    }
}

extension ListingState {
    var phrase: Phrase {
        switch self {
        case .reviewing: Phrase("sedang diperiksa", "under review")
        case .live: Phrase("tayang", "live")
        case .hidden: Phrase("disembunyikan", "hidden")
        case .refused: Phrase("ditolak", "refused")
        case .deleted: Phrase("dihapus", "deleted")
        }
    }

    var mark: Badge.Kind {
        switch self {
        case .live: .good
        case .reviewing, .hidden: .neutral
        case .refused, .deleted: .bad
        }
    }
}

extension StockMovement.Kind {
    var phrase: Phrase {
        switch self {
        case .received: Phrase("masuk", "received")
        case .counted: Phrase("dihitung", "counted")
        case .withdrawn: Phrase("keluar", "withdrawn")
        case .reserved: Phrase("dipesan", "reserved")
        case .released: Phrase("batal dipesan", "released")
        case .shipped: Phrase("dikirim", "shipped")
        case .returned: Phrase("dikembalikan", "returned")
        }
    }
}

/// The channels for which products are checked, in the order in which they are shown: those that are open first.
enum ShownChannels {
    static let all: [Channel] = [.page, .shopee, .tikTokShop, .tokopedia, .blibli, .goFood, .google, .meta]
}
