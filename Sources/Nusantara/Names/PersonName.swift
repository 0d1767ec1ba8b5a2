/// A person's name as lists hold it, taken apart for comparison.
///
/// Indonesian names have no fixed order, often no family name, and sometimes one word. What can be compared are the words, once titles,
/// degrees and fashions of spelling are out of the way.
public struct PersonName: Sendable, Hashable {
    /// Tidied as a person would write it: one space between words, and capitals where the list had none or nothing else.
    public let display: String
    /// The words of the name: folded, in modern spelling, variants of Muhammad, Abdul and the like brought to one form.
    public let tokens: [String]
    /// Titles, degrees and forms of address found, as they are best written: `Hj.`, `S.E.`
    public let titles: [String]
    /// The words after *bin* or *binti*, in the form of ``tokens``. Left out of the tokens, for many lists leave them out.
    public let patronymic: [String]
    /// What stands in brackets, in quotes or after *alias*, in the form of ``tokens``.
    public let nicknames: [String]
    /// Each token folded by ear, for finding candidates.
    public let phonetic: [String]
    /// What titles and patronymic say about the sex.
    public let sexHint: Sex?

    /// Whether a token is a clan or house that thousands share, and so says little about who this is.
    public static func isClan(_ token: String) -> Bool {
        ClanNames.contains(token)
    }

    /// Whether a token says little for any other reason: the order of birth or caste in Bali, or one of the commonest names of all.
    public static func isLowInformation(_ token: String) -> Bool {
        commonWords.contains(token)
    }

    /// Reads a name. Refused are cells that hold an e-mail address or no letters at all.
    public static func parse(_ text: String) -> Parsed<PersonName> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        guard bytes.count <= 400 else { return .refused(.tooLong("name.long")) }
        if bytes.contains(UInt8(ascii: "@")) { return .refused(email) }
        guard bytes.contains(where: { $0.isLatinLetter || $0 == Latin.other }) else { return .refused(noLetters) }
        var reader = NameReader(bytes)
        reader.read()
        let name = PersonName(
            display: NameCase.tidied(text, bytes, written: reader.written),
            tokens: reader.tokens, titles: reader.titles, patronymic: reader.patronymic, nicknames: reader.nicknames,
            phonetic: reader.tokens.map(PhoneticFolding.key), sexHint: reader.sexHint)
        return .value(name, notices: reader.notices)
    }

    private static let commonWords = WordTable.set(
        """
        wayan made nyoman ketut gede putu kadek komang nengah luh ida bagus ayu anak agung gusti dewa desak ngurah cokorda istri alit raka
        muhammad ahmad abdul siti nur
        """)

    private static let email = Notice(
        "name.email", "Kolom nama berisi alamat surel. Mungkin kolomnya tertukar; isi nama pemilik.",
        "The name column holds an e-mail address. Columns may be swapped; enter the owner's name.")
    private static let noLetters = Notice(
        "name.letters", "Kolom nama tidak berisi huruf. Mungkin kolomnya tertukar; isi nama pemilik.",
        "The name column holds no letters. Columns may be swapped; enter the owner's name.")
}
