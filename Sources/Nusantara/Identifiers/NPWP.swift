/// A taxpayer number in any of its shapes: the 15 digits used until 2024, the 16 digits of PMK 112/2022 (a zero before the old number, or
/// the NIK of a resident), and the 22 digits of a place of business (NITKU).
public struct NPWP: Sendable, Hashable {
    /// Sixteen digits: the number without its branch.
    public let digits: String
    /// The six digits of the place of business after a NITKU, or the three of the branch after an old number; nil when there are none.
    public let branch: String?

    /// Whether the number is the NIK of its holder, and as personal as that.
    public var isNIK: Bool { digits.utf8.first != UInt8(ascii: "0") }

    /// `0021********0000`: the beginning and the end.
    public var masked: String { digits.prefix(4) + "********" + digits.suffix(4) }

    /// Reads any of the shapes, with or without dots and dashes.
    ///
    /// - Parameter today: the day on which the age in a NIK is judged.
    public static func parse(_ text: String, today: CalendarDate) -> Parsed<NPWP> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        let reading = DigitReading(bytes, label: "npwp", confusions: true)
        if reading.lostDigits {
            return .refused(
                Notice(
                    "npwp.spreadsheet",
                    "NPWP rusak karena spreadsheet menyimpannya sebagai bilangan. Ubah format kolom menjadi teks, lalu ketik ulang.",
                    "The spreadsheet stored this NPWP as a number and digits are lost. Format the column as text and type it again."))
        }
        if reading.stranger != nil {
            return .refused(
                Notice(
                    "npwp.characters", "NPWP hanya berisi angka, titik dan tanda hubung. Ketik ulang dari kartu NPWP.",
                    "An NPWP holds digits, dots and a dash only. Type it again from the card."))
        }
        var notices: [Notice] = []
        if reading.mendedLetters {
            notices.append(
                Notice(
                    "npwp.letters", "Huruf yang mirip angka (O, I, S, B) dibaca sebagai angka. Cocokkan dengan kartu NPWP.",
                    "Letters that look like digits (O, I, S, B) were read as digits. Compare with the card."))
        }
        let digits = reading.digits
        switch digits.count {
        case 15: return old(digits, notices)
        case 14 where passesLuhn([UInt8(ascii: "0")] + digits[0..<8]):
            notices.append(
                Notice(
                    "npwp.lost-zero", "Angka 0 di depan NPWP hilang dan sudah dikembalikan; angka kontrolnya cocok.",
                    "The leading 0 of this NPWP was lost and has been put back; the check digit agrees."))
            return old([UInt8(ascii: "0")] + digits, notices)
        case 16, 22:
            let branch = digits.count == 22 ? String(latin: digits[16...]) : nil
            return sixteen(Array(digits[0..<16]), branch: branch, notices, today: today)
        default:
            return .refused(
                Notice(
                    "npwp.length", "NPWP harus 15 atau 16 angka (22 untuk NITKU); di sini ada \(digits.count). Ketik ulang sebagai teks.",
                    "An NPWP has 15 or 16 digits (22 for a NITKU); this one has \(digits.count). Type it again as text."))
        }
    }

    private static func old(_ digits: [UInt8], _ notices: [Notice]) -> Parsed<NPWP> {
        guard passesLuhn(digits[0..<9]) else { return .refused(check) }
        return .value(NPWP(digits: "0" + String(latin: digits[0..<15]), branch: String(latin: digits[12...])), notices: notices)
    }

    private static func sixteen(_ digits: [UInt8], branch: String?, _ notices: [Notice], today: CalendarDate) -> Parsed<NPWP> {
        if digits[0] == UInt8(ascii: "0") {
            guard passesLuhn(digits[1..<10]) else { return .refused(check) }
            return .value(NPWP(digits: String(latin: digits), branch: branch ?? String(latin: digits[13...])), notices: notices)
        }
        switch NIK.parse(DigitReading(digits), today: today) {
        case .value(let nik, let found): return .value(NPWP(digits: nik.digits, branch: branch), notices: notices + found)
        case .refused(let notice): return .refused(notice)
        case .absent: return .absent
        }
    }

    /// The check of ISO/IEC 7812-1, annex B, over the digits including the check digit at the end.
    static func passesLuhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
        var sum = 0
        var doubled = false
        for digit in digits.reversed() {
            let value = Int(digit - 0x30) * (doubled ? 2 : 1)
            sum += value > 9 ? value - 9 : value
            doubled.toggle()
        }
        return sum % 10 == 0
    }

    private static let check = Notice(
        "npwp.check", "Angka kontrol NPWP (angka ke-9) tidak cocok; ada angka yang salah ketik. Cocokkan dengan kartu NPWP.",
        "The check digit of this NPWP (the ninth) does not agree; a digit is mistyped. Compare it with the card.")
}
