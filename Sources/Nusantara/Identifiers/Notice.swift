/// A finding about a cell: a stable code, and what is wrong and how to mend it in two languages.
public struct Notice: Sendable, Hashable {
    /// Stable and machine-readable, the identifier before the finding: `nik.length`.
    public let code: String
    /// For the person who has to mend the cell: one or two plain sentences.
    public let indonesian: String
    /// The same in English.
    public let english: String

    public init(code: String, indonesian: String, english: String) {
        self.code = code
        self.indonesian = indonesian
        self.english = english
    }

    /// A cell so long that it cannot be what its column says; it is not read further, so that no cell can hold up a list.
    static func tooLong(_ code: String) -> Notice {
        Notice(
            code, "Isi sel ini terlalu panjang untuk kolomnya. Mungkin beberapa baris menyatu; pisahkan kembali.",
            "This cell is too long for its column. Several rows may have run together; part them again.")
    }

    init(_ code: String, _ indonesian: String, _ english: String) {
        self.init(code: code, indonesian: indonesian, english: english)
    }
}
