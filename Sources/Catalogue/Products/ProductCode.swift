/// A seller's code for those who have none: short, readable and free.
enum ProductCode {
    /// `Keripik Tempe Pedas 250 g` → `KERIPIK-TEMPE-PEDAS`, or with a number behind it if another product has that.
    static func of(_ title: String, without taken: Set<String>) -> String {
        let words = title.split { !$0.isLetter && !$0.isNumber }.prefix(3).map { ascii(String($0)) }.filter { !$0.isEmpty }
        return free(words.isEmpty ? "PRODUK" : String(words.joined(separator: "-").prefix(40)), without: taken)
    }

    /// `Pedas Manis` → `PEDASM`
    static func short(_ option: String) -> String {
        let short = String(ascii(option).prefix(6))
        return short.isEmpty ? "X" : short
    }

    /// The code itself, or with the smallest number from 2 on that makes it free.
    static func free(_ code: String, without taken: Set<String>) -> String {
        guard taken.contains(code) else { return code }
        var number = 2
        while taken.contains("\(code)-\(number)") { number += 1 }
        return "\(code)-\(number)"
    }

    private static func ascii(_ text: String) -> String {
        String(text.uppercased().unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) })
    }
}
