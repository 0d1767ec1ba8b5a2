import Accounts
import Journey
public import Nusantara
import Storage
import Tabular

extension Registration {
    /// The columns of the list that registrations make: a registration is read like a row of it.
    static let mapping = ListMapping(headerLine: 0, headers: columns.map(\.header), fields: columns.map(\.field))

    private static let columns: [(header: String, field: ListField)] = [
        ("Nomor formulir", .externalID), ("Nama usaha", .businessName), ("Nama pemilik", .ownerName), ("Nomor telepon", .phone),
        ("NIK", .nik), ("Kabupaten/kota", .regency), ("Provinsi", .province), ("Kecamatan", .district), ("Desa/kelurahan", .village),
        ("Alamat", .address), ("Jenis usaha", .trade), ("Produk", .product),
    ]

    private func row(line: Int) -> TabularRow {
        let place = Regions.region(region)
        let province = place.flatMap(Regions.parent(of:))
        return TabularRow(
            line: line,
            cells: [
                id.description, businessName, ownerName, phone, nik, place?.name ?? "", province?.name ?? "", district, village, address,
                trade, products,
            ])
    }

    /// The registration as a claim, or nil if it names nobody.
    func claim(line: Int, vault: Vault, today: CalendarDate) -> PreparedClaim? {
        RowReader(partner: partner, mapping: Self.mapping, vault: vault, listDay: today, today: today).read(row(line: line)).claim
    }

    /// What has to be mended before the business can be registered, by field. An owner is there to be asked, so a number that cannot be
    /// read is asked again instead of being flagged as in a list.
    public func problems(today: CalendarDate) -> [ListField: Notice] {
        var problems: [ListField: Notice] = [:]
        problems[.businessName] = Self.problem(BusinessName.parse(businessName), or: .businessNameMissing)
        problems[.ownerName] = Self.problem(PersonName.parse(ownerName), or: .ownerNameMissing)
        problems[.phone] = Self.problem(PhoneNumber.parseAll(phone))
        problems[.nik] = Self.problem(NIK.parse(nik, today: today))
        if Regions.region(region)?.level != .regency { problems[.regency] = .regencyMissing }
        return problems
    }

    private static func problem<Value>(_ parsed: Parsed<Value>, or missing: Notice? = nil) -> Notice? {
        switch parsed {
        case .value: nil
        case .refused(let notice): notice
        case .absent: missing
        }
    }
}

extension Notice {
    static let businessNameMissing = Notice(
        code: "registration.business", indonesian: "Tulis nama usaha. Kalau belum punya nama, tulis misalnya “Warung Bu Tini”.",
        english: "Write the name of the business. If it has none, write for example “Warung Bu Tini”.")

    static let ownerNameMissing = Notice(
        code: "registration.owner", indonesian: "Tulis nama pemilik.", english: "Write the name of the owner.")

    static let regencyMissing = Notice(
        code: "registration.regency", indonesian: "Pilih kabupaten atau kota tempat usaha.",
        english: "Choose the regency or city of the business.")
}
