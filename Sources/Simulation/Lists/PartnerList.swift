/// The five lists that partners send, each of another kind and in another shape.
public enum PartnerList: String, Sendable, CaseIterable {
    /// A marketplace: English headers, commas, UTF-8.
    case shopee
    /// A marketplace: Indonesian headers, semicolons, Windows-1252.
    case tokopedia
    /// A food delivery service: tabs, no province.
    case gofood
    /// The district offices for co-operatives: a workbook with lines of title above the header.
    case dinasKoperasi = "dinas-koperasi"
    /// A training provider: a list of people, with what they say of their business.
    case dts

    /// The word by which the partner is known to the system.
    public var code: String { rawValue }

    /// The name that people read.
    public var name: String {
        switch self {
        case .shopee: "Shopee"
        case .tokopedia: "Tokopedia"
        case .gofood: "GoFood"
        case .dinasKoperasi: "Dinas Koperasi dan UKM"
        case .dts: "Digital Talent Scholarship"
        }
    }

    /// The name of the file.
    public var fileName: String {
        switch self {
        case .shopee, .tokopedia, .dts: "\(code).csv"
        case .gofood: "\(code).tsv"
        case .dinasKoperasi: "\(code).xlsx"
        }
    }

    /// Whether the list is of accounts that sell online.
    public var isChannel: Bool {
        switch self {
        case .shopee, .tokopedia, .gofood: true
        case .dinasKoperasi, .dts: false
        }
    }

    /// Its place among the lists, from 0.
    var number: Int {
        switch self {
        case .shopee: 0
        case .tokopedia: 1
        case .gofood: 2
        case .dinasKoperasi: 3
        case .dts: 4
        }
    }
}
