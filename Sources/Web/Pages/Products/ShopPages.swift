import Catalogue
import Marketplaces
import Nusantara
import Sales
import Storage

/// What the pages of shops, and of a product for anybody, say.
enum ShopPages {
    /// Channels on which a shop can be kept by hand.
    static let kept: [Channel] = [.shopee, .tikTokShop, .tokopedia, .blibli, .goFood]

    /// - Parameter channels: those on which a shop can be connected.
    static func shops(
        _ shops: [Shop], _ compared: [ShopID: Reconciliation], _ room: ShopDoor.Room, channels: [Channel], today: CalendarDate
    ) -> SectionPage {
        let business = room.business.description
        let shown = shops.filter { $0.channel != .page }
        var sections: [SectionPage.Section] = []
        if !shown.isEmpty {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Toko", "Shops"),
                        columns: [
                            .init(Phrase("Toko", "Shop"), isWide: true), .init(Phrase("Keadaan", "State")),
                            .init(Phrase("Izin berakhir", "Permission ends")), .init(Phrase("Pesanan dibaca", "Orders read")),
                            .init(Phrase("Disamakan", "Compared"), isWide: true),
                            .init(Phrase("Stok ditahan", "Held back"), isNumber: true),
                        ],
                        rows: shown.map { shop in
                            [
                                .init(.text("\(shop.channel.name) · \(shop.name)")),
                                .init(.phrase(shop.state.phrase), mark: shop.state.mark),
                                .init(shop.refreshEnds.map { .moment($0) } ?? .text("–")),
                                .init(shop.ordersReadAt.map { .moment($0) } ?? .text("–")), .init(comparison(compared[shop.id])),
                                .init(.whole(shop.heldBack)),
                            ]
                        }),
                    forms: shown.flatMap { shop in connectionForms(shop, business) }
                        + shown.map { shop in
                            Form(
                                action: Paths.shop(shop.id.description, of: business),
                                fields: [
                                    FormField(
                                        "held",
                                        Phrase(
                                            "Stok yang ditahan dari \(shop.channel.name) · \(shop.name)",
                                            "Stock held back from \(shop.channel.name) · \(shop.name)"),
                                        .digits(6),
                                        hint: Phrase(
                                            "Sekian dari setiap varian tidak ditawarkan di sini, supaya tidak terjual dua kali.",
                                            "So many of each variant are not offered here, so that nothing is sold twice."),
                                        content: String(shop.heldBack))
                                ], submit: Phrase("Simpan", "Save"))
                        }))
        }
        if !channels.isEmpty {
            sections.append(
                .init(
                    Phrase("Sambungkan toko", "Connect a shop"), anchor: "sambung",
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Kanal akan bertanya apakah Naik Kelas boleh mengurus toko Anda. Sesudah itu produk dan stok dikirim sendiri, dan pesanan masuk ke sini.",
                                "The channel will ask whether Naik Kelas may look after your shop. From then on products and stock are sent by themselves, and orders come here."
                            ))
                    ],
                    forms: channels.map { channel in
                        Form(
                            action: Paths.connectShop(business, channel.rawValue), fields: connectionFields(channel),
                            submit: Phrase("Sambungkan \(channel.sellerPlatformName)", "Connect \(channel.sellerPlatformName)"))
                    }))
        }
        let open = kept.filter { ChannelRuleBook.shipped[$0].isOpen(on: today) }
        sections.append(
            .init(
                Phrase("Tambah toko", "Add a shop"),
                paragraphs: [
                    .phrase(
                        Phrase(
                            "Toko yang diurus sendiri: unggah produk lewat lembar, lalu catat alamatnya di halaman produk.",
                            "A shop kept by hand: upload products by sheet, then note their addresses on the product’s page."))
                ],
                forms: [
                    Form(
                        action: Paths.shops(business),
                        fields: [
                            FormField(
                                "channel", Phrase("Kanal", "Channel"), .choice(open.map { .init($0.rawValue, Phrase(verbatim: $0.name)) })),
                            FormField("name", Phrase("Nama toko di sana", "Name of the shop there")),
                        ], submit: Phrase("Tambah", "Add"))
                ]))
        sections.append(
            .init(
                Phrase("Umpan produk", "Product feeds"),
                paragraphs: [
                    .phrase(
                        Phrase(
                            "Berisi produk yang tampil di halaman umum dan siap untuk kanal itu. Tempel alamatnya di Google Merchant Center atau Meta Commerce Manager.",
                            "They hold the products shown on the public page that are ready for the channel. Paste the address into Google Merchant Center or Meta Commerce Manager."
                        ))
                ],
                links: [
                    .init(Paths.feed(business, "google.xml"), Phrase(verbatim: "Google (RSS)")),
                    .init(Paths.feed(business, "google.tsv"), Phrase(verbatim: "Google (TSV)")),
                    .init(Paths.feed(business, "meta.csv"), Phrase(verbatim: "Facebook, Instagram & WhatsApp (CSV)")),
                ]))
        return SectionPage(
            title: Phrase("Toko dan kanal", "Shops and channels"), place: .products, back: .init(room.path, Phrase(verbatim: room.name)),
            sections: sections)
    }

    private static func comparison(_ found: Reconciliation?) -> TemplateValue {
        guard let found else { return .text("–") }
        if found.drifts.isEmpty { return .sentence(Phrase("sama, {1}", "equal, {1}"), [.moment(found.finishedAt)]) }
        let open = found.drifts.count { !$0.isMended }
        return .sentence(
            Phrase("{1} beda, {2} belum beres, {3}", "{1} differed, {2} still do, {3}"),
            [.whole(found.drifts.count), .whole(open), .moment(found.finishedAt)])
    }

    /// What an owner has to bring along, where a channel has no page on which to agree.
    private static func connectionFields(_ channel: Channel) -> [FormField] {
        switch channel {
        case .blibli:
            [
                FormField(
                    "store", Phrase("Kode toko di Blibli", "Code of the store on Blibli"),
                    hint: Phrase("Seperti TOQ-15126, di Seller Center, Info Toko.", "Like TOQ-15126, in the Seller Center, Store info.")),
                FormField(
                    "key", Phrase("API Seller Key", "API Seller Key"), .password,
                    hint: Phrase("Dibuat di Seller Center. Disimpan tersegel.", "Made in the Seller Center. Kept sealed.")),
                FormField("username", Phrase("Nama pengguna Seller Center", "User name of the Seller Center")),
            ]
        case .goFood:
            [
                FormField(
                    "outlet", Phrase("Nomor gerai GoFood", "Number of the GoFood outlet"),
                    hint: Phrase(
                        "Seperti G123456789, di aplikasi GoBiz. Tautkan dulu gerainya di sana.",
                        "Like G123456789, in the GoBiz app. Link the outlet there first.")),
                FormField("name", Phrase("Nama gerai", "Name of the outlet")),
            ]
        default: []
        }
    }

    private static func connectionForms(_ shop: Shop, _ business: String) -> [Form] {
        guard shop.state == .connected else { return [] }
        let name = "\(shop.channel.name) · \(shop.name)"
        return [
            Form(
                action: Paths.shop(shop.id.description, of: business, "samakan"), fields: [],
                submit: Phrase("Samakan \(name) sekarang", "Compare \(name) now"), isQuiet: true),
            Form(
                action: Paths.shop(shop.id.description, of: business, "putus"), fields: [],
                submit: Phrase("Putuskan \(name)", "Disconnect \(name)"), isQuiet: true),
        ]
    }

    static func product(
        _ product: Product, _ offer: Offer, _ entry: FeedEntry, seller: String, place: String?, photos: [Photo],
        elsewhere: [SectionPage.Link]
    ) -> SectionPage {
        SectionPage(
            title: Phrase(verbatim: product.title), place: nil,
            lead: place.map { .sentence(Phrase("{1}, {2}", "{1}, {2}"), [.text(seller), .text($0)]) } ?? .text(seller),
            sections: [
                .init(
                    paragraphs: product.description.split(separator: "\n").map { .text(String($0)) },
                    picture: PublicPhotos(photos: photos, title: product.title, markup: ProductMarkup(entry)),
                    table: DataTable(
                        caption: Phrase("Harga", "Price"),
                        columns: [
                            .init(Phrase("Varian", "Variant"), isWide: true), .init(Phrase("Harga", "Price"), isNumber: true),
                            .init(Phrase("Stok", "Stock")),
                        ],
                        rows: offer.variants.map { variant in
                            [
                                .init(.text(variant.options.isEmpty ? product.title : variant.options.joined(separator: ", "))),
                                .init(.phrase(.rupiah(variant.price))),
                                variant.stock > 0
                                    ? .init(.phrase(Phrase("ada", "in stock")), mark: .good)
                                    : .init(.phrase(Phrase("habis", "sold out")), mark: .bad),
                            ]
                        }), links: elsewhere)
            ])
    }
}

/// The photos of a product for anybody, and what machines read about it.
private struct PublicPhotos: Drawing {
    let photos: [Photo]
    let title: String
    let markup: ProductMarkup

    func draw(in language: Language) -> SafeMarkup {
        MarkupPen.markup { pen in
            for (index, photo) in photos.enumerated() {
                pen.element(
                    "img",
                    [
                        "src": .text(Paths.photo(photo.id.description)), "alt": .text(index == 0 ? title : "\(title) (\(index + 1))"),
                        "class": "photo",
                        "loading": .text(index == 0 ? "eager" : "lazy"), "width": .number(Double(photo.width)),
                        "height": .number(Double(photo.height)),
                    ])
            }
            pen.add(SafeMarkup(markup))
        }
    }
}

extension Channel {
    /// What its seller platform is called: one for TikTok Shop and Tokopedia.
    var sellerPlatformName: String { self == .tikTokShop ? "TikTok Shop & Tokopedia" : name }
}

extension Shop.State {
    var phrase: Phrase {
        switch self {
        case .byHand: Phrase("diurus sendiri", "kept by hand")
        case .connected: Phrase("tersambung", "connected")
        case .disconnected: Phrase("sambungan putus", "disconnected")
        case .closed: Phrase("tutup", "closed")
        }
    }

    var mark: Badge.Kind {
        switch self {
        case .byHand, .closed: .neutral
        case .connected: .good
        case .disconnected: .bad
        }
    }
}
