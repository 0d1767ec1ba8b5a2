import Accounts
import Catalogue
import HTTPTypes
import Hummingbird
import Marketplaces
import Nusantara
import Sales
import Storage

/// The products of a business: list, form, one product with its readiness and its stock.
struct ProductController: Sendable {
    let services: WebServices
    private static let pageSize = 30

    private var door: ShopDoor { ShopDoor(services: services) }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/usaha/:business/produk") { request, context in try await list(request, context) }
        router.get("/usaha/:business/produk/baru") { request, context in try await new(request, context) }
        router.post("/usaha/:business/produk") { request, context in try await save(nil, request, context) }
        router.get("/usaha/:business/produk/:product") { request, context in try await show(request, context) }
        router.get("/usaha/:business/produk/:product/ubah") { request, context in try await edit(request, context) }
        router.post("/usaha/:business/produk/:product/ubah") { request, context in
            try await save(try Self.productID(context), request, context)
        }
        router.post("/usaha/:business/produk/:product/stok") { request, context in try await stock(request, context) }
        router.post("/usaha/:business/produk/:product/arsip") { request, context in try await archive(request, context) }
        router.get("/usaha/:business/ubah-banyak") { request, context in try await bulk(request, context) }
        router.post("/usaha/:business/ubah-banyak") { request, context in try await bulkEdit(request, context) }
        router.post("/usaha/:business/pemilik") { request, context in try await addKeeper(request, context) }
    }

    static func productID(_ context: AppRequestContext) throws -> ProductID {
        guard let id = ProductID(try context.parameters.require("product")) else { throw WebError.notFound }
        return id
    }

    // MARK: - The list

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let text = request.query["q"] ?? ""
        let isArchive = request.query["arsip"] == "1"
        let number = max(1, Int(request.query["halaman"] ?? "") ?? 1)
        let today = services.today
        let page = try await services.database.read { connection in
            let products = try connection.products(
                of: room.business, matching: text, archived: isArchive, offset: (number - 1) * Self.pageSize, limit: Self.pageSize)
            let count = try connection.productCount(of: room.business, matching: text, archived: isArchive)
            let keepers =
                room.isStaff ? try connection.keepers(of: room.business).compactMap { try connection.viewer($0)?.person.name } : []
            let offers = try connection.offers(products) { Paths.photo($0.description) }
            let stock = try connection.stock(of: products.flatMap { $0.variants.map(\.id) })
            let listings = try connection.listings(of: products.map(\.id))
            let fetched = try connection.fetchedRules()
            let rows = zip(products, offers).map { product, offer in
                ProductPages.row(
                    product, offer, stock: stock, listings: listings[product.id] ?? [], business: room.business.description, today: today,
                    fetched: fetched)
            }
            return ProductPages.list(
                room, rows: rows, count: count, text: text, isArchive: isArchive, number: number, pageSize: Self.pageSize, keepers: keepers)
        }
        return services.reply(with: page, to: request, context)
    }

    // MARK: - The form

    private func new(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        var draft = ProductDraft()
        var variant = VariantDraft()
        variant.stock = ""
        draft.variants = [variant]
        let page = ProductForm(draft).page(
            isNew: true, action: room.path, room: room, backAddress: room.path, submission: ProductID().description, revision: 0)
        return services.reply(with: page, to: request, context)
    }

    private func edit(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let id = try Self.productID(context)
        let page = try await services.database.read { connection in
            let product = try connection.known(id, of: room.business)
            let stock = try connection.stock(of: product.variants.map(\.id))
            return Self.form(ProductForm(ProductDraft(product, stock: stock)), of: product, room)
        }
        return services.reply(with: page, to: request, context)
    }

    private static func form(
        _ form: ProductForm, of product: Product, _ room: ShopDoor.Room, submission: String = ProductID().description,
        faults: [ProductFault] = [], problem: Phrase? = nil
    ) -> ProductFormPage {
        let address = Paths.product(product.id.description, of: room.business.description)
        return form.page(
            isNew: false, action: address + "/ubah", room: room, backAddress: address, submission: submission, revision: product.revision,
            faults: faults, problem: problem)
    }

    private enum Saved: Sendable {
        case stored(ProductID)
        case refused(ProductFormPage)
    }

    private func save(_ id: ProductID?, _ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let submission = fields["submission"], let newID = ProductID(submission) else { throw WebError.badRequest }
        let form = ProductForm(fields)
        let now = services.now()
        let saved = try await services.database.write { connection -> Saved in
            // A new product has the number of its form, so that sending it twice stores one.
            if id == nil, (try? connection.product(newID, of: room.business)) != nil { return .stored(newID) }
            let known = try id.map { try connection.known($0, of: room.business) }
            func refused(_ faults: [ProductFault], _ problem: Phrase? = nil) -> Saved {
                if let known { return .refused(Self.form(form, of: known, room, submission: submission, faults: faults, problem: problem)) }
                return .refused(
                    form.page(
                        isNew: true, action: room.path, room: room, backAddress: room.path, submission: submission, revision: 0,
                        faults: faults,
                        problem: problem))
            }
            let base = known ?? Product(id: newID, business: room.business, sku: "", title: "")
            let reading = form.draft.reading(of: base, for: room.business)
            guard var product = reading.product else { return refused(reading.faults) }
            if let shown = fields["revision"].flatMap({ Int64($0) }) { product.revision = shown }
            do {
                let stored = try connection.save(
                    product, stock: reading.stock, submission: "form \(submission)", by: room.viewer.person.id, at: now)
                try connection.askForRounds(of: room.business, at: now)
                return .stored(stored.id)
            } catch CatalogueError.codeTaken(let code) {
                return refused(
                    [], Phrase("Kode “\(code)” sudah dipakai produk lain.", "Another product has the code “\(code)”."))
            } catch CatalogueError.changedMeanwhile {
                return refused(
                    [],
                    Phrase(
                        "Produk ini sudah diubah di tempat lain. Yang Anda ketik masih ada di sini; periksa, lalu simpan lagi.",
                        "This product was changed elsewhere. What you typed is still here; look it over and save again."))
            }
        }
        switch saved {
        case .stored(let id):
            return services.redirect(to: Paths.product(id.description, of: room.business.description), notice: .productSaved)
        case .refused(let page): return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
    }

    // MARK: - One product

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let id = try Self.productID(context)
        let today = services.today
        let page = try await services.database.read { connection in
            let product = try connection.known(id, of: room.business)
            return try ProductPages.product(product, room, today: today, connection)
        }
        return services.reply(with: page, to: request, context)
    }

    private func stock(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let id = try Self.productID(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let kinds: [StockMovement.Kind] = [.received, .counted, .withdrawn]
        guard let kind = fields["kind"].flatMap(StockMovement.Kind.init(rawValue:)), kinds.contains(kind),
            let variant = fields["variant"].flatMap({ VariantID($0) }), let submission = fields["submission"]
        else { throw WebError.badRequest }
        let address = Paths.product(id.description, of: room.business.description)
        guard let count = WholeNumber.parse(fields["count"] ?? "").value ?? (fields["count"] == "0" ? 0 : nil),
            (0...1_000_000).contains(count)
        else {
            return services.redirect(to: address + "#stok", notice: .countUnreadable)
        }
        let now = services.now()
        try await services.database.write { connection in
            let product = try connection.known(id, of: room.business)
            guard product.variants.contains(where: { $0.id == variant }) else { throw WebError.notFound }
            try connection.move(
                StockMovement(kind, count, of: variant, reference: "form \(submission)", by: room.viewer.person.id), at: now)
            try connection.askForRounds(of: room.business, at: now)
        }
        return services.redirect(to: address + "#stok", notice: .stockKept)
    }

    private func archive(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let id = try Self.productID(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let now = services.now()
        try await services.database.write { connection in
            _ = try connection.known(id, of: room.business)
            try connection.archive(id, of: room.business, fields["back"] != "1", at: now)
            try connection.askForRounds(of: room.business, at: now)
        }
        return services.redirect(to: room.path, notice: .productSaved)
    }

    // MARK: - Many products

    private func bulk(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        return services.reply(with: ProductPages.bulk(room), to: request, context)
    }

    private func bulkEdit(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let edit = BulkEdit(kind: fields["change"] ?? "", amount: fields["amount"] ?? "") else {
            return services.reply(
                with: ProductPages.bulk(room, fields: fields, isWrong: true), status: .unprocessableContent, to: request, context)
        }
        let text = fields["q"] ?? ""
        if let confirmed = fields["shown"] {
            let revisions = Dictionary(
                confirmed.split(separator: " ").compactMap { pair -> (ProductID, Int64)? in
                    let parts = pair.split(separator: ":")
                    guard parts.count == 2, let id = ProductID(String(parts[0])), let revision = Int64(parts[1]) else { return nil }
                    return (id, revision)
                }, uniquingKeysWith: { first, _ in first })
            let now = services.now()
            try await services.database.write { connection in
                let products = try connection.products(of: room.business, matching: text, limit: ProductPages.mostAtOnce)
                let shown = products.filter { revisions[$0.id] == $0.revision }
                _ = try connection.apply(edit, to: shown, at: now)
                try connection.askForRounds(of: room.business, at: now)
            }
            return services.redirect(to: room.path, notice: .productsChanged)
        }
        let page = try await services.database.read { connection in
            let products = try connection.products(of: room.business, matching: text, limit: ProductPages.mostAtOnce)
            return ProductPages.preview(edit, products, room, fields: fields)
        }
        return services.reply(with: page, to: request, context)
    }

    // MARK: - Keepers

    private func addKeeper(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        guard room.isStaff else { throw WebError.forbidden }
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let (vault, now) = (services.vault, services.now())
        let isFound = try await services.database.write(holding: .auditTrail) { connection in
            guard let person = try connection.person(phone: fields["phone"] ?? "", vault) else { return false }
            try connection.addKeeper(person.id, to: room.business, by: room.viewer.person.id, at: now)
            return true
        }
        return services.redirect(to: room.path, notice: isFound ? .keeperAdded : .keeperUnknown)
    }
}

extension SQLConnection {
    /// A product of a business, or the page that says there is none.
    func known(_ id: ProductID, of business: BusinessID) throws -> Product {
        do {
            return try product(id, of: business)
        } catch CatalogueError.unknownProduct {
            throw WebError.notFound
        }
    }
}

extension BulkEdit {
    /// The words of the form: `percent`, `amount`, `weight`, `category`, `brand`, `archive`.
    init?(kind: String, amount text: String) {
        let text = text.trimmingWhitespace()
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? String(text.dropFirst()) : text.hasPrefix("+") ? String(text.dropFirst()) : text
        switch kind {
        case "percent":
            guard let percent = WholeNumber.parse(digits.replacing("%", with: "")).value, (1...500).contains(percent) else { return nil }
            self = .pricePercent(isNegative ? -percent : percent)
        case "amount":
            guard let amount = Rupiah.parse(digits).value, (1...1_000_000_000).contains(amount.rawValue) else { return nil }
            self = .priceAmount(isNegative ? -Int(amount.rawValue) : Int(amount.rawValue))
        case "weight":
            guard let grams = WholeNumber.parse(digits).value, (1...500_000).contains(grams) else { return nil }
            self = .weight(grams: grams)
        case "category":
            guard let category = ProductTaxonomy.shipped.category(named: text), ProductTaxonomy.shipped.isLeaf(category.key) else {
                return nil
            }
            self = .category(category.key)
        case "brand":
            let brand = PlainText.line(text)
            guard !brand.isEmpty else { return nil }
            self = .brand(brand)
        case "archive": self = .archive
        default: return nil
        }
    }
}
