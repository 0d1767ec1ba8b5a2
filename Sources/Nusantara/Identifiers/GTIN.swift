/// The number under a bar code: 8, 12, 13 or 14 digits, the last of them a check digit. Source: GS1 General Specifications, section 7.9.
public struct GTIN: Sendable, Hashable {
    /// The digits as printed.
    public let digits: String

    /// The same number in 14 digits, by which printed forms of any length compare equal.
    public var digits14: String { String(repeating: "0", count: 14 - digits.utf8.count) + digits }

    /// Whether GS1 Indonesia gave out the prefix (899). Tells where the number was registered, not where the product was made.
    public var isIndonesian: Bool { digits14.dropFirst().hasPrefix("899") }

    public static func parse(_ text: String) -> Parsed<GTIN> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        let reading = DigitReading(bytes)
        if reading.lostDigits {
            return .refused(
                Notice(
                    "gtin.spreadsheet",
                    "Kode batang rusak karena spreadsheet menyimpannya sebagai bilangan. Ubah format kolom menjadi teks, lalu pindai ulang.",
                    "The spreadsheet stored this bar code as a number and digits are lost. Format the column as text and scan it again."))
        }
        let digits = reading.digits
        guard reading.stranger == nil, [8, 12, 13, 14].contains(digits.count) else {
            return .refused(
                Notice(
                    "gtin.length",
                    "Kode batang (GTIN) harus 8, 12, 13 atau 14 angka; di sini ada \(digits.count). Pindai atau ketik ulang.",
                    "A GTIN has 8, 12, 13 or 14 digits; this one has \(digits.count). Scan or type it again."))
        }
        guard checkDigit(of: digits.dropLast()) == digits[digits.count - 1] else {
            return .refused(
                Notice(
                    "gtin.check", "Angka terakhir kode batang tidak cocok dengan angka lainnya; ada yang salah ketik. Pindai ulang.",
                    "The last digit of this bar code does not agree with the others; one is mistyped. Scan it again."))
        }
        return .value(GTIN(digits: String(latin: digits)), notices: [])
    }

    /// The ASCII digit that completes the digits before it: weights 3 and 1 from the right.
    static func checkDigit(of digits: some BidirectionalCollection<UInt8>) -> UInt8 {
        var sum = 0
        var weight = 3
        for digit in digits.reversed() {
            sum += Int(digit - 0x30) * weight
            weight = 4 - weight
        }
        return UInt8(ascii: "0") + UInt8((10 - sum % 10) % 10)
    }
}
