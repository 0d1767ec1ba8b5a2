/// A postal address as lists hold it, taken apart for comparison.
///
/// Nothing but the parts that the text names is filled in; house numbers are often missing, and landmarks stand for them.
public struct PostalAddress: Sendable, Hashable {
    /// Words of the street, lane or housing estate, canonical: `mawar`, `gang 3`.
    public let street: [String]
    /// `12`, `12a`, `blok c 4`
    public let houseNumber: String?
    /// The neighbourhood (*rukun tetangga*), without leading zeros.
    public let rt: String?
    /// The group of neighbourhoods (*rukun warga*), without leading zeros.
    public let rw: String?
    /// Dusun, dukuh, kampung, lingkungan, banjar or jorong.
    public let hamlet: String?
    /// Desa, kelurahan, nagari, gampong …
    public let village: String?
    /// Kecamatan, distrik, kapanewon or kemantren.
    public let district: String?
    /// The regency or city with its kind, as far as the text tells it: `kabupaten bandung`.
    public let regencyText: String?
    public let provinceText: String?
    /// Five digits.
    public let postalCode: String?
    /// What stands after *depan*, *dekat*, *samping* and the like.
    public let landmark: String?
    /// Canonical words for comparison: all names and numbers of the address without the words that announce them.
    public let tokens: [String]
    /// The regency or city, else the province, that the text names; nil when it names none or is ambiguous.
    public let region: RegionCode?

    /// Reads an address.
    ///
    /// - Parameter within: the region in which the address is known to lie, from another column; it settles ambiguous names.
    public static func parse(_ text: String, within: RegionCode?) -> Parsed<PostalAddress> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        guard bytes.count <= 2000 else { return .refused(.tooLong("address.long")) }
        guard bytes.contains(where: \.isLatinWord) else {
            return .refused(
                Notice(
                    "address.letters", "Alamat ini tidak berisi huruf Latin. Tulis nama jalan, desa dan kecamatannya.",
                    "This address holds no Latin letters. Write its street, village and district."))
        }
        if bytes.contains(UInt8(ascii: "@")), !bytes.contains(UInt8(ascii: " ")) {
            return .refused(
                Notice(
                    "address.email", "Kolom alamat berisi alamat surel. Mungkin kolomnya tertukar.",
                    "The address column holds an e-mail address. Columns may be swapped."))
        }
        var reader = AddressReader(bytes)
        reader.read()
        var notices: [Notice] = []
        let region = reader.resolveRegion(within: within, &notices)
        let address = PostalAddress(
            street: reader.street, houseNumber: reader.houseNumber, rt: reader.rt, rw: reader.rw, hamlet: reader.text(of: .hamlet),
            village: reader.text(of: .village), district: reader.text(of: .district), regencyText: reader.regencyText,
            provinceText: reader.text(of: .province), postalCode: reader.postalCode, landmark: reader.text(of: .landmark),
            tokens: reader.tokens, region: region)
        return .value(address, notices: notices)
    }
}
