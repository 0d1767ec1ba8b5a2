@testable import Web

extension MergeLine {
    static let samples = [
        MergeLine(
            what: Phrase("“\(typedText)” digabung ke sini", "“\(typedText)” was joined to this one"), doneAt: DashboardPage.sampleMoment,
            doneBy: "Siti Rahmawati", reason: "Pemilik dan alamat sama, \(typedText)", undo: "/office/merges/m1"),
        MergeLine(
            what: Phrase("Dipindah keluar dari “Batik”", "Moved out of “Batik”"), doneAt: DashboardPage.sampleMoment, doneBy: nil,
            reason: "",
            undoneAt: DashboardPage.sampleMoment, undoneBy: "Made Wirawan"),
    ]
}

extension MergeChoicePage {
    static let sample = MergeChoicePage(
        businessID: "u1", businessName: typedText, query: typedText, results: BusinessRow.samples,
        problem: Phrase("Itu usaha yang sama.", "That is the same business."))
    static let sampleEmpty = MergeChoicePage(businessID: "u1", businessName: "", query: "xyz", results: [])
}

extension ConfirmationPage {
    static let sample = ConfirmationPage(
        title: Phrase("Gabungkan dua usaha ini?", "Join these two businesses?"),
        consequences: [
            .sentence(Phrase("Semua dari “{1}” pindah: {2} baris.", "Everything of “{1}” goes: {2} rows."), [.text(typedText), .whole(3)]),
            .phrase(Phrase("Ini bisa dibatalkan kapan saja.", "This can be undone at any time.")),
        ],
        overview: DataTable(
            caption: Phrase("Kedua usaha", "Both businesses"),
            columns: [
                .init(Phrase("Tentang", "About")), .init(Phrase("Yang tetap", "The one that stays"), isWide: true),
                .init(Phrase("Yang digabung", "The one that is joined"), isWide: true),
            ], rows: [[.init(.phrase(Phrase("Nama", "Name"))), .init(.text(typedText)), .init(.text("Keripik Tempe"))]]),
        form: Form(
            action: "/office/businesses/u1/merge",
            fields: [FormField("reason", Phrase("Alasan", "Reason"), error: Phrase("Tulis alasannya.", "Write down the reason."))],
            submit: Phrase("Ya, gabungkan", "Yes, join them"), hidden: [HiddenValue("other", "u2")]),
        back: "/office/businesses/u1")
    static let sampleRefused = ConfirmationPage(
        title: sample.title, consequences: sample.consequences, facts: [Fact(Phrase("Mitra", "Partner"), .text(typedText))],
        form: sample.form, back: sample.back,
        refusal: .init(Phrase("Tidak bisa digabung.", "They cannot be joined."), address: "/office/review/c1/c2"))
}
