/// What a column of a partner's list says about a business.
public enum ListField: String, CaseIterable, Codable, Sendable {
    /// The partner's own number for the business; the key by which a second upload changes only what changed.
    case externalID
    case businessName
    case ownerName
    case nik
    case nib
    case npwp
    case phone
    case email
    case address
    /// The neighbourhood: *dusun*, RT and RW.
    case hamlet
    case village
    case district
    /// Regency or city; the province may stand beside it in the same cell.
    case regency
    case province
    /// The code of a region by the Ministry of Home Affairs.
    case regionCode
    case postalCode
    /// The line of business, as a KBLI code or in words.
    case trade
    case product
    case birthDate
    case sex
    /// The day on which the partner registered the business, verified it or took it on.
    case joinedOn
    /// Whether the partner has verified the business: yes or no.
    case verified
    /// The business's account on the partner's channel: user name, shop number or address of its page.
    case account
    case listingCount
    case firstSaleOn
    case lastSaleOn
    case orderCount
    /// Rupiah in a year.
    case annualSales
    /// Business capital in rupiah, without land and building of the place of business (PP 7/2021, article 35).
    case capital
    case pirt
    case halal
    case nibIssuedOn
    case pirtIssuedOn
    case halalIssuedOn
    /// The day of the first export.
    case exportedOn
    case note
    /// A column that is known to be of no use here, such as the row number.
    case ignored

    /// Whether several columns may hold this field, for example two columns of phone numbers.
    public var allowsSeveralColumns: Bool {
        switch self {
        case .phone, .product, .trade, .note, .ignored: true
        default: false
        }
    }

    /// What the field is called on screen, in Indonesian.
    public var indonesianTitle: String { titles.indonesian }

    /// What the field is called on screen, in English.
    public var englishTitle: String { titles.english }

    private var titles: (indonesian: String, english: String) {
        switch self {
        case .externalID: ("Nomor dari mitra", "Partner's own number")
        case .businessName: ("Nama usaha", "Business name")
        case .ownerName: ("Nama pemilik", "Owner's name")
        case .nik: ("NIK", "NIK (identity number)")
        case .nib: ("NIB", "NIB (business number)")
        case .npwp: ("NPWP", "NPWP (tax number)")
        case .phone: ("Nomor telepon", "Phone number")
        case .email: ("Surel", "E-mail address")
        case .address: ("Alamat", "Address")
        case .hamlet: ("Dusun, RT/RW", "Hamlet, RT/RW")
        case .village: ("Desa/kelurahan", "Village")
        case .district: ("Kecamatan", "District")
        case .regency: ("Kabupaten/kota", "Regency or city")
        case .province: ("Provinsi", "Province")
        case .regionCode: ("Kode wilayah", "Region code")
        case .postalCode: ("Kode pos", "Postal code")
        case .trade: ("Jenis usaha", "Line of business")
        case .product: ("Produk", "Product")
        case .birthDate: ("Tanggal lahir", "Date of birth")
        case .sex: ("Jenis kelamin", "Sex")
        case .joinedOn: ("Tanggal bergabung", "Joined on")
        case .verified: ("Sudah diverifikasi", "Verified")
        case .account: ("Akun di kanal", "Account on the channel")
        case .listingCount: ("Jumlah produk tayang", "Number of listings")
        case .firstSaleOn: ("Penjualan pertama", "First sale on")
        case .lastSaleOn: ("Penjualan terakhir", "Last sale on")
        case .orderCount: ("Jumlah pesanan", "Number of orders")
        case .annualSales: ("Omzet setahun", "Annual sales")
        case .capital: ("Modal usaha", "Business capital")
        case .pirt: ("Nomor P-IRT", "P-IRT number")
        case .halal: ("Nomor sertifikat halal", "Halal certificate number")
        case .nibIssuedOn: ("Tanggal terbit NIB", "NIB issued on")
        case .pirtIssuedOn: ("Tanggal terbit P-IRT", "P-IRT issued on")
        case .halalIssuedOn: ("Tanggal sertifikat halal", "Halal certificate issued on")
        case .exportedOn: ("Tanggal ekspor pertama", "First export on")
        case .note: ("Keterangan", "Note")
        case .ignored: ("Tidak dipakai", "Not used")
        }
    }
}

extension ListField {
    /// The field that a person means who types `businessName`, `business-name`, `nama usaha` or `shop name`.
    public init?(named text: String) {
        let plain = text.lowercased().filter { $0.isLetter || $0.isNumber }
        if let field = Self.allCases.first(where: { $0.rawValue.lowercased() == plain }) {
            self = field
        } else if let best = HeaderVocabulary.candidates(for: HeaderWords(text)).first, best.score >= HeaderVocabulary.sure {
            self = best.field
        } else {
            return nil
        }
    }
}
