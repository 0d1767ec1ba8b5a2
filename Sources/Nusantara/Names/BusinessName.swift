/// The name of a business as lists hold it, taken apart for comparison.
public struct BusinessName: Sendable, Hashable {
    /// Tidied as its owner would write it.
    public let display: String
    /// The legal form, when the name tells one.
    public let legalForm: LegalForm?
    /// The words for the kind of place or trade, in one spelling each and the order of the name: `warung`, `bakso`.
    public let typeWords: [String]
    /// The words that tell this business from others of its kind, folded and in modern spelling.
    public let coreTokens: [String]
    /// A person named in brackets behind the name: `Toko Sembako <Budi>`.
    public let ownerInBrackets: String?
    /// Whether the name tells this business from no other: only words for the kind of trade, or a phrase such as *tidak ada nama*.
    public let isGeneric: Bool

    /// Reads a name. Refused are cells that hold no letter or digit of the Latin script.
    public static func parse(_ text: String) -> Parsed<BusinessName> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        guard bytes.count <= 400 else { return .refused(.tooLong("business.long")) }
        guard bytes.contains(where: \.isLatinWord) else {
            return .refused(
                Notice(
                    "business.letters", "Nama usaha ini tidak berisi huruf Latin. Tulis nama yang dikenal pembeli.",
                    "This business name holds no Latin letters. Write the name that customers know."))
        }
        var reader = BusinessNameReader(bytes)
        reader.read()
        let generic = reader.core.isEmpty
        let notices =
            generic
            ? [
                Notice(
                    "business.generic", "Nama ini hanya menyebut jenis usaha. Tambahkan nama yang membedakan, misalnya nama pemiliknya.",
                    "This name tells only the kind of trade. Add what sets it apart, such as the owner's name.")
            ] : []
        let name = BusinessName(
            display: NameCase.tidied(text, bytes, written: reader.written), legalForm: reader.legalForm, typeWords: reader.types,
            coreTokens: reader.core, ownerInBrackets: reader.owner, isGeneric: generic)
        return .value(name, notices: notices)
    }
}
