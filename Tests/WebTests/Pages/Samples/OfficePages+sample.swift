import Nusantara

@testable import Web

extension BusinessRow {
    static let samples = [
        BusinessRow(
            id: "u1", name: typedText, ownerName: "Ibu Tini Sumiati", place: "Cibiru, Kota Bandung", rung: 3, partners: 3, claims: 4),
        BusinessRow(
            id: "u2", name: "Keripik Tempe Barokah", ownerName: "H. Asep Sunandar", place: "Soreang, Kab. Bandung", rung: 4, partners: 2,
            claims: 2),
        BusinessRow(id: "u3", name: "", ownerName: "Sukarno", place: "Kab. Asmat", rung: 1, partners: 1, claims: 1),
    ]
}

extension WeightWaterfall {
    static let sample = WeightWaterfall(
        steps: [
            .init(words: Phrase("nomor HP sama", "same phone number"), weight: 8.1),
            .init(words: Phrase("nama usaha mirip", "similar business name"), weight: 4.2),
            .init(words: Phrase("kabupaten atau kota beda", "different regency or city"), weight: -2),
            .init(
                words: Phrase(
                    "petunjuk pemilik dan tempat yang sama dihitung sekali", "signs of the same owner and place counted once"),
                weight: -1.3),
        ])
}

extension NamesPage {
    static let sample = NamesPage(
        figure: Glossary.selling.word, regionName: "Kota Bandung",
        filters: [Phrase(verbatim: "UMKM Go Online"), Phrase(verbatim: typedText)],
        total: 1234, rows: BusinessRow.samples,
        pagination: Pagination(start: "/office/names/32.73/selling", next: "/office/names/32.73/selling?after=x~y"),
        back: "/regions/32.73")
    static let sampleEmpty = NamesPage(
        figure: Glossary.exporting.word, regionName: "Kab. Asmat", filters: [], total: 0, rows: [],
        pagination: Pagination(start: nil, next: nil), back: "/")
}

extension SearchPage {
    static let sample = SearchPage(
        query: typedText, results: BusinessRow.samples, hasMore: true, readAs: Phrase("Dibaca sebagai nama", "Read as a name"))
    static let sampleEmpty = SearchPage(query: "xyz", results: [])
    static let sampleStart = SearchPage()
}

extension UsersPage {
    static let sample = UsersPage(
        users: [
            .init(
                id: "p1", name: typedText, role: Phrase("Petugas", "Officer"), scope: "Jawa Barat", isActive: true, canDeactivate: true),
            .init(
                id: "p2", name: "Made Wirawan", role: Phrase("Pendamping", "Facilitator"), scope: "Kab. Gianyar", isActive: false,
                canDeactivate: false),
        ],
        pagination: Pagination(page: 1, pageSize: 50, total: 2) { "/office/users?page=\($0)" },
        form: Form(
            action: Paths.users,
            fields: [
                FormField("name", Phrase("Nama", "Name")),
                FormField(
                    "role", Phrase("Peran", "Role"),
                    .choice([
                        .init("officer", Phrase("Petugas", "Officer"), isChosen: true),
                        .init("facilitator", Phrase("Pendamping", "Facilitator")),
                    ])),
                FormField(
                    "region", Phrase("Kode wilayah", "Region code"), error: Phrase("Tidak ada wilayah itu.", "There is no such region.")),
            ],
            submit: Phrase("Tambah", "Add")),
        handover: [Fact(Phrase("Rahasia", "Secret"), .text("JBSW Y3DP EHPK 3PXP"))])
}

extension OfficePage {
    static let sample = OfficePage(
        visitorName: "Siti Rahmawati", scope: "Jawa Barat",
        tasks: [.importList, .registerBusiness, .findBusiness, .reviewPairs, .seeCount, .freezeBulletin, .manageUsers],
        imports: ImportLine.samples)
    static let sampleEmpty = OfficePage(visitorName: typedText, scope: "Indonesia", tasks: [.seeCount], imports: [])
}

extension BusinessPage {
    static let sample = BusinessPage(
        id: "019aa0f0-0000-7000-8000-000000000001", name: typedText, location: "Pasir Biru, Cibiru, Kota Bandung, Jawa Barat", rung: 3,
        trade: "10794 Industri kerupuk, keripik, peyek dan sejenisnya", since: DashboardPage.sampleMoment,
        owners: [
            .init(name: "Ibu Tini Sumiati", maskedNIK: "3273••••••••••04", maskedPhone: "+628••••••••12"),
            .init(name: "Ujang", maskedNIK: nil, maskedPhone: nil),
        ],
        claims: [
            ClaimCard(
                partner: "Dinas Koperasi Jawa Barat", programme: "UMKM Go Online", fileName: "data umkm \(typedText).xlsx", line: 1204,
                day: CalendarDate(dayNumber: 20_600), version: 1,
                cells: [.init(header: "Nama Usaha", content: typedText), .init(header: "No HP", content: "0812••••••12")],
                decision: Phrase("Baris pertama tentang usaha ini", "The first row about this business"), probability: nil),
            ClaimCard(
                partner: "Shopee", programme: nil, fileName: "seller_export.csv", line: 88_102, day: CalendarDate(dayNumber: 20_640),
                version: 3, cells: [.init(header: "shop_name", content: "KERIPIK TEMPE BU TINI")],
                decision: Phrase("Cocok menurut bobot", "Matched by weights"), probability: 0.987,
                reasons: .sample, comparison: "/office/claims/c1/c2", moveOut: "/office/businesses/u1/part/c2"),
        ],
        milestones: [
            .init(
                day: CalendarDate(dayNumber: 20_600), what: Phrase("Terdaftar", "Registered"),
                evidence: Phrase("baris 1.204", "row 1,204"), partner: "Dinas Koperasi Jawa Barat"),
            .init(
                day: CalendarDate(dayNumber: 20_650), what: Phrase("Penjualan pertama", "First sale"),
                evidence: Phrase("pesanan 88", "order 88"), partner: nil),
        ],
        relatives: [BusinessRow.samples[1]],
        readings: [.init(at: DashboardPage.sampleMoment, reader: "Siti Rahmawati", role: Phrase("Petugas", "Officer"))],
        merges: MergeLine.samples, verdicts: GivenVerdict.samples, merge: "/office/businesses/u1/merge")

    static let sampleBare = BusinessPage(
        id: "019aa0f0-0000-7000-8000-000000000002", name: "", location: "Kab. Asmat, Papua Selatan", rung: 0, trade: nil,
        since: DashboardPage.sampleMoment, owners: [], claims: [],
        milestones: [], relatives: [], readings: [])
}
