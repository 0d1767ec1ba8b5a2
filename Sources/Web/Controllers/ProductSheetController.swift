import Accounts
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Marketplaces
import NIOCore
import Nusantara
import Sales
import Storage
import Tabular

/// Many products by a sheet: tried first, then stored; and the products as a sheet, for a spreadsheet or for Shopee.
struct ProductSheetController: Sendable {
    let services: WebServices

    private var door: ShopDoor { ShopDoor(services: services) }
    private var store: ListStore { ListStore(folder: services.settings.listFolder, maximumBytes: 20 << 20) }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/usaha/:business/lembar") { request, context in
            let room = try await door.open(context)
            return services.reply(with: Self.page(room), to: request, context)
        }
        router.post("/usaha/:business/lembar") { request, context in try await receive(request, context) }
        router.post("/usaha/:business/lembar/simpan") { request, context in try await save(request, context) }
        router.get("/usaha/:business/produk.csv") { request, context in try await csv(request, context) }
        router.get("/usaha/:business/shopee.xlsx") { request, context in try await workbook(request, context) }
    }

    private static func page(_ room: ShopDoor.Room, problem: Phrase? = nil) -> SectionPage {
        let business = room.business.description
        return SectionPage(
            title: Phrase("Produk lewat lembar", "Products by a sheet"), place: .products,
            back: .init(room.path, Phrase(verbatim: room.name)),
            sections: [
                .init(
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Satu baris untuk setiap varian. Cukup kolom Nama Produk dan Harga; yang lain boleh kosong. Baris yang kodenya sudah ada akan diubah.",
                                "One row for each variant. Name and price are enough; the rest may stay empty. Rows whose code exists are changed."
                            ))
                    ],
                    forms: [
                        Form(
                            action: Paths.productSheet(business),
                            fields: [
                                FormField("file", Phrase("Lembar Excel atau CSV", "Excel or CSV sheet"), .file(".csv,.xlsx,.tsv,.txt"))
                            ],
                            submit: Phrase("Coba dulu", "Try it first"), problem: problem)
                    ]),
                .init(
                    Phrase("Ambil sebagai lembar", "Take as a sheet"),
                    links: [
                        .init(
                            Paths.productSheetCSV(business),
                            Phrase("Semua produk (CSV), untuk diubah lalu diunggah lagi", "All products (CSV), to change and upload again")),
                        .init(
                            Paths.shopeeWorkbook(business),
                            Phrase("Lembar unggah massal Shopee (Excel)", "Shopee’s mass-upload workbook (Excel)")),
                    ]),
            ])
    }

    private func receive(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let arrival: ListStore.Arrival
        do {
            arrival = try await store.receive(request) { try context.check(formToken: $0["token"]) }
        } catch WebError.tooLarge {
            let page = Self.page(
                room, problem: Phrase("Lembar lebih dari 20 MB. Bagi menjadi beberapa.", "The sheet is larger than 20 MB. Split it."))
            return services.reply(with: page, status: .contentTooLarge, to: request, context)
        }
        let upload = ProductID().description
        do {
            let sheet = try ProductSheet(TabularReader(path: arrival.path))
            let results = try await apply(sheet, room, upload: upload, isTrial: true)
            try store.keep(arrival, as: Self.name(room, upload))
            return services.reply(with: Self.trial(sheet, results, room, upload: upload), to: request, context)
        } catch let failure as ProductSheet.Failure {
            store.discard(arrival)
            return services.reply(with: Self.page(room, problem: failure.phrase), status: .unprocessableContent, to: request, context)
        } catch let failure as TabularError {
            store.discard(arrival)
            let problem = Phrase(failure.indonesianMessage, failure.englishMessage)
            return services.reply(with: Self.page(room, problem: problem), status: .unprocessableContent, to: request, context)
        }
    }

    /// The name under which a sheet waits: only whoever may be in the room finds it.
    private static func name(_ room: ShopDoor.Room, _ upload: String) -> String { "products-\(room.business)-\(upload)" }

    private func save(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let upload = fields["upload"].flatMap({ ProductID($0) })?.description else { throw WebError.badRequest }
        let name = Self.name(room, upload)
        guard FileManager.default.fileExists(atPath: store.path(of: name)) else {
            return services.redirect(to: room.path, notice: .productsChanged)
        }
        let sheet = try ProductSheet(TabularReader(path: store.path(of: name)))
        _ = try await apply(sheet, room, upload: upload, isTrial: false)
        store.remove(name)
        return services.redirect(to: room.path, notice: .productsChanged)
    }

    /// A unit of work for each hundred products: a sheet that breaks off in the middle is stored so far, and the rest by sending it again.
    private func apply(_ sheet: ProductSheet, _ room: ShopDoor.Room, upload: String, isTrial: Bool) async throws -> [ProductSheetResult] {
        var results: [ProductSheetResult] = []
        let now = services.now()
        for start in stride(from: 0, to: sheet.entries.count, by: 100) {
            let entries = sheet.entries[start..<min(start + 100, sheet.entries.count)]
            let work: @Sendable (any SQLConnection) throws -> [ProductSheetResult] = { connection in
                let results = try entries.map {
                    try connection.apply($0, to: room.business, upload: upload, isTrial: isTrial, by: room.viewer.person.id, at: now)
                }
                if !isTrial { try connection.askForRounds(of: room.business, at: now) }
                return results
            }
            results += isTrial ? try await services.database.read(work) : try await services.database.write(work)
        }
        return results
    }

    private static func trial(
        _ sheet: ProductSheet, _ results: [ProductSheetResult], _ room: ShopDoor.Room, upload: String
    ) -> SectionPage {
        func count(_ outcome: ProductSheetResult.Outcome) -> Int { results.count { $0.outcome == outcome } }
        let business = room.business.description
        let faults = results.flatMap { result in result.faults.map { (result, $0) } }
        var sections: [SectionPage.Section] = []
        if !faults.isEmpty {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Yang perlu diperbaiki di lembar", "What needs mending in the sheet"),
                        columns: [
                            .init(Phrase("Baris", "Row"), isNumber: true), .init(Phrase("Produk", "Product")),
                            .init(Phrase("Masalah", "Problem"), isWide: true),
                        ],
                        rows: faults.prefix(200).map { result, fault in
                            [
                                .init(.whole(result.line(of: fault))), .init(.text(result.entry.title)),
                                .init(.phrase(Phrase(fault.notice)), mark: .bad),
                            ]
                        })))
        }
        let change = count(.created) + count(.changed)
        if change > 0 {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Yang akan disimpan", "What will be stored"),
                        columns: [.init(Phrase("Produk", "Product"), isWide: true), .init(Phrase("Apa", "What"))],
                        rows: results.filter { $0.outcome == .created || $0.outcome == .changed }.prefix(100).map { result in
                            [
                                .init(.text(result.entry.title)),
                                result.outcome == .created
                                    ? .init(.phrase(Phrase("baru", "new")), mark: .good)
                                    : .init(.phrase(Phrase("diubah", "changed")), mark: .neutral),
                            ]
                        }),
                    forms: [
                        Form(
                            action: Paths.productSheet(business) + "/simpan", fields: [],
                            submit: Phrase("Simpan \(change) produk", "Store \(change) products"), hidden: [HiddenValue("upload", upload)])
                    ]))
        }
        return SectionPage(
            title: Phrase("Hasil percobaan", "What would happen"), place: .products,
            lead: sheet.unknownHeaders.isEmpty
                ? .absent
                : .sentence(
                    Phrase("Kolom yang tidak dikenal dan dilewati: {1}.", "Columns that are not known and left out: {1}."),
                    [.text(sheet.unknownHeaders.prefix(20).joined(separator: ", "))]),
            back: .init(Paths.productSheet(business), Phrase("Unggah lembar lain", "Upload another sheet")),
            figures: [
                .init(Phrase("baru", "new"), count(.created)), .init(Phrase("diubah", "changed"), count(.changed)),
                .init(Phrase("tetap", "unchanged"), count(.unchanged)), .init(Phrase("ditolak", "refused"), count(.refused)),
            ], sections: sections)
    }

    // MARK: - Taking

    private func csv(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let bytes = try await services.database.read { connection in
            let products = try connection.products(of: room.business, limit: ProductSheet.maximumRows)
            return ProductSheetWriter.csv(products, stock: try connection.stock(of: products.flatMap { $0.variants.map(\.id) }))
        }
        return Self.download(bytes, "text/csv; charset=utf-8", "produk.csv")
    }

    private func workbook(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let address = services.publicAddress(for: request)
        let offers = try await services.database.read { connection in
            try connection.offers(connection.products(of: room.business, limit: ProductSheet.maximumRows)) {
                address + Paths.photo($0.description)
            }
        }
        try FileManager.default.createDirectory(atPath: services.settings.listFolder, withIntermediateDirectories: true)
        let path = "\(services.settings.listFolder)/shopee-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try ShopeeWorkbook(weightUnit: request.query["berat"] == "kg" ? .kilograms : .grams).write(offers, to: path)
        return Self.download(
            try Array(Data(contentsOf: URL(filePath: path))), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "shopee.xlsx")
    }

    private static func download(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension ProductSheet.Failure {
    fileprivate var phrase: Phrase {
        switch self {
        case .noHeaders:
            Phrase(
                "Judul kolom tidak ditemukan. Baris pertama harus berisi judul, misalnya Nama Produk dan Harga.",
                "No headers were found. The first row has to hold headers, such as Nama Produk and Harga.")
        case .tooManyRows: Phrase("Lebih dari 20.000 baris. Bagi lembarnya.", "More than 20,000 rows. Split the sheet.")
        }
    }
}

extension WebServices {
    /// Where the public reaches the server, without a slash at the end.
    func publicAddress(for request: Request) -> String {
        settings.address ?? "\(settings.secureCookies ? "https" : "http")://\(request.head.authority ?? "localhost")"
    }
}
