/// A business on a list of names.
public struct BusinessRow: Sendable, Hashable {
    public let id: String
    public let name: String
    public let ownerName: String
    /// Where it is, in words: "Cibiru, Kota Bandung".
    public let place: String
    /// Its rung, 0 to 5.
    public let rung: Int
    /// How many partners claim it, and in how many rows.
    public let partners: Int
    public let claims: Int

    public init(id: String, name: String, ownerName: String, place: String, rung: Int, partners: Int, claims: Int) {
        self.id = id
        self.name = name
        self.ownerName = ownerName
        self.place = place
        self.rung = rung
        self.partners = partners
        self.claims = claims
    }

    /// - Parameter address: where a row leads.
    static func table(
        caption: Phrase, _ rows: [BusinessRow], address: (BusinessRow) -> String = { Paths.business($0.id) }
    ) -> DataTable {
        DataTable(
            caption: caption,
            columns: [
                .init(Phrase("Usaha", "Business")), .init(Phrase("Pemilik", "Owner")), .init(Phrase("Tempat", "Place")),
                .init(Phrase("Tangga", "Rung")), .init(Phrase("Mitra", "Partners"), isNumber: true),
                .init(Phrase("Baris", "Rows"), isNumber: true),
            ],
            rows: rows.map { row in
                let badge = Badge(rung: row.rung)
                let name = row.name.isEmpty ? TemplateValue.phrase(Phrase("(tanpa nama)", "(no name)")) : .text(row.name)
                return [
                    .init(name, address: address(row)), .init(.text(row.ownerName.isEmpty ? "–" : row.ownerName)),
                    .init(.text(row.place)), .init(.phrase(badge.text), mark: badge.kind), .init(.whole(row.partners)),
                    .init(.whole(row.claims)),
                ]
            })
    }
}
