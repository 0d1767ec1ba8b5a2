/// The business number that the OSS system issues: 13 digits, without a published check digit. Source: PP 28/2025 (before it PP 5/2021).
public struct NIB: Sendable, Hashable {
    /// Thirteen digits; a leading zero is part of the number.
    public let digits: String

    public static func parse(_ text: String) -> Parsed<NIB> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        let reading = DigitReading(bytes, label: "nib", confusions: true)
        if reading.lostDigits {
            return .refused(
                Notice(
                    "nib.spreadsheet",
                    "NIB rusak karena spreadsheet menyimpannya sebagai bilangan. Ubah format kolom menjadi teks, lalu ketik ulang 13 angkanya.",
                    "The spreadsheet stored this NIB as a number and digits are lost. Format the column as text and type its 13 digits again."
                ))
        }
        if reading.stranger != nil {
            return .refused(
                Notice(
                    "nib.characters", "NIB hanya berisi angka; di sini ada huruf atau tanda lain. Ketik ulang 13 angkanya.",
                    "A NIB holds digits only; there are letters or other signs here. Type its 13 digits again."))
        }
        guard reading.digits.count == 13 else {
            let hint = reading.digits.count == 12 ? " Bila diawali 0, ketik juga 0 itu." : ""
            let englishHint = reading.digits.count == 12 ? " If it begins with 0, type that 0 too." : ""
            return .refused(
                Notice(
                    "nib.length", "NIB harus 13 angka; di sini ada \(reading.digits.count). Ketik ulang sebagai teks.\(hint)",
                    "A NIB has 13 digits; this one has \(reading.digits.count). Type it again as text.\(englishHint)"))
        }
        let notices =
            reading.mendedLetters
            ? [
                Notice(
                    "nib.letters", "Huruf yang mirip angka (O, I, S, B) dibaca sebagai angka. Cocokkan dengan surat NIB.",
                    "Letters that look like digits (O, I, S, B) were read as digits. Compare with the NIB certificate.")
            ] : []
        return .value(NIB(digits: String(latin: reading.digits)), notices: notices)
    }
}
