/// The sex that civil papers record.
public enum Sex: String, Sendable, Hashable, CaseIterable {
    case male
    case female

    /// Reads `L`/`P`, `laki-laki`, `perempuan`, `pria`, `wanita`, `M`/`F`, and the codes `1` and `2` of census forms.
    ///
    /// `P` is *perempuan* as on every Indonesian form, never *pria*.
    public static func parse(_ text: String) -> Parsed<Sex> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        var word: [UInt8] = []
        for byte in bytes where byte.isLatinWord { word.append(byte.latinSmall) }
        switch String(latin: word) {
        case "l", "lk", "lki", "laki", "lakilaki", "laki2", "pria", "cowok", "cowo", "m", "male", "man": return .value(.male, notices: [])
        case "p", "pr", "prp", "perempuan", "perempuam", "wanita", "cewek", "cewe", "w", "f", "female", "woman":
            return .value(.female, notices: [])
        case "1": return .value(.male, notices: [codeNotice])
        case "2": return .value(.female, notices: [codeNotice])
        default:
            return .refused(
                Notice("sex.unknown", "Jenis kelamin tidak terbaca. Isi L atau P.", "The sex cannot be read. Enter L (male) or P (female).")
            )
        }
    }

    private static let codeNotice = Notice(
        "sex.code", "Kode 1 dibaca laki-laki dan 2 perempuan. Periksa apakah daftar ini memang memakai kode itu.",
        "Code 1 was read as male and 2 as female. Check that the list uses these codes.")
}
