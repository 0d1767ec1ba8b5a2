/// What is known of one claim for telling whether two claims speak of the same business.
///
/// All text is expected in the folded form that Nusantara makes: lower-case ASCII, abbreviations written out, honorifics and legal forms
/// taken away. Identifiers are keyed hashes, so a record holds no number that could be dialled or looked up. Whatever is missing is nil
/// or empty and counts neither for nor against.
public struct LinkageRecord: Sendable, Hashable {
    /// The words that set the business apart: "mekar", "sari".
    public var businessName: [String]
    /// The words that say what it is: "warung", "katering".
    public var businessType: [String]
    /// Whether the name is one that thousands bear ("Barokah") or no name at all ("Warung Bu Sri").
    public var isGenericName: Bool
    /// The owner's name, in canonical spelling.
    public var owner: [String]
    /// Keyed hashes of the phone numbers.
    public var phones: [UInt64]
    /// Keyed hash of the population number (NIK) of the owner.
    public var nik: UInt64?
    /// Keyed hash of the business licence number (NIB).
    public var nib: UInt64?
    /// Keyed hash of the tax number (NPWP).
    public var npwp: UInt64?
    /// Keyed hash of the e-mail address.
    public var email: UInt64?
    /// Keyed hash of channel and account: equal only for the same account of the same marketplace.
    public var account: UInt64?
    /// The regency or city: 3204.
    public var region: UInt32?
    /// The district (kecamatan), folded.
    public var district: String?
    /// The village (desa or kelurahan), folded.
    public var village: String?
    /// The words of street, hamlet and building.
    public var addressWords: [String]
    /// The house number, folded: "12b".
    public var houseNumber: String?
    /// The neighbourhood (RT).
    public var rt: UInt8?
    /// The hamlet (RW).
    public var rw: UInt8?
    /// The postal code: 40123.
    public var postalCode: UInt32?
    /// The line of business, five digits of KBLI.
    public var trade: UInt32?
    /// Words for what it sells.
    public var products: [String]
    /// The owner's birth date, in days since 1970-01-01.
    public var birthDay: Int32?
    /// The owner's sex: 1 male, 2 female.
    public var sex: UInt8?
    /// Which partner's list the claim is from; a partner seldom lists one business twice.
    public var source: UInt32?

    public init(
        businessName: [String] = [], businessType: [String] = [], isGenericName: Bool = false, owner: [String] = [],
        phones: [UInt64] = [], nik: UInt64? = nil, nib: UInt64? = nil, npwp: UInt64? = nil, email: UInt64? = nil,
        account: UInt64? = nil, region: UInt32? = nil, district: String? = nil, village: String? = nil, addressWords: [String] = [],
        houseNumber: String? = nil, rt: UInt8? = nil, rw: UInt8? = nil, postalCode: UInt32? = nil, trade: UInt32? = nil,
        products: [String] = [], birthDay: Int32? = nil, sex: UInt8? = nil, source: UInt32? = nil
    ) {
        self.businessName = businessName
        self.businessType = businessType
        self.isGenericName = isGenericName
        self.owner = owner
        self.phones = phones
        self.nik = nik
        self.nib = nib
        self.npwp = npwp
        self.email = email
        self.account = account
        self.region = region
        self.district = district
        self.village = village
        self.addressWords = addressWords
        self.houseNumber = houseNumber
        self.rt = rt
        self.rw = rw
        self.postalCode = postalCode
        self.trade = trade
        self.products = products
        self.birthDay = birthDay
        self.sex = sex
        self.source = source
    }

    /// How many words of a list, and how many phones, are looked at and kept; a field of 10 MB costs no more than a field.
    public static let wordLimit = 12
    /// How many bytes of a word are looked at and kept.
    public static let wordLengthLimit = 32

    /// The words of the business name without those that only say where it is ("Mekar Sari, Cimekar") or that it is one of several
    /// ("official", "cabang"), unless nothing else is left.
    var nameBesidesPlace: [String] {
        let words = businessName.prefix(Self.wordLimit).filter { !Self.fillers.contains($0) && !isPlaceWord($0) }
        return words.isEmpty ? businessName : words
    }

    private func isPlaceWord(_ word: String) -> Bool {
        func names(_ place: String?) -> Bool {
            guard let place else { return false }
            return place == word
                || place.utf8.count > word.utf8.count
                    && place.utf8.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(word.utf8) }
        }
        return names(village) || names(district)
    }

    private static let fillers: Set<String> = [
        "official", "store", "shop", "olshop", "online", "id", "indonesia", "cabang", "pusat", "group", "grup", "asli", "original", "2",
        "3", "ii", "iii",
    ]
}
