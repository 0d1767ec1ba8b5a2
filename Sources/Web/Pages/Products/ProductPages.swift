import Accounts
import Catalogue
import Marketplaces
import Nusantara
import Storage

/// What the pages of products say, apart from the form.
enum ProductPages {
    /// The most products that one change reaches.
    static let mostAtOnce = 1000

    // MARK: - The list

    static func row(
        _ product: Product, _ offer: Offer, stock: [VariantID: StockLevel], listings: [Listing], business: String, today: CalendarDate,
        fetched: FetchedRules
    ) -> [DataTable.Cell] {
        let category = product.category.flatMap { ProductTaxonomy.shipped[$0] }
        let rules = ShownChannels.all.map { fetched.rules(of: $0, for: product.category) }
        let suitable = rules.filter { $0.isForFoodOnly != true || category?.isReadyToEat == true }
        let ready = suitable.count { !$0.findings(about: offer, in: category, on: today).contains(where: \.isRefusal) }
        let available = product.variants.filter(\.isOffered).reduce(0) { $0 + (stock[$1.id]?.available ?? 0) }
        let live = listings.count { $0.state == .live }
        return [
            .init(.text(product.title), address: Paths.product(product.id.description, of: business)),
            .init(.phrase(product.priceWords)),
            .init(.whole(available), mark: available <= 0 ? .bad : nil),
            .init(
                .sentence(Phrase("{1} dari {2}", "{1} of {2}"), [.whole(ready), .whole(suitable.count)]),
                mark: ready == suitable.count ? .good : ready == 0 ? .bad : .warning),
            .init(.whole(live)),
        ]
    }

    static func list(
        _ room: ShopDoor.Room, rows: [[DataTable.Cell]], count: Int, text: String, isArchive: Bool, number: Int, pageSize: Int,
        keepers: [String]
    ) -> SectionPage {
        let business = room.business.description
        var sections: [SectionPage.Section] = []
        if rows.isEmpty, text.isEmpty, !isArchive {
            sections.append(
                .init(
                    Phrase("Belum ada produk", "No products yet"),
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Masukkan produk sekali saja di sini. Dari sini produk diperiksa untuk setiap kanal dan ditayangkan.",
                                "Enter each product once, here. From here it is checked for every channel and published."))
                    ]))
        } else {
            sections.append(
                .init(
                    table: DataTable(
                        caption: isArchive ? Phrase("Arsip", "Archive") : Phrase("Produk", "Products"),
                        columns: [
                            .init(Phrase("Produk", "Product"), isWide: true), .init(Phrase("Harga", "Price"), isNumber: true),
                            .init(Phrase("Bisa dijual", "For sale"), isNumber: true),
                            .init(Phrase("Siap untuk kanal", "Ready for channels"), isNumber: true),
                            .init(Phrase("Tayang di", "Live on"), isNumber: true),
                        ], rows: rows),
                    links: pageLinks(room, count: count, text: text, isArchive: isArchive, number: number, pageSize: pageSize),
                    forms: [
                        Form(
                            action: room.path, method: .get,
                            fields: [FormField("q", Phrase("Cari produk", "Find a product"), .search, content: text, isRequired: false)],
                            submit: Phrase("Cari", "Find"))
                    ]))
        }
        sections.append(
            .init(
                Phrase("Kelola", "Manage"),
                links: [
                    .init(Paths.newProduct(business), Phrase("Tambah produk", "Add a product")),
                    .init(
                        Paths.productSheet(business), Phrase("Tambah atau ubah lewat lembar Excel/CSV", "Add or change by Excel/CSV sheet")),
                    .init(Paths.bulkEdit(business), Phrase("Ubah banyak produk sekaligus", "Change many products at once")),
                    .init(Paths.shops(business), Phrase("Toko dan kanal", "Shops and channels")),
                    .init(Paths.orders(business), Phrase("Pesanan", "Orders")),
                    isArchive
                        ? .init(room.path, Phrase("Kembali ke produk", "Back to the products"))
                        : .init(room.path + "?arsip=1", Phrase("Arsip", "Archive")),
                ]))
        if room.isStaff {
            sections.append(
                .init(
                    Phrase("Yang mengurus", "Who looks after it"),
                    paragraphs: keepers.isEmpty
                        ? [.phrase(Phrase("Belum ada akun pemilik.", "No account of the owner yet."))] : keepers.map { .text($0) },
                    forms: [
                        Form(
                            action: "/usaha/\(business)/pemilik",
                            fields: [
                                FormField(
                                    "phone", Phrase("Nomor ponsel akun pemilik", "Phone number of the owner’s account"), .telephone,
                                    hint: Phrase(
                                        "Pemilik bisa masuk dan mengurus produknya sendiri.",
                                        "The owner can sign in and look after the products."))
                            ], submit: Phrase("Beri akses", "Give access"))
                    ]))
        }
        return SectionPage(title: Phrase("Produk", "Products"), place: .products, lead: .text(room.name), sections: sections)
    }

    private static func pageLinks(
        _ room: ShopDoor.Room, count: Int, text: String, isArchive: Bool, number: Int, pageSize: Int
    ) -> [SectionPage.Link] {
        func address(_ number: Int) -> String {
            Paths.with(room.path, ["q": text.isEmpty ? nil : text, "arsip": isArchive ? "1" : nil, "halaman": String(number)])
        }
        var links: [SectionPage.Link] = []
        if number > 1 { links.append(.init(address(number - 1), Phrase("Sebelumnya", "Previous"))) }
        if number * pageSize < count { links.append(.init(address(number + 1), Phrase("Berikutnya", "Next"))) }
        return links
    }

    // MARK: - One product

    static func product(
        _ product: Product, _ room: ShopDoor.Room, today: CalendarDate, _ connection: any SQLConnection
    ) throws -> SectionPage {
        let business = room.business.description
        let id = product.id.description
        let offer = try connection.offers([product]) { Paths.photo($0.description) }[0]
        let photos = try connection.photos(of: [product.id])[product.id] ?? []
        let levels = try connection.stock(of: product.variants.map(\.id))
        let shops = Dictionary(try connection.shops(of: room.business).map { ($0.id, $0) }) { first, _ in first }
        let listings = try connection.listings(of: [product.id])[product.id] ?? []
        return SectionPage(
            title: Phrase(verbatim: product.title), place: .products,
            lead: .maybe(Phrase.category(product.category)), back: .init(room.path, Phrase(verbatim: room.name)),
            sections: [
                facts(product, business, id),
                photoSection(product, photos, business, id),
                readiness(product, offer, business, id, today, try connection.fetchedRules()),
                listed(product, listings, shops, business, id),
                stock(product, levels, business, id),
            ] + (try movements(product, connection)))
    }

    private static func facts(_ product: Product, _ business: String, _ id: String) -> SectionPage.Section {
        var rows: [[DataTable.Cell]] = [
            [.init(.phrase(Phrase("Kode", "Code"))), .init(.text(product.sku))],
            [.init(.phrase(Phrase("Harga", "Price"))), .init(.phrase(product.priceWords))],
        ]
        if let grams = product.weightGrams { rows.append([.init(.phrase(Phrase("Berat", "Weight"))), .init(.text("\(grams) g"))]) }
        if let brand = product.brand { rows.append([.init(.phrase(Phrase("Merek", "Brand"))), .init(.text(brand))]) }
        for (kind, number) in product.permits.sorted(by: { $0.key < $1.key }) {
            let word =
                switch kind {
                case "halal": Phrase("Halal", "Halal")
                case "p-irt": Phrase("P-IRT", "P-IRT")
                case "bpom": Phrase("BPOM", "BPOM")
                default: Phrase("Tidak halal", "Not halal")
                }
            rows.append([.init(.phrase(word)), .init(.text(number.isEmpty ? "✓" : number))])
        }
        return .init(
            paragraphs: product.description.split(separator: "\n").map { .text(String($0)) },
            table: DataTable(
                caption: Phrase("Keterangan", "Details"), columns: [.init(Phrase("Apa", "What")), .init(Phrase("Isi", "Value"))], rows: rows
            ),
            links: [.init(Paths.product(id, of: business, "ubah"), Phrase("Ubah produk", "Change the product"))],
            forms: [
                Form(
                    action: Paths.product(id, of: business, "arsip"), fields: [],
                    submit: product.isArchived
                        ? Phrase("Keluarkan dari arsip", "Take out of the archive") : Phrase("Simpan di arsip", "Archive"),
                    hidden: [HiddenValue("back", product.isArchived ? "1" : "0")])
            ])
    }

    private static func photoSection(_ product: Product, _ photos: [Photo], _ business: String, _ id: String) -> SectionPage.Section {
        let action = Paths.product(id, of: business, "foto")
        var forms: [Form] = []
        if photos.count < Photo.mostOfOneProduct {
            forms.append(
                Form(
                    action: action,
                    fields: [
                        FormField(
                            "file", Phrase("Tambah foto", "Add a photo"), .file("image/jpeg,image/png,image/webp"),
                            hint: Phrase(
                                "Foto dari kamera ponsel. Diperkecil di sini; lokasi di dalam foto dibuang.",
                                "A photo from the phone’s camera. It is made smaller here; the place inside it is thrown away."))
                    ], submit: Phrase("Unggah", "Upload")))
        }
        if !photos.isEmpty {
            forms.append(
                Form(
                    action: action + "/atur",
                    fields: [
                        FormField(
                            "photo", Phrase("Foto ke-", "Photo number"),
                            .choice(photos.enumerated().map { .init($1.id.description, Phrase(verbatim: String($0 + 1))) })),
                        FormField(
                            "do", Phrase("Lakukan", "Do"),
                            .choice([
                                .init("first", Phrase("jadikan foto depan", "make it the cover")),
                                .init("remove", Phrase("hapus", "remove")),
                            ])),
                    ], submit: Phrase("Atur foto", "Arrange")))
        }
        return .init(
            Phrase("Foto", "Photos"), anchor: "foto",
            picture: photos.isEmpty
                ? nil : PhotoStrip(photos: photos.map { Paths.photoThumbnail($0.id.description) }, title: product.title), forms: forms)
    }

    /// Each channel with its state, then each problem once with the channels that have it.
    private static func readiness(
        _ product: Product, _ offer: Offer, _ business: String, _ id: String, _ today: CalendarDate, _ fetched: FetchedRules
    ) -> SectionPage.Section {
        let category = product.category.flatMap { ProductTaxonomy.shipped[$0] }
        var order: [ReadinessFinding] = []
        var channels: [ReadinessFinding: [Channel]] = [:]
        var refusing: Set<Channel> = []
        for channel in ShownChannels.all {
            for finding in fetched.rules(of: channel, for: product.category).findings(about: offer, in: category, on: today) {
                if channels[finding] == nil { order.append(finding) }
                channels[finding, default: []].append(channel)
                if finding.isRefusal { refusing.insert(channel) }
            }
        }
        let form = Paths.product(id, of: business, "ubah")
        let rows = (order.filter(\.isRefusal) + order.filter { !$0.isRefusal }).map { finding -> [DataTable.Cell] in
            let anchor =
                finding.problem.field == .photos
                ? Paths.product(id, of: business) + "#foto" : form + "#" + finding.problem.field.anchor
            let words = Phrase(finding.problem)
            let which = channels[finding] ?? []
            return [
                .init(finding.variant.map { .sentence(Phrase("{1}: {2}", "{1}: {2}"), [.text($0), .phrase(words)]) } ?? .phrase(words)),
                .init(
                    .phrase(finding.isRefusal ? Phrase("akan ditolak", "would be refused") : Phrase("saran", "advice")), address: anchor,
                    mark: finding.isRefusal ? .bad : .warning),
                .init(
                    which.count == ShownChannels.all.count
                        ? .phrase(Phrase("semua kanal", "every channel")) : .text(which.map(\.name).joined(separator: ", "))),
            ]
        }
        let ready = ShownChannels.all.filter { !refusing.contains($0) }
        return .init(
            Phrase("Kesiapan di setiap kanal", "Readiness on each channel"), anchor: "kesiapan",
            paragraphs: ready.isEmpty
                ? []
                : [.sentence(Phrase("Siap untuk {1}.", "Ready for {1}."), [.text(ready.map(\.name).joined(separator: ", "))])],
            table: rows.isEmpty
                ? nil
                : DataTable(
                    caption: Phrase("Yang perlu diperbaiki", "What needs mending"),
                    columns: [
                        .init(Phrase("Apa, dan bagaimana memperbaikinya", "What, and how to mend it"), isWide: true),
                        .init(Phrase("Akibatnya", "What follows")), .init(Phrase("Di", "On"), isWide: true),
                    ], rows: rows))
    }

    private static func listed(
        _ product: Product, _ listings: [Listing], _ shops: [ShopID: Shop], _ business: String, _ id: String
    ) -> SectionPage.Section {
        let rows = listings.compactMap { listing in shops[listing.shop].map { (listing, $0) } }.map { listing, shop -> [DataTable.Cell] in
            let state = listing.state
            return [
                .init(.text("\(shop.channel.name) · \(shop.name)"), address: listing.link),
                .init(
                    state.map { .phrase($0.phrase) }
                        ?? .phrase(listing.isWanted ? Phrase("menunggu", "waiting") : Phrase("tidak ditayangkan", "not published")),
                    mark: state?.mark ?? .neutral),
                .init(.text(listing.reason)),
            ]
        }
        let isPublic = listings.contains { shops[$0.shop]?.channel == .page && $0.isWanted }
        var options: [FormField.Option] = shops.values.filter { $0.channel != .page && $0.state != .closed }.sorted { $0.id < $1.id }.map {
            .init($0.id.description, Phrase(verbatim: "\($0.channel.name) · \($0.name)"))
        }
        options.insert(.init("page", Phrase("Halaman umum Naik Kelas", "Public page of Naik Kelas")), at: 0)
        return .init(
            Phrase("Tayang di mana", "Where it is listed"), anchor: "tayang",
            table: rows.isEmpty
                ? nil
                : DataTable(
                    caption: Phrase("Toko", "Shops"),
                    columns: [
                        .init(Phrase("Toko", "Shop"), isWide: true), .init(Phrase("Keadaan", "State")),
                        .init(Phrase("Alasan dari kanal", "The channel’s reason"), isWide: true),
                    ], rows: rows),
            links: isPublic ? [.init(Paths.publicProduct(id), Phrase("Lihat halaman umum", "See the public page"))] : [],
            forms: [
                Form(
                    action: Paths.product(id, of: business, "tayang"),
                    fields: [
                        FormField("shop", Phrase("Toko", "Shop"), .choice(options)),
                        FormField(
                            "wanted", Phrase("Lakukan", "Do"),
                            .choice([
                                .init("1", Phrase("tayangkan", "publish")), .init("0", Phrase("sembunyikan", "hide")),
                            ])),
                        FormField(
                            "link", Phrase("Alamat produk di toko itu", "Address of the product in that shop"),
                            hint: Phrase("Kalau sudah Anda pasang sendiri di sana.", "If you have put it up there yourself."),
                            isRequired: false),
                    ], submit: Phrase("Simpan", "Save"))
            ])
    }

    private static func stock(
        _ product: Product, _ levels: [VariantID: StockLevel], _ business: String, _ id: String
    ) -> SectionPage.Section {
        let offered = product.variants.filter(\.isOffered)
        func name(_ variant: Variant) -> String { variant.options.isEmpty ? variant.sku : variant.options.joined(separator: ", ") }
        return .init(
            Phrase("Stok", "Stock"), anchor: "stok",
            table: DataTable(
                caption: Phrase("Stok per varian", "Stock of each variant"),
                columns: [
                    .init(Phrase("Varian", "Variant"), isWide: true), .init(Phrase("Ada", "On hand"), isNumber: true),
                    .init(Phrase("Dipesan", "Reserved"), isNumber: true), .init(Phrase("Bisa dijual", "For sale"), isNumber: true),
                ],
                rows: offered.map { variant in
                    let level = levels[variant.id] ?? StockLevel()
                    return [
                        .init(.text(name(variant))), .init(.whole(level.onHand)), .init(.whole(level.reserved)),
                        .init(.whole(level.available), mark: level.available < 0 ? .bad : nil),
                    ]
                }),
            forms: offered.isEmpty
                ? []
                : [
                    Form(
                        action: Paths.product(id, of: business, "stok"),
                        fields: [
                            FormField(
                                "variant", Phrase("Varian", "Variant"),
                                .choice(offered.map { .init($0.id.description, Phrase(verbatim: name($0))) })),
                            FormField(
                                "kind", Phrase("Apa yang terjadi", "What happened"),
                                .choice([
                                    .init("received", Phrase("barang masuk", "goods came in")),
                                    .init("counted", Phrase("dihitung ulang, sekarang ada", "counted; there are now")),
                                    .init("withdrawn", Phrase("rusak, hilang atau dipakai", "spoilt, lost or used")),
                                ])),
                            FormField("count", Phrase("Berapa", "How many"), .digits(7)),
                        ], submit: Phrase("Catat stok", "Keep the stock"), hidden: [HiddenValue("submission", ProductID().description)])
                ])
    }

    private static func movements(_ product: Product, _ connection: any SQLConnection) throws -> [SectionPage.Section] {
        let entries = try product.variants.flatMap { variant in
            try connection.movements(of: variant.id, limit: 20).map { (variant, $0) }
        }.sorted { $0.1.movedAt > $1.1.movedAt }.prefix(20)
        guard !entries.isEmpty else { return [] }
        return [
            .init(
                table: DataTable(
                    caption: Phrase("Buku stok, yang terbaru", "The ledger, newest first"),
                    columns: [
                        .init(Phrase("Kapan", "When")), .init(Phrase("Varian", "Variant")), .init(Phrase("Apa", "What")),
                        .init(Phrase("Ada", "On hand"), isNumber: true), .init(Phrase("Dipesan", "Reserved"), isNumber: true),
                    ],
                    rows: entries.map { variant, entry in
                        [
                            .init(.moment(entry.movedAt)),
                            .init(.text(variant.options.isEmpty ? variant.sku : variant.options.joined(separator: ", "))),
                            .init(.phrase(entry.kind.phrase)), .init(.text(signed(entry.onHand))), .init(.text(signed(entry.reserved))),
                        ]
                    }))
        ]
    }

    private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : number < 0 ? "−\(number.magnitude)" : "0" }

    // MARK: - Many products

    static func bulk(_ room: ShopDoor.Room, fields: FormFields? = nil, isWrong: Bool = false) -> SectionPage {
        func option(_ value: String, _ label: Phrase) -> FormField.Option { .init(value, label, isChosen: fields?["change"] == value) }
        return SectionPage(
            title: Phrase("Ubah banyak produk", "Change many products"), place: .products,
            back: .init(room.path, Phrase(verbatim: room.name)),
            sections: [
                .init(forms: [
                    Form(
                        action: Paths.bulkEdit(room.business.description),
                        fields: [
                            FormField(
                                "q", Phrase("Hanya produk dengan kata ini", "Only products with this word"), content: fields?["q"] ?? "",
                                isRequired: false),
                            FormField(
                                "change", Phrase("Yang diubah", "What changes"),
                                .choice([
                                    option("percent", Phrase("harga, dengan persen (10 atau -10)", "price, by percent (10 or -10)")),
                                    option("amount", Phrase("harga, dengan rupiah (500 atau -500)", "price, by rupiah (500 or -500)")),
                                    option("weight", Phrase("berat, dalam gram", "weight, in grams")),
                                    option("category", Phrase("kategori", "category")), option("brand", Phrase("merek", "brand")),
                                    option("archive", Phrase("simpan di arsip", "archive")),
                                ])),
                            FormField(
                                "amount", Phrase("Menjadi atau sebesar", "To, or by how much"),
                                error: isWrong
                                    ? Phrase("Isi yang cocok dengan pilihan di atas.", "Write what fits the choice above.") : nil,
                                content: fields?["amount"] ?? "", isRequired: false),
                        ], submit: Phrase("Lihat dulu", "Look first"))
                ])
            ])
    }

    static func preview(_ edit: BulkEdit, _ products: [Product], _ room: ShopDoor.Room, fields: FormFields) -> SectionPage {
        let changes = products.compactMap { product in edit.applied(to: product).map { (product, $0) } }
        let unchanged = products.count - changes.count
        func words(_ product: Product) -> TemplateValue {
            switch edit {
            case .pricePercent, .priceAmount: .phrase(product.priceWords)
            case .weight: .text(product.weightGrams.map { "\($0) g" } ?? "–")
            case .category: .phrase(Phrase.category(product.category) ?? Phrase("–", "–"))
            case .brand: .text(product.brand ?? "–")
            case .archive: .phrase(product.isArchived ? Phrase("di arsip", "archived") : Phrase("dijual", "on sale"))
            }
        }
        return SectionPage(
            title: Phrase("Ubah banyak produk", "Change many products"), place: .products,
            lead: .sentence(
                Phrase("{1} produk berubah, {2} tidak.", "{1} products change, {2} do not."), [.whole(changes.count), .whole(unchanged)]),
            back: .init(Paths.bulkEdit(room.business.description), Phrase("Ubah lagi", "Choose again")),
            sections: [
                .init(
                    table: DataTable(
                        caption: Phrase("Sebelum dan sesudah", "Before and after"),
                        columns: [
                            .init(Phrase("Produk", "Product"), isWide: true), .init(Phrase("Sebelum", "Before")),
                            .init(Phrase("Sesudah", "After")),
                        ], rows: changes.prefix(200).map { [.init(.text($0.title)), .init(words($0)), .init(words($1))] }),
                    forms: changes.isEmpty
                        ? []
                        : [
                            Form(
                                action: Paths.bulkEdit(room.business.description), fields: [],
                                submit: Phrase("Ubah \(changes.count) produk", "Change \(changes.count) products"),
                                hidden: [
                                    HiddenValue("q", fields["q"] ?? ""), HiddenValue("change", fields["change"] ?? ""),
                                    HiddenValue("amount", fields["amount"] ?? ""),
                                    HiddenValue("shown", changes.map { "\($0.0.id):\($0.0.revision)" }.joined(separator: " ")),
                                ])
                        ])
            ])
    }
}
