/// Counts of things: workers, pieces, members.
public enum WholeNumber {
    /// Reads a quantity: `12`, `1.200`, `12,0`, `12 orang`. A word behind the number is left aside with a notice.
    ///
    /// A dot before three digits parts thousands. Fractions other than zero are refused, as are numbers below zero.
    public static func parse(_ text: String) -> Parsed<Int> {
        let bytes = Latin.bytes(of: text).map(\.latinSmall)
        if Absence.holds(bytes, zero: false) { return .absent }
        guard bytes.count <= 200 else { return .refused(.tooLong("number.long")) }
        var position = 0
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "'") { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") { return .refused(negative) }
        guard let number = WrittenNumber(bytes, at: &position) else { return .refused(unreadable) }
        if number.hasFraction(beyond: 0) { return .refused(fraction) }
        guard let value = number.scaled(by: 0) else { return .refused(unreadable) }
        let rest = bytes[position...]
        if rest.contains(where: \.isLatinDigit) { return .refused(unreadable) }
        var notices: [Notice] = number.isDoubtful ? [separator] : []
        if rest.contains(where: \.isLatinLetter) { notices.append(unit) }
        return .value(Int(value), notices: notices)
    }

    private static let unreadable = Notice(
        "number.unreadable", "Jumlah ini tidak terbaca. Isi satu angka bulat, misalnya 12.",
        "This count cannot be read. Enter one whole number, for example 12.")
    private static let negative = Notice(
        "number.negative", "Jumlah tidak boleh kurang dari nol.", "A count is never below zero.")
    private static let fraction = Notice(
        "number.fraction", "Jumlah harus angka bulat, tanpa pecahan.", "A count is a whole number, without a fraction.")
    private static let separator = Notice(
        "number.separator", "Koma dibaca sebagai pemisah ribuan. Periksa hasilnya.",
        "A comma was read as parting thousands. Check the result.")
    private static let unit = Notice(
        "number.unit", "Kata di belakang angka diabaikan. Isi angkanya saja.",
        "The word behind the number was left aside. Enter the number only.")
}
