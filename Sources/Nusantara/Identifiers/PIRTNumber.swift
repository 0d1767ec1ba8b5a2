/// The permit number of food made at home (SPP-IRT): 15 digits printed as 13-2, or 12 digits from before 2014. Source: PerBPOM 22/2018.
public struct PIRTNumber: Sendable, Hashable {
    /// Fifteen digits, or twelve of the old kind.
    public let digits: String

    /// Whether the number is of the kind given before 2014, which carries no year.
    public var isOld: Bool { digits.utf8.count == 12 }

    /// `3063306010072-19`
    public var formatted: String { isOld ? digits : digits.prefix(13) + "-" + digits.suffix(2) }

    /// The year in which the permit ends; nil for old numbers.
    public var expiryYear: Int? { isOld ? nil : 2000 + DigitReading.number(digits.utf8.suffix(2)) }

    /// What the food is packed in.
    public enum Packaging: Int, Sendable, Hashable {
        case glass = 1
        case plastic, carton, can, aluminiumFoil, other, composite, several
    }

    public var packaging: Packaging? { Packaging(rawValue: DigitReading.number(digits.utf8.prefix(1))) }

    public static func parse(_ text: String) -> Parsed<PIRTNumber> {
        var bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        let firstDigit = bytes.firstIndex(where: \.isLatinDigit) ?? bytes.count
        bytes.removeSubrange(..<firstDigit)
        let reading = DigitReading(bytes)
        if reading.lostDigits {
            return .refused(
                Notice(
                    "pirt.spreadsheet",
                    "Nomor P-IRT rusak karena spreadsheet menyimpannya sebagai bilangan. Ubah format kolom menjadi teks, lalu ketik ulang.",
                    "The spreadsheet stored this P-IRT number as a number and digits are lost. Format the column as text and type it again."
                ))
        }
        let count = reading.digits.count
        guard reading.stranger == nil, count == 15 || count == 12 else {
            let hint = count == 13 ? " Tambahkan dua angka tahun setelah tanda hubung." : ""
            let englishHint = count == 13 ? " Add the two digits of the year after the dash." : ""
            return .refused(
                Notice(
                    "pirt.length", "Nomor P-IRT harus 15 angka (13-2); di sini ada \(count).\(hint)",
                    "A P-IRT number has 15 digits (13-2); this one has \(count).\(englishHint)"))
        }
        let number = PIRTNumber(digits: String(latin: reading.digits))
        var notices: [Notice] = []
        if number.isOld {
            notices.append(
                Notice(
                    "pirt.old", "Ini nomor P-IRT lama (12 angka, sebelum 2014) dan sudah tidak berlaku. Minta nomor yang baru.",
                    "This is an old P-IRT number (12 digits, before 2014), no longer valid. Ask for the new one."))
        }
        if number.packaging == nil {
            notices.append(
                Notice(
                    "pirt.packaging", "Angka pertama P-IRT (jenis kemasan) harus 1 sampai 8. Cocokkan dengan sertifikat.",
                    "The first digit of a P-IRT number (packaging) is 1 to 8. Compare with the certificate."))
        }
        return .value(number, notices: notices)
    }
}
