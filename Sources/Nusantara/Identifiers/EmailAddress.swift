/// An e-mail address that could be delivered to. Checked lightly: only a letter that arrives proves more.
public struct EmailAddress: Sendable, Hashable {
    /// In small letters.
    public let address: String

    /// `b***@gmail.com`
    public var masked: String {
        guard let at = address.lastIndex(of: "@") else { return "***" }
        return address.prefix(1) + "***" + address[at...]
    }

    public static func parse(_ text: String) -> Parsed<EmailAddress> {
        var bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        bytes = bytes.filter { $0 != UInt8(ascii: " ") }.map(\.latinSmall)
        if bytes.starts(with: Array("mailto:".utf8)) { bytes.removeFirst(7) }
        while let last = bytes.last, !last.isLatinWord { bytes.removeLast() }
        while let first = bytes.first, !first.isLatinWord, first != UInt8(ascii: "_") { bytes.removeFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return .refused(parts.count < 2 ? at : several) }
        var notices: [Notice] = []
        var domain = Array(parts[1])
        if let comma = domain.firstIndex(of: UInt8(ascii: ",")) {
            domain[comma] = UInt8(ascii: ".")
            notices.append(
                Notice(
                    "email.comma", "Koma di alamat surel dibaca sebagai titik. Periksa kembali.",
                    "A comma in the address was read as a dot. Please check."))
        }
        guard isLocal(parts[0]), isDomain(domain) else { return .refused(format) }
        if let meant = misspelt[String(latin: domain)] {
            notices.append(
                Notice(
                    "email.domain", "Mungkin maksudnya @\(meant). Tanyakan kepada pemiliknya.",
                    "Perhaps @\(meant) was meant. Ask the owner."))
        }
        return .value(EmailAddress(address: String(latin: parts[0]) + "@" + String(latin: domain)), notices: notices)
    }

    private static func isLocal(_ part: ArraySlice<UInt8>) -> Bool {
        guard (1...64).contains(part.count), part.first != UInt8(ascii: "."), part.last != UInt8(ascii: ".") else { return false }
        let signs = Array("!#$%&'*+/=?^_`{|}~-.".utf8)
        return part.allSatisfy { $0.isLatinWord || signs.contains($0) }
    }

    private static func isDomain(_ domain: [UInt8]) -> Bool {
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, domain.count <= 253, let last = labels.last, last.count >= 2, last.allSatisfy(\.isLatinLetter) else {
            return false
        }
        return labels.allSatisfy { label in
            guard let first = label.first, let last = label.last, label.count <= 63, first.isLatinWord, last.isLatinWord else {
                return false
            }
            return label.allSatisfy { $0.isLatinWord || $0 == UInt8(ascii: "-") }
        }
    }

    private static let misspelt = [
        "gmail.con": "gmail.com", "gmail.co": "gmail.com", "gmail.cm": "gmail.com", "gmial.com": "gmail.com", "gmai.com": "gmail.com",
        "gamil.com": "gmail.com", "gmail.comm": "gmail.com", "gmil.com": "gmail.com", "gnail.com": "gmail.com", "gmail.coml": "gmail.com",
        "yaho.com": "yahoo.com", "yahoo.con": "yahoo.com", "yhoo.com": "yahoo.com", "ymail.con": "ymail.com", "yahoo.co": "yahoo.com",
    ]
    private static let at = Notice(
        "email.at", "Alamat surel harus punya satu tanda @, seperti nama@contoh.id.", "An e-mail address has one @, as in name@example.id.")
    private static let several = Notice(
        "email.several", "Ada lebih dari satu tanda @. Isi satu alamat surel saja.", "There is more than one @. Enter one address only.")
    private static let format = Notice(
        "email.format", "Alamat surel ini tidak mungkin benar. Bentuknya nama@contoh.id.",
        "This e-mail address cannot be right. It looks like name@example.id.")
}
