import Catalogue
import Marketplaces
import Sales
import Storage

/// What the pages of orders say.
enum OrderPages {
    static func list(
        _ room: ShopDoor.Room, _ orders: [Order], _ lines: [OrderID: [OrderLine]], counts: (all: Int, waiting: Int),
        profits: [(title: String, profit: ProductProfit)], number: Int, pageSize: Int, now: Timestamp
    ) -> SectionPage {
        let business = room.business.description
        var sections: [SectionPage.Section] = []
        if orders.isEmpty {
            sections.append(
                .init(
                    Phrase("Belum ada pesanan", "No orders yet"),
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Pesanan dari toko yang tersambung masuk ke sini sendiri.",
                                "Orders of connected shops come here by themselves."))
                    ], links: [.init(Paths.shops(business), Phrase("Toko dan kanal", "Shops and channels"))]))
        } else {
            func address(_ number: Int) -> String { Paths.with(Paths.orders(business), ["halaman": String(number)]) }
            var links: [SectionPage.Link] = []
            if number > 1 { links.append(.init(address(number - 1), Phrase("Sebelumnya", "Previous"))) }
            if number * pageSize < counts.all { links.append(.init(address(number + 1), Phrase("Berikutnya", "Next"))) }
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Pesanan, yang menunggu Anda lebih dulu", "Orders, those that wait for you first"),
                        columns: [
                            .init(Phrase("Pesanan", "Order"), isWide: true), .init(Phrase("Keadaan", "State")),
                            .init(Phrase("Isi", "Content"), isWide: true),
                            .init(Phrase("Dibayar pembeli", "Paid by the buyer"), isNumber: true),
                            .init(Phrase("Kirim sebelum", "Send before")),
                        ],
                        rows: orders.map { order in
                            let content = (lines[order.id] ?? []).map { "\($0.quantity) × \($0.words)" }.joined(separator: ", ")
                            let isLate = order.state.needsSeller && order.shipBy.map { $0 < now } == true
                            return [
                                .init(
                                    .text("\(order.channel.name) · \(order.reference)"),
                                    address: Paths.order(order.id.description, of: business)),
                                .init(.phrase(order.state.phrase), mark: order.state.mark), .init(.text(content)),
                                .init(.phrase(.rupiah(order.total))),
                                .init(
                                    order.state.needsSeller ? order.shipBy.map { .moment($0) } ?? .text("–") : .text("–"),
                                    mark: isLate ? .bad : nil),
                            ]
                        }), links: links))
        }
        if !profits.isEmpty { sections.append(profit(profits)) }
        sections.append(
            .init(
                links: [
                    .init(
                        Paths.history(business),
                        Phrase(
                            "Masukkan riwayat dari Bukalapak, Blanja atau catatan sendiri",
                            "Bring in history of Bukalapak, Blanja or your own notes"))
                ]))
        return SectionPage(
            title: Phrase("Pesanan", "Orders"), place: .products,
            lead: .sentence(
                Phrase("{1} menunggu Anda, dari {2} pesanan.", "{1} wait for you, of {2} orders."),
                [.whole(counts.waiting), .whole(counts.all)]),
            back: .init(room.path, Phrase(verbatim: room.name)), sections: sections)
    }

    private static func profit(_ profits: [(title: String, profit: ProductProfit)]) -> SectionPage.Section {
        .init(
            Phrase("Hasil per produk, 90 hari", "What each product brought, 90 days"), anchor: "hasil",
            paragraphs: profits.contains { !$0.profit.isCostComplete || !$0.profit.areFeesComplete }
                ? [
                    .phrase(
                        Phrase(
                            "Dengan tanda ≤: modal sebagian belum diisi, atau potongan kanal belum diketahui, jadi untungnya paling banyak sekian.",
                            "With ≤: some costs are not filled in, or the channel’s fees are not known yet, so the profit is at most so much."
                        ))
                ] : [],
            table: DataTable(
                caption: Phrase("Penjualan, modal, potongan dan untung", "Sales, cost, fees and profit"),
                columns: [
                    .init(Phrase("Produk", "Product"), isWide: true), .init(Phrase("Terjual", "Sold"), isNumber: true),
                    .init(Phrase("Penjualan", "Sales"), isNumber: true), .init(Phrase("Modal", "Cost"), isNumber: true),
                    .init(Phrase("Potongan", "Fees"), isNumber: true), .init(Phrase("Untung", "Profit"), isNumber: true),
                ],
                rows: profits.map { title, profit in
                    let isAtMost = !profit.isCostComplete || !profit.areFeesComplete
                    let words = Phrase.rupiah(profit.profit)
                    return [
                        .init(.text(title)), .init(.whole(profit.quantity)), .init(.phrase(.rupiah(profit.revenue))),
                        .init(.phrase(.rupiah(profit.cost))), .init(.phrase(.rupiah(profit.fees))),
                        .init(
                            .phrase(isAtMost ? Phrase("≤ \(words.indonesian)", "≤ \(words.english)") : words),
                            mark: profit.profit < 0 ? .bad : nil),
                    ]
                }))
    }

    // MARK: - One order

    static func order(
        _ order: Order, _ lines: [OrderLine], _ events: [OrderEvent], _ shop: Shop, _ room: ShopDoor.Room, problem: Phrase?
    ) -> SectionPage {
        let (business, id) = (room.business.description, order.id.description)
        var facts: [(Phrase, DataTable.Cell)] = [
            (Phrase("Keadaan", "State"), .init(.phrase(order.state.phrase), mark: order.state.mark)),
            (Phrase("Dipesan", "Ordered"), .init(.moment(order.orderedAt))),
            (Phrase("Dibayar pembeli", "Paid by the buyer"), .init(.phrase(.rupiah(order.total)))),
            (Phrase("Ongkos kirim", "Shipping"), .init(.phrase(.rupiah(order.shipping)))),
        ]
        if let fees = order.fees { facts.append((Phrase("Potongan kanal", "The channel’s fees"), .init(.phrase(.rupiah(fees))))) }
        if let buyer = order.buyer { facts.append((Phrase("Pembeli", "Buyer"), .init(.text(buyer)))) }
        if let place = order.destination { facts.append((Phrase("Dikirim ke", "Goes to"), .init(.text(place)))) }
        if let number = order.trackingNumber { facts.append((Phrase("Nomor resi", "Tracking number"), .init(.text(number)))) }
        if order.state.needsSeller, let shipBy = order.shipBy {
            facts.append((Phrase("Kirim sebelum", "Send before"), .init(.moment(shipBy))))
        }
        if let reason = order.cancelReason, !reason.isEmpty {
            facts.append((Phrase("Alasan batal", "Why it was cancelled"), .init(.text(reason))))
        }
        var sections: [SectionPage.Section] = [
            .init(
                table: DataTable(
                    caption: Phrase("Barang", "Goods"),
                    columns: [
                        .init(Phrase("Barang", "Goods"), isWide: true), .init(Phrase("Kode", "Code")),
                        .init(Phrase("Banyaknya", "Quantity"), isNumber: true),
                        .init(Phrase("Harga satuan", "Price of one"), isNumber: true),
                    ],
                    rows: lines.map { line in
                        [
                            .init(.text(line.words)),
                            .init(.text(line.sku ?? "–"), mark: line.variant == nil ? .warning : nil), .init(.whole(line.quantity)),
                            .init(.phrase(.rupiah(line.price))),
                        ]
                    }))
        ]
        if order.state == .paid, shop.state == .connected {
            sections.append(acts(order, business, id))
        } else if order.state.needsSeller {
            sections.append(
                .init(
                    Phrase("Yang perlu dilakukan", "What is to be done"),
                    paragraphs: [
                        .sentence(
                            Phrase(
                                "Urus pesanan ini di aplikasi {1}; keadaannya dibaca dari sana.",
                                "Handle this order in the app of {1}; its state is read from there."), [.text(order.channel.name)])
                    ]))
        }
        sections.append(
            .init(
                table: DataTable(
                    caption: Phrase("Tentang pesanan", "About the order"), columns: facts.map { .init($0.0) }, rows: [facts.map(\.1)])))
        sections.append(
            .init(
                table: DataTable(
                    caption: Phrase("Perjalanan pesanan", "What happened"),
                    columns: [
                        .init(Phrase("Kapan", "When")), .init(Phrase("Keadaan", "State")),
                        .init(Phrase("Kata kanal", "The channel’s word")),
                    ],
                    rows: events.map { event in
                        [.init(.moment(event.changedAt)), .init(.phrase(event.state.phrase)), .init(.text(event.channelState))]
                    })))
        return SectionPage(
            title: Phrase("Pesanan \(order.reference)", "Order \(order.reference)"), place: .products,
            lead: .text("\(order.channel.name) · \(shop.name)"), back: .init(Paths.orders(business), Phrase("Pesanan", "Orders")),
            notes: problem.map { [Notice(.warning, $0)] } ?? [], sections: sections)
    }

    private static func acts(_ order: Order, _ business: String, _ id: String) -> SectionPage.Section {
        .init(
            Phrase("Yang perlu dilakukan", "What is to be done"), anchor: "urus",
            forms: [
                Form(
                    action: Paths.order(id, of: business, "kirim"),
                    fields: order.channel == .goFood
                        ? []
                        : [
                            FormField(
                                "tracking", Phrase("Nomor resi", "Tracking number"),
                                hint: Phrase(
                                    "Hanya kalau kurirnya Anda pilih sendiri; selain itu kanal yang memberi.",
                                    "Only if you chose the courier yourself; otherwise the channel gives it."), isRequired: false)
                        ],
                    submit: order.channel == .goFood
                        ? Phrase("Terima pesanan", "Accept the order") : Phrase("Serahkan ke kurir", "Hand to the courier")),
                Form(
                    action: Paths.order(id, of: business, "batal"),
                    fields: [
                        FormField(
                            "reason", Phrase("Alasan", "Reason"),
                            .choice([
                                .init(CancelReason.outOfStock.rawValue, Phrase("barang habis", "out of stock")),
                                .init(CancelReason.closed.rawValue, Phrase("toko tutup", "the shop is closed")),
                                .init(CancelReason.buyerAsked.rawValue, Phrase("diminta pembeli", "the buyer asked")),
                                .init(CancelReason.other.rawValue, Phrase("lainnya", "something else")),
                            ]))
                    ], submit: Phrase("Batalkan pesanan", "Cancel the order"), isQuiet: true),
            ])
    }
}

extension OrderLine {
    /// What was bought, with the choice that was made.
    fileprivate var words: String { options.isEmpty ? title : "\(title) (\(options))" }
}

extension OrderState {
    var phrase: Phrase {
        switch self {
        case .unpaid: Phrase("belum dibayar", "not paid")
        case .held: Phrase("ditahan kanal", "held by the channel")
        case .paid: Phrase("perlu dikirim", "to be sent")
        case .packed: Phrase("dikemas", "packed")
        case .shipped: Phrase("dalam perjalanan", "on its way")
        case .delivered: Phrase("sampai", "delivered")
        case .completed: Phrase("selesai", "completed")
        case .cancelRequested: Phrase("pembeli minta batal", "the buyer asks to cancel")
        case .cancelled: Phrase("batal", "cancelled")
        case .returned: Phrase("dikembalikan", "sent back")
        case .unknown: Phrase("tidak dikenal", "not known")
        }
    }

    var mark: Badge.Kind {
        switch self {
        case .paid, .cancelRequested: .warning
        case .completed, .delivered: .good
        case .unpaid, .held, .packed, .shipped: .neutral
        case .cancelled, .returned, .unknown: .bad
        }
    }
}
