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
                            .init(Phrase("Pesanan dibaca", "Orders read")), .init(Phrase("Disamakan", "Compared"), isWide: true),
                        ],
                        rows: shown.map { shop in
                            [
                                .init(
                                    .text("\(shop.channel.name) · \(shop.name)"), address: Paths.shop(shop.id.description, of: business)),
                                .init(.phrase(shop.state.phrase), mark: shop.state.mark),
                                .init(shop.ordersReadAt.map { .moment($0) } ?? .text("–")), .init(comparison(compared[shop.id])),
                            ]
                        })))
        }
        if !channels.isEmpty {
            sections.append(
                .init(
                    Phrase("Sambungkan toko", "Connect a shop"), anchor: "sambung",
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Produk dan stok dikirim sendiri ke sana, dan pesanan masuk ke sini.",
                                "Products and stock are sent there by themselves, and orders come here."))
                    ],
                    links: channels.map { channel in
                        .init(Paths.connectShop(business, channel.rawValue), Phrase(verbatim: channel.sellerPlatformName))
                    }))
        }
        let open = kept.filter { ChannelRuleBook.shipped[$0].isOpen(on: today) }
        sections.append(
            .init(
                Phrase("Toko yang diurus sendiri", "A shop kept by hand"),
                paragraphs: [
                    .phrase(
                        Phrase(
                            "Unggah produk lewat lembar, lalu catat alamatnya di halaman produk.",
                            "Upload products by sheet, then note their addresses on the product’s page."))
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

    // MARK: - One shop

    static func shop(
        _ shop: Shop, _ compared: Reconciliation?, failures: [LoggedCall], counts: [ListingState: Int], _ room: ShopDoor.Room
    ) -> SectionPage {
        let (business, id) = (room.business.description, shop.id.description)
        var facts: [(Phrase, DataTable.Cell)] = [(Phrase("Keadaan", "State"), .init(.phrase(shop.state.phrase), mark: shop.state.mark))]
        if let failure = shop.tokenFailure { facts.append((Phrase("Sebab", "Why"), .init(.text(failure)))) }
        if let ends = shop.refreshEnds { facts.append((Phrase("Izin berakhir", "Permission ends"), .init(.moment(ends)))) }
        if let read = shop.ordersReadAt { facts.append((Phrase("Pesanan dibaca", "Orders read"), .init(.moment(read)))) }
        for state in ListingState.allCases {
            guard let count = counts[state] else { continue }
            facts.append(
                (Phrase("Produk \(state.phrase.indonesian)", "Products \(state.phrase.english)"), .init(.whole(count), mark: state.mark)))
        }
        var sections: [SectionPage.Section] = [
            .init(
                table: DataTable(
                    caption: Phrase("Tentang toko", "About the shop"), columns: facts.map { .init($0.0) }, rows: [facts.map(\.1)]),
                links: shop.state == .disconnected
                    ? [.init(Paths.connectShop(business, shop.channel.rawValue), Phrase("Sambungkan lagi", "Connect again"))] : [])
        ]
        if let compared { sections.append(differences(compared)) }
        if shop.state == .connected {
            sections.append(
                .init(forms: [
                    Form(
                        action: Paths.shop(id, of: business, "tayangkan"), fields: [],
                        submit: Phrase("Tayangkan semua produk di sini", "Publish every product here")),
                    Form(
                        action: Paths.shop(id, of: business, "samakan"), fields: [],
                        submit: Phrase("Samakan dengan kanal sekarang", "Compare with the channel now"), isQuiet: true),
                ]))
        }
        sections.append(
            .init(forms: [
                Form(
                    action: Paths.shop(id, of: business),
                    fields: [
                        FormField(
                            "held", Phrase("Stok yang ditahan", "Stock held back"), .digits(6),
                            hint: Phrase(
                                "Sekian dari setiap varian tidak ditawarkan di sini, supaya tidak terjual dua kali.",
                                "So many of each variant are not offered here, so that nothing is sold twice."),
                            content: String(shop.heldBack))
                    ], submit: Phrase("Simpan", "Save"))
            ]))
        if !failures.isEmpty {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Panggilan yang gagal, yang terbaru", "Calls that failed, the latest first"),
                        columns: [.init(Phrase("Kapan", "When")), .init(Phrase("Jawaban kanal", "The channel’s answer"), isWide: true)],
                        rows: failures.map { [.init(.moment($0.at)), .init(.text($0.failure ?? ""))] })))
        }
        if shop.state == .connected {
            sections.append(
                .init(forms: [
                    Form(
                        action: Paths.shop(id, of: business, "putus"), fields: [],
                        submit: Phrase("Putuskan toko ini", "Disconnect this shop"),
                        isQuiet: true)
                ]))
        }
        return SectionPage(
            title: Phrase(verbatim: "\(shop.channel.name) · \(shop.name)"), place: .products,
            back: .init(Paths.shops(business), Phrase("Toko dan kanal", "Shops and channels")), sections: sections)
    }

    private static func differences(_ compared: Reconciliation) -> SectionPage.Section {
        guard !compared.drifts.isEmpty else {
            return .init(paragraphs: [
                .sentence(
                    Phrase("Pada {1} buku dan kanal sama.", "On {1} the books and the channel were equal."), [.moment(compared.finishedAt)])
            ])
        }
        return .init(
            table: DataTable(
                caption: Phrase("Yang berbeda waktu disamakan", "What differed when they were compared"),
                columns: [
                    .init(Phrase("Produk", "Product"), isWide: true), .init(Phrase("Apa", "What")), .init(Phrase("Di sini", "Here")),
                    .init(Phrase("Di kanal", "On the channel")), .init(Phrase("Hasil", "Result")),
                ],
                rows: compared.drifts.map { drift in
                    let what =
                        switch drift.what {
                        case "price": Phrase("harga", "price")
                        case "stock": Phrase("stok", "stock")
                        case "state": Phrase("keadaan", "state")
                        default: Phrase("tidak ada lagi di sana", "not there any more")
                        }
                    return [
                        .init(.text(drift.variant.isEmpty ? drift.product : drift.variant)), .init(.phrase(what)), .init(.text(drift.here)),
                        .init(.text(drift.there)),
                        drift.isMended
                            ? .init(.phrase(Phrase("dibetulkan", "mended")), mark: .good)
                            : .init(.phrase(Phrase("belum beres", "open")), mark: .warning),
                    ]
                }))
    }

    // MARK: - Connecting

    static func connect(_ channel: Channel, _ room: ShopDoor.Room) -> SectionPage {
        let business = room.business.description
        let goesThere = channel == .shopee || channel == .tikTokShop
        return SectionPage(
            title: Phrase("Sambungkan \(channel.sellerPlatformName)", "Connect \(channel.sellerPlatformName)"), place: .products,
            back: .init(Paths.shops(business), Phrase("Toko dan kanal", "Shops and channels")),
            sections: [
                .init(
                    paragraphs: [
                        .phrase(
                            goesThere
                                ? Phrase(
                                    "Anda akan dibawa ke kanal itu untuk menyetujui, lalu kembali ke sini. Izinnya bisa Anda cabut kapan saja, di sini atau di sana.",
                                    "You will be taken to the channel to agree, and come back here. You can take the permission back at any time, here or there."
                                )
                                : Phrase(
                                    "Isi yang ditunjukkan kanal kepada Anda. Izinnya bisa Anda cabut kapan saja.",
                                    "Fill in what the channel shows you. You can take the permission back at any time."))
                    ],
                    forms: [
                        Form(
                            action: Paths.connectShop(business, channel.rawValue), fields: connectionFields(channel),
                            submit: goesThere
                                ? Phrase("Lanjut ke \(channel.sellerPlatformName)", "Go to \(channel.sellerPlatformName)")
                                : Phrase("Sambungkan", "Connect"))
                    ])
            ])
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
                    "key", Phrase(verbatim: "API Seller Key"), .password,
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
