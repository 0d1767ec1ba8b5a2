/// The number of a halal certificate of BPJPH: `ID` and 14 to 17 digits. What the digits mean is not published; they are not read.
public struct HalalNumber: Sendable, Hashable {
    /// `ID` and the digits, without spaces.
    public let code: String

    public static func parse(_ text: String) -> Parsed<HalalNumber> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        guard let number = LetteredNumber(bytes, dropping: ["NO", "NOMOR", "HALAL", "BPJPH", "SERTIFIKAT"]),
            number.letters == Array("ID".utf8), (14...17).contains(number.digits.count)
        else {
            return .refused(
                Notice(
                    "halal.format", "Nomor sertifikat halal dari BPJPH diawali ID lalu 14 sampai 17 angka. Salin lagi dari sertifikat.",
                    "A halal certificate number of BPJPH is ID and 14 to 17 digits. Copy it again from the certificate."))
        }
        return .value(HalalNumber(code: "ID" + String(latin: number.digits)), notices: [])
    }
}
