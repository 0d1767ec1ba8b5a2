import Accounts
import Catalogue
import Foundation
import Hummingbird
import Journey
import Marketplaces
import Nusantara
import Sales
import Storage
import Tabular

/// Past orders by a sheet: tried first, then taken into the books. How the history of a channel comes in that has closed.
struct HistoryController: Sendable {
    let services: WebServices
    /// The channels of which somebody may have a sheet.
    private static let channels: [Marketplaces.Channel] = [.bukalapak, .blanja, .tokopedia, .shopee, .tikTokShop, .blibli, .goFood]

    private var door: ShopDoor { ShopDoor(services: services) }
    private var store: ListStore { ListStore(folder: services.settings.listFolder, maximumBytes: 50 << 20) }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/usaha/:business/riwayat") { request, context in
            let room = try await door.open(context)
            return services.reply(with: Self.page(room), to: request, context)
        }
        router.post("/usaha/:business/riwayat") { request, context in try await receive(request, context) }
        router.post("/usaha/:business/riwayat/simpan") { request, context in try await keep(request, context) }
    }

    private static func page(_ room: ShopDoor.Room, problem: Phrase? = nil) -> SectionPage {
        let business = room.business.description
        return SectionPage(
            title: Phrase("Riwayat penjualan", "Past orders"), place: .products,
            back: .init(Paths.orders(business), Phrase("Pesanan", "Orders")),
            sections: [
                .init(
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Unggah lembar pesanan yang pernah Anda unduh dari kanal, juga yang sudah tutup. Cukup kolom nomor pesanan, tanggal, nama barang dan harga; SKU menghubungkan ke produk Anda. Stok tidak berubah karenanya.",
                                "Upload a sheet of orders that you once took from a channel, closed ones too. Number, date, name and price are enough; the SKU connects it with your products. It changes no stock."
                            ))
                    ],
                    forms: [
                        Form(
                            action: Paths.history(business),
                            fields: [
                                FormField(
                                    "channel", Phrase("Kanal", "Channel"),
                                    .choice(channels.map { .init($0.rawValue, Phrase(verbatim: $0.name)) })),
                                FormField("name", Phrase("Nama toko di sana", "Name of the shop there")),
                                FormField("file", Phrase("Lembar Excel atau CSV", "Excel or CSV sheet"), .file(".csv,.xlsx,.tsv,.txt")),
                            ], submit: Phrase("Coba dulu", "Try it first"), problem: problem)
                    ])
            ])
    }

    /// The name under which a sheet waits: only whoever may be in the room finds it.
    private static func name(_ room: ShopDoor.Room, _ upload: String) -> String { "history-\(room.business)-\(upload)" }

    private static func shop(_ fields: [String: String]) throws -> (channel: Marketplaces.Channel, name: String) {
        guard let channel = fields["channel"].flatMap(Marketplaces.Channel.init(rawValue:)), channels.contains(channel) else {
            throw WebError.badRequest
        }
        let name = String(PlainText.line(fields["name"] ?? "").prefix(120))
        return (channel, name.isEmpty ? channel.name : name)
    }

    private func receive(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let arrival: ListStore.Arrival
        do {
            arrival = try await store.receive(request) { try context.check(formToken: $0["token"]) }
        } catch WebError.tooLarge {
            let page = Self.page(
                room, problem: Phrase("Lembar lebih dari 50 MB. Bagi menjadi beberapa.", "The sheet is larger than 50 MB. Split it."))
            return services.reply(with: page, status: .contentTooLarge, to: request, context)
        }
        let upload = OrderID().description
        func refused(_ problem: Phrase) -> Response {
            store.discard(arrival)
            return services.reply(with: Self.page(room, problem: problem), status: .unprocessableContent, to: request, context)
        }
        do {
            let (channel, name) = try Self.shop(arrival.fields)
            let sheet = try OrderSheet(TabularReader(path: arrival.path), from: channel, today: services.today)
            try store.keep(arrival, as: Self.name(room, upload))
            return services.reply(with: Self.trial(sheet, channel, name, room, upload: upload), to: request, context)
        } catch OrderSheet.Failure.noHeaders {
            return refused(
                Phrase(
                    "Judul kolom tidak ditemukan. Baris pertama harus berisi judul, misalnya No. Pesanan dan Tanggal.",
                    "No headers were found. The first row has to hold headers, such as No. Pesanan and Tanggal."))
        } catch OrderSheet.Failure.tooManyRows {
            return refused(Phrase("Lebih dari 200.000 baris. Bagi lembarnya.", "More than 200,000 rows. Split the sheet."))
        } catch let failure as TabularError {
            return refused(Phrase(failure.indonesianMessage, failure.englishMessage))
        }
    }

    private static func trial(
        _ sheet: OrderSheet, _ channel: Marketplaces.Channel, _ name: String, _ room: ShopDoor.Room, upload: String
    ) -> SectionPage {
        let business = room.business.description
        var sections: [SectionPage.Section] = []
        if !sheet.faults.isEmpty {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Yang tidak bisa dipakai", "What cannot be used"),
                        columns: [
                            .init(Phrase("Baris", "Row"), isNumber: true), .init(Phrase("Pesanan", "Order")),
                            .init(Phrase("Masalah", "Problem"), isWide: true),
                        ],
                        rows: sheet.faults.prefix(200).map { fault in
                            [.init(.whole(fault.line)), .init(.text(fault.reference)), .init(.phrase(Phrase(fault.notice)), mark: .bad)]
                        })))
        }
        if let first = sheet.orders.map(\.created).min(), let last = sheet.orders.map(\.created).max() {
            let sold = sheet.orders.filter(\.state.isSale).reduce(0) { $0 + $1.total }
            sections.append(
                .init(
                    paragraphs: [
                        .sentence(
                            Phrase("Dari {1} sampai {2}, penjualan {3}.", "From {1} to {2}, sales of {3}."),
                            [
                                .date(CalendarDate(Timestamp(secondsSince1970: first))),
                                .date(CalendarDate(Timestamp(secondsSince1970: last))),
                                .phrase(.rupiah(sold)),
                            ])
                    ],
                    forms: [
                        Form(
                            action: Paths.history(business) + "/simpan", fields: [],
                            submit: Phrase("Simpan \(sheet.orders.count) pesanan", "Keep \(sheet.orders.count) orders"),
                            hidden: [
                                HiddenValue("upload", upload), HiddenValue("channel", channel.rawValue), HiddenValue("name", name),
                            ])
                    ]))
        }
        return SectionPage(
            title: Phrase("Hasil percobaan", "What would happen"), place: .products,
            lead: sheet.unknownHeaders.isEmpty
                ? .absent
                : .sentence(
                    Phrase("Kolom yang tidak dikenal dan dilewati: {1}.", "Columns that are not known and left out: {1}."),
                    [.text(sheet.unknownHeaders.prefix(20).joined(separator: ", "))]),
            back: .init(Paths.history(business), Phrase("Unggah lembar lain", "Upload another sheet")),
            figures: [
                .init(Phrase("pesanan terbaca", "orders read"), sheet.orders.count),
                .init(Phrase("baris ditolak", "rows refused"), sheet.faults.count),
            ], sections: sections)
    }

    private func keep(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let upload = fields["upload"].flatMap({ OrderID($0) })?.description else { throw WebError.badRequest }
        let (channel, name) = try Self.shop(["channel": fields["channel"] ?? "", "name": fields["name"] ?? ""])
        let file = Self.name(room, upload)
        let address = Paths.orders(room.business.description)
        guard FileManager.default.fileExists(atPath: store.path(of: file)) else {
            return services.redirect(to: address, notice: .historyKept)
        }
        let (now, today) = (services.now(), services.today)
        let sheet = try OrderSheet(TabularReader(path: store.path(of: file)), from: channel, today: today)
        let isClosed = !ChannelRuleBook.shipped[channel].isOpen(on: today)
        let shop = try await services.database.write {
            try $0.addShop(name, on: channel, of: room.business, isClosed: isClosed, at: now)
        }
        _ = try await services.database.bringIn(sheet.orders, to: shop.id, at: now)
        store.remove(file)
        return services.redirect(to: address, notice: .historyKept)
    }
}
