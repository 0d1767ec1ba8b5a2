/// The registration number of a product with the food and drug agency (BPOM): two letters for the kind, then digits.
public struct BPOMNumber: Sendable, Hashable {
    /// What is registered.
    public enum Kind: String, Sendable, Hashable {
        case processedFood, importedFood, cosmetic, traditionalMedicine, supplement
    }

    public let kind: Kind
    /// The letters and digits without spaces: `MD224510001234`.
    public let code: String

    public static func parse(_ text: String) -> Parsed<BPOMNumber> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        guard let number = LetteredNumber(bytes, dropping: ["BPOM", "POM", "RI", "NO", "NOMOR", "REG", "NIE"]) else {
            return .refused(format)
        }
        let letters = String(latin: number.letters)
        let found: (kind: Kind, lengths: [Int])? =
            switch letters {
            case "MD": (.processedFood, [12, 15])
            case "ML": (.importedFood, [12, 15])
            case "NA", "NB", "NC", "ND", "NE": (.cosmetic, [11])
            case "TR", "TI": (.traditionalMedicine, [9])
            case "SD", "SI": (.supplement, [9])
            default: nil
            }
        guard let found, found.lengths.contains(number.digits.count) else { return .refused(format) }
        return .value(BPOMNumber(kind: found.kind, code: letters + String(latin: number.digits)), notices: [])
    }

    private static let format = Notice(
        "bpom.format",
        "Nomor BPOM adalah huruf jenis (MD/ML 12 atau 15 angka, NA–NE 11 angka, TR/TI atau SD/SI 9 angka). Salin lagi dari kemasan.",
        "A BPOM number is its kind and digits (MD/ML 12 or 15, NA–NE 11, TR/TI or SD/SI 9). Copy it again from the package.")
}
