/// The national merchant id behind a QRIS code: `ID` and 13 digits. An owner may have several.
public struct QRISNMID: Sendable, Hashable {
    /// `ID` and the digits.
    public let code: String

    public static func parse(_ text: String) -> Parsed<QRISNMID> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        guard let number = LetteredNumber(bytes, dropping: ["NMID", "QRIS", "NO", "NOMOR"]),
            number.letters == Array("ID".utf8), number.digits.count == 13
        else {
            return .refused(
                Notice(
                    "nmid.format", "NMID adalah ID lalu 13 angka, tercetak di bawah nama pada stiker QRIS. Salin lagi dari sana.",
                    "An NMID is ID and 13 digits, printed below the name on the QRIS sticker. Copy it again from there."))
        }
        return .value(QRISNMID(code: "ID" + String(latin: number.digits)), notices: [])
    }
}
