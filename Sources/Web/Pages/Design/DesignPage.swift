/// Every component of the pages with an example, for those who build or check them.
public struct DesignPage: Page {
    public init() {}

    public static var template: String { "pages/design" }
    public static var words: PhraseTable { .design }
    public var place: Frame.Place? { nil }
    public var title: Phrase { Phrase("Bagian halaman", "Components") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "inks": .list(["k1", "k2", "k3", "k4", "k5", "r1", "r2", "r3", "r4", "r5"].map(Ink.init))
        case "figures": .list(Self.figures.cards)
        case "badges": .list((1...5).map(Badge.init(rung:)) + Self.badges)
        case "noticeList": .list(Self.notices)
        case "form": .model(Self.form)
        case "stepList": .model(ImportSteps.list(current: 2))
        case "progress": .model(ProgressBar(share: 0.42, label: Phrase("Menyimpan", "Storing")))
        case "spark":
            .drawing(Sparkline(values: [3, 4, 4, 6, 5, 8, 9, 12], label: Phrase("Delapan minggu terakhir", "The last eight weeks")))
        case "list": .model(Self.table)
        case "pagination": .model(Pagination(page: 2, pageSize: 50, total: 1234) { "\(Paths.design)?page=\($0)" })
        case "empty": .model(Self.empty)
        case "chart": .model(Self.chart)
        default: nil
        }
    }

    private static let figures = ImportFigures(rows: 1234, created: 1100, changed: 30, unchanged: 100, refused: 4)

    private static let badges = [
        Badge(.neutral, Phrase("Menunggu", "Waiting")), Badge(.good, Phrase("Selesai", "Done")),
        Badge(.warning, Phrase("Perlu diperiksa", "To be checked")), Badge(.bad, Phrase("Gagal", "Failed")),
    ]

    private static let notices = [
        Notice(.information, Phrase("Angka diperbarui setiap kali daftar masuk.", "Figures change whenever a list comes in.")),
        Notice(.success, Phrase("Daftar sudah disimpan.", "The list is stored.")),
        Notice(.warning, Phrase("Empat baris tidak bisa dipakai.", "Four rows cannot be used.")),
        Notice(.failure, Phrase("Berkas ini bukan daftar.", "This file is no list.")),
    ]

    private static let form = Form(
        action: Paths.design, method: .get,
        fields: [
            FormField("name", Phrase("Nama usaha", "Business name"), hint: Phrase("Seperti di papan nama", "As on its sign")),
            FormField(
                "phone", Phrase("Nomor telepon", "Phone number"), .telephone,
                error: Phrase(
                    "Nomor ini terlalu pendek. Tulis lengkap: 0812 3456 7890", "This number is too short. Write it in full: 0812 3456 7890"),
                content: "0812"),
            FormField(
                "region", Phrase("Provinsi", "Province"),
                .choice([.init("32", Phrase(verbatim: "Jawa Barat")), .init("33", Phrase(verbatim: "Jawa Tengah"))])),
            FormField("agree", Phrase("Saya setuju", "I agree"), .checkbox, isRequired: false),
        ],
        submit: Phrase("Simpan", "Save"))

    private static let table = DataTable(
        caption: Phrase("Contoh tabel", "A table"),
        columns: [
            .init(Phrase("Wilayah", "Region")), .init(Glossary.claimed.word, isNumber: true), .init(Glossary.distinct.word, isNumber: true),
        ],
        rows: [
            [.init(.text("Jawa Barat"), address: Paths.home), .init(.number(307_040)), .init(.number(200_680))],
            [.init(.text("Papua Selatan"), address: Paths.home), .init(.number(12)), .init(.text("<5"))],
        ])

    private static let empty = EmptyState(
        title: Phrase("Belum ada apa-apa", "Nothing here yet"),
        text: Phrase("Di sini tertulis apa yang akan muncul, dan bagaimana caranya.", "This says what will appear here, and how."),
        action: Phrase("Mulai", "Begin"), address: Paths.home)

    private static let chart = ChartFigure(
        id: "chart", title: Phrase("Diklaim, lalu dihitung", "Claimed, then counted"),
        chart: CountLadder(
            claimed: .exact(307_040), distinct: .exact(200_680), distinctInterval: 197_669...203_088, onboard: .exact(116_394),
            selling: .exact(62_210), onboardTarget: 140_000))
}

private struct Ink: TemplateModel {
    let code: String

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "code": .text(code)
        case "swatch": .drawing(Swatch(code: code))
        default: nil
        }
    }
}

/// A field of one colour of the palette.
private struct Swatch: Drawing {
    let code: String

    func draw(in language: Language) -> SafeMarkup {
        MarkupPen.markup { pen in
            pen.element("svg", ["width": 56, "height": 28, "aria-hidden": "true"]) { pen in
                let fill = code.hasPrefix("k") ? "c\(code.dropFirst())" : "fill\(code.dropFirst())"
                pen.element("rect", ["class": .text(fill), "width": 56, "height": 28, "rx": 4])
            }
        }
    }
}
