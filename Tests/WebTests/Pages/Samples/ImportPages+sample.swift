@testable import Web

extension ImportLine {
    static let samples = State.allCases.enumerated().map { index, state in
        ImportLine(
            id: "i\(index)", partner: "Dinas Koperasi Jawa Barat", fileName: index == 0 ? typedText : "daftar-\(index).csv",
            received: DashboardPage.sampleMoment, state: state, rows: Int64(index) * 12_345, refused: Int64(index) * 17)
    }
}

extension ImportListPage {
    static let sample = ImportListPage(
        lines: ImportLine.samples, pagination: Pagination(page: 2, pageSize: 7, total: 30) { "/office/imports?page=\($0)" }, canImport: true
    )
    static let sampleEmpty = ImportListPage(lines: [], pagination: Pagination(start: nil, next: nil), canImport: true)
}

extension ImportStartPage {
    static let sample = ImportStartPage(
        partners: [.init("shopee", Phrase(verbatim: "Shopee")), .init("dinas", Phrase(verbatim: typedText), isChosen: true)],
        programmes: [.init("umkm-go-online", Phrase(verbatim: "UMKM Go Online"))], day: "2026-11-23",
        problem: Phrase("Berkas ini PDF, bukan daftar. Kirim CSV atau Excel.", "This file is a PDF, no list. Send CSV or Excel."),
        limit: "1 GB")
}

extension ImportMappingPage {
    static let sample = ImportMappingPage(
        importID: "i1", partner: "Dinas Koperasi Jawa Barat", fileName: typedText,
        columns: [
            .init(header: "No", samples: ["1", "2", "3"], field: nil, certainty: 0),
            .init(header: typedText, samples: ["Keripik Bu Tini", "Warung Sederhana"], field: "businessName", certainty: 0.98),
            .init(header: "HP/WA", samples: ["0812•••", "62813•••"], field: "phone", certainty: 0.6),
            .init(header: "", samples: [], field: nil, certainty: 0),
        ],
        meanings: [
            .init(code: "businessName", name: Phrase("Nama usaha", "Business name")),
            .init(code: "phone", name: Phrase("Nomor telepon", "Phone number")),
        ],
        problems: [Notice(.warning, Phrase("Dua kolom tampak berisi telepon.", "Two columns seem to hold phones."))], isRemembered: true)
}

extension ImportFigures {
    static let sample = ImportFigures(rows: 12_345, created: 11_000, changed: 200, unchanged: 1_028, refused: 117)
    static let sampleDone = ImportFigures(
        rows: 12_345, created: 11_000, changed: 200, unchanged: 1_028, refused: 117, linked: 4_210, newBusinesses: 6_790)
}

extension ImportFinding {
    static let samples = [
        ImportFinding(
            line: 12, column: "NIK",
            text: Phrase(
                "NIK 15 angka, seharusnya 16. Lihat kembali di KTP.", "The NIK has 15 digits instead of 16. Look at the card again."),
            refusesRow: false),
        ImportFinding(
            line: 47, column: "",
            text: Phrase(
                "Baris ini tidak punya nama. Isi nama usaha atau pemiliknya.", "This row has no name. Fill in the business or its owner."),
            refusesRow: true),
        ImportFinding(line: 52, column: typedText, text: Phrase(verbatim: typedText), refusesRow: false),
    ]
}

extension DryRunPage {
    static let sample = DryRunPage(
        importID: "i1", partner: "Dinas Koperasi Jawa Barat", fileName: typedText, figures: .sample,
        kinds: [.init(text: Phrase("NIK tidak lengkap", "The NIK is incomplete"), rows: 81)], findings: ImportFinding.samples,
        pagination: Pagination(start: nil, next: "/office/imports/i1/dry-run?after=52"))
    static let sampleClean = DryRunPage(
        importID: "i1", partner: "Shopee", fileName: "a.csv",
        figures: ImportFigures(rows: 10, created: 10, changed: 0, unchanged: 0, refused: 0),
        kinds: [], findings: [], pagination: Pagination(start: nil, next: nil))
    static let sampleHopeless = DryRunPage(
        importID: "i1", partner: "Shopee", fileName: "a.csv",
        figures: ImportFigures(rows: 3, created: 0, changed: 0, unchanged: 0, refused: 3),
        kinds: [], findings: ImportFinding.samples, pagination: Pagination(start: nil, next: nil))
}

extension ImportProgressPage {
    static let sample = ImportProgressPage(
        importID: "i1", partner: "Shopee", fileName: typedText, phase: .running, share: 0.42, rowsDone: 421_000, secondsLeft: 95)
    static let sampleQueued = ImportProgressPage(
        importID: "i1", partner: "Shopee", fileName: "a.csv", phase: .queued, share: nil, rowsDone: 0)
}

extension ImportSummaryPage {
    static let sample = ImportSummaryPage(
        importID: "i1", partner: "Dinas Koperasi Jawa Barat", fileName: typedText, figures: .sampleDone,
        kinds: [.init(text: Phrase("NIK tidak lengkap", "The NIK is incomplete"), rows: 81)], findings: ImportFinding.samples,
        pagination: Pagination(start: nil, next: "/office/imports/i1?after=52"))
    static let sampleFailed = ImportSummaryPage(
        importID: "i1", partner: "Shopee", fileName: "laporan.pdf",
        figures: ImportFigures(rows: 0, created: 0, changed: 0, unchanged: 0, refused: 0),
        failure: Phrase("Berkas ini PDF, bukan daftar.", "This file is a PDF, no list."))
}
