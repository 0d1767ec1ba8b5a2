public import Accounts
import Marketplaces
public import Storage

/// Why a product cannot be stored or found.
public enum CatalogueError: Error, Sendable, Hashable {
    case unknownProduct
    /// Another product of the business has the code.
    case codeTaken(String)
    /// Somebody changed the product since it was read.
    case changedMeanwhile
    case unknownShop
    case unknownListing
    /// The channel is closed, or takes no products from a program.
    case channelTakesNone
    case tooManyPhotos
}

extension SQLConnection {
    /// A product with its variants and permits.
    ///
    /// - Throws: ``CatalogueError/unknownProduct``, also for a product of another business.
    public func product(_ id: ProductID, of business: BusinessID) throws -> Product {
        guard let product = try products("id = \(id) AND business_id = \(business)", order: "id", limit: 1).first else {
            throw CatalogueError.unknownProduct
        }
        return product
    }

    /// A page of a business's products, the one that was changed last first.
    ///
    /// - Parameter text: only those with these letters in name or code; empty for all.
    public func products(
        of business: BusinessID, matching text: String = "", archived: Bool = false, offset: Int = 0, limit: Int
    ) throws -> [Product] {
        try products(condition(business, text, archived), order: "changed_at DESC, id DESC", limit: limit, offset: offset)
    }

    /// Products of a business by their numbers, archived ones too; those that it does not have are left out.
    public func products(of business: BusinessID, ids: [ProductID]) throws -> [Product] {
        try products("id IN \(list: ids) AND business_id = \(business)", order: "id", limit: 1_000_000)
    }

    /// How many ``products(of:matching:archived:offset:limit:)`` there are in all.
    public func productCount(of business: BusinessID, matching text: String = "", archived: Bool = false) throws -> Int {
        Int(try value("SELECT COUNT(*) FROM product WHERE \(condition(business, text, archived))", as: Int64.self) ?? 0)
    }

    private func condition(_ business: BusinessID, _ text: String, _ archived: Bool) -> SQLQuery {
        let base: SQLQuery = "business_id = \(business) AND is_archived = \(archived)"
        let folded = Product.folded(text)
        guard !folded.isEmpty else { return base }
        let pattern = "%" + folded.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
        return base + " AND title_folded LIKE \(pattern) ESCAPE '\\'"
    }

    func products(_ condition: SQLQuery, order: SQLQuery, limit: Int, offset: Int = 0) throws -> [Product] {
        var products = try rows(
            """
            SELECT \(Product.columns) FROM product WHERE \(condition) ORDER BY \(order) LIMIT \(Int64(limit)) OFFSET \(Int64(offset))
            """, Product.init(row:))
        let places = Dictionary(uniqueKeysWithValues: products.enumerated().map { ($1.id, $0) })
        try forEachRow(
            "SELECT product_id, \(Variant.columns) FROM variant WHERE product_id IN \(list: places.keys) ORDER BY product_id, position, id"
        ) { row in
            if let place = places[try row[0] as ProductID] { products[place].variants.append(try Variant(row: row, at: 1)) }
        }
        try forEachRow("SELECT product_id, kind, number FROM product_permit WHERE product_id IN \(list: places.keys)") { row in
            if let place = places[try row[0] as ProductID] { products[place].permits[try row[1]] = try row[2] as String }
        }
        return products
    }

    /// Stores a product as it is now, with variants and permits, and returns it as it was stored: with its codes and its new revision.
    ///
    /// A product without a code gets one from its name, and so does each variant.
    ///
    /// - Throws: ``CatalogueError/codeTaken(_:)``; ``CatalogueError/changedMeanwhile`` if its revision is not the one stored;
    ///   ``Storage/StorageError``.
    public func save(_ product: Product, at now: Timestamp) throws -> Product {
        var product = product
        let stored: (revision: Int64, business: BusinessID)? = try first(
            "SELECT revision, business_id FROM product WHERE id = \(product.id)"
        ) { (try $0[0], try $0[1]) }
        if let stored {
            guard stored.business == product.business else { throw CatalogueError.unknownProduct }
            guard stored.revision == product.revision else { throw CatalogueError.changedMeanwhile }
        }
        try fillCodes(of: &product)
        product.revision += 1
        product.changedAt = now
        let dimensions = product.dimensions
        let axes = (product.axes.first, product.axes.dropFirst().first)
        try run(
            """
            INSERT INTO product (id, business_id, sku, title, title_folded, description, category, brand, is_new, axis1, axis2, weight_grams,
                length_cm, width_cm, height_cm, days_to_ship, is_archived, revision, created_at, changed_at)
            VALUES (\(product.id), \(product.business), \(product.sku), \(product.title), \(Product.folded(product.title + " " + product.sku)),
                \(product.description), \(product.category), \(product.brand), \(product.condition == .new), \(axes.0), \(axes.1),
                \(product.weightGrams), \(dimensions?.length), \(dimensions?.width), \(dimensions?.height), \(product.daysToShip),
                \(product.isArchived), \(product.revision), \(now), \(now))
            ON CONFLICT (id) DO UPDATE SET sku = excluded.sku, title = excluded.title, title_folded = excluded.title_folded,
                description = excluded.description, category = excluded.category, brand = excluded.brand, is_new = excluded.is_new,
                axis1 = excluded.axis1, axis2 = excluded.axis2, weight_grams = excluded.weight_grams, length_cm = excluded.length_cm,
                width_cm = excluded.width_cm, height_cm = excluded.height_cm, days_to_ship = excluded.days_to_ship,
                is_archived = excluded.is_archived, revision = excluded.revision, changed_at = excluded.changed_at
            """)
        // Codes may change places between variants of one product: each first gets one that no other can have.
        try run("UPDATE variant SET sku = \("\u{1}") || position WHERE product_id = \(product.id)")
        for (position, variant) in product.variants.enumerated() {
            let options = (variant.options.first, variant.options.dropFirst().first)
            try run(
                """
                INSERT INTO variant (id, product_id, position, sku, option1, option2, price, cost, gtin, is_offered)
                VALUES (\(variant.id), \(product.id), \(position), \(variant.sku), \(options.0), \(options.1), \(variant.price),
                    \(variant.cost), \(variant.gtin), \(variant.isOffered))
                ON CONFLICT (id) DO UPDATE SET position = excluded.position, sku = excluded.sku, option1 = excluded.option1,
                    option2 = excluded.option2, price = excluded.price, cost = excluded.cost, gtin = excluded.gtin,
                    is_offered = excluded.is_offered
                """)
        }
        try run("DELETE FROM product_permit WHERE product_id = \(product.id)")
        for (kind, number) in product.permits.sorted(by: { $0.key < $1.key }) {
            try run("INSERT INTO product_permit (product_id, kind, number) VALUES (\(product.id), \(kind), \(number))")
        }
        return product
    }

    /// Gives product and variants the codes that they lack, and sees that no other product of the business has any of them.
    private func fillCodes(of product: inout Product) throws {
        let others = try rows("SELECT sku FROM product WHERE business_id = \(product.business) AND id <> \(product.id)") {
            try $0[0] as String
        }
        var taken = Set(others)
        if product.sku.isEmpty {
            product.sku = ProductCode.of(product.title, without: taken)
        } else if taken.contains(product.sku) {
            throw CatalogueError.codeTaken(product.sku)
        }
        taken = Set(
            try rows(
                """
                SELECT v.sku FROM variant v JOIN product p ON p.id = v.product_id
                WHERE p.business_id = \(product.business) AND p.id <> \(product.id)
                """
            ) { try $0[0] as String })
        var own = Set(product.variants.map(\.sku))
        for index in product.variants.indices {
            if product.variants[index].sku.isEmpty {
                let options = product.variants[index].options
                let code = options.isEmpty ? product.sku : ([product.sku] + options.map(ProductCode.short)).joined(separator: "-")
                product.variants[index].sku = ProductCode.free(code, without: taken.union(own))
                own.insert(product.variants[index].sku)
            } else if taken.contains(product.variants[index].sku) {
                throw CatalogueError.codeTaken(product.variants[index].sku)
            }
        }
    }

    /// Takes a product out of the lists, or brings it back. It is never deleted: orders name it.
    public func archive(_ id: ProductID, of business: BusinessID, _ isArchived: Bool = true, at now: Timestamp) throws {
        var product = try product(id, of: business)
        guard product.isArchived != isArchived else { return }
        product.isArchived = isArchived
        _ = try save(product, at: now)
    }

    /// The product of a business with a code of its own or of one of its variants; nil if there is none.
    public func product(withCode code: String, of business: BusinessID) throws -> Product? {
        let id: ProductID? =
            try value("SELECT id FROM product WHERE business_id = \(business) AND sku = \(code)")
            ?? value(
                """
                SELECT p.id FROM variant v JOIN product p ON p.id = v.product_id WHERE v.sku = \(code) AND p.business_id = \(business)
                """)
        return try id.map { try product($0, of: business) }
    }
}

extension Product {
    static let columns: SQLQuery = """
        id, business_id, sku, title, description, category, brand, is_new, axis1, axis2, weight_grams, length_cm, width_cm, height_cm,
        days_to_ship, is_archived, revision, changed_at
        """

    init(row: any SQLRow) throws {
        let sides: (Int?, Int?, Int?) = (try row[11], try row[12], try row[13])
        var dimensions: Offer.Dimensions?
        if let length = sides.0, let width = sides.1, let height = sides.2 {
            dimensions = Offer.Dimensions(length: length, width: width, height: height)
        }
        self.init(
            id: try row[0], business: try row[1], sku: try row[2], title: try row[3], description: try row[4], category: try row[5],
            brand: try row[6], condition: try row[7] as Bool ? .new : .used,
            axes: [try row[8] as String?, try row[9] as String?].compactMap { $0 }, weightGrams: try row[10], dimensions: dimensions,
            daysToShip: try row[14], isArchived: try row[15], revision: try row[16], changedAt: try row[17])
    }

    /// Text by which names are searched: lower case, single spaces.
    static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Variant {
    static let columns: SQLQuery = "id, sku, option1, option2, price, cost, gtin, is_offered"

    init(row: any SQLRow, at start: Int) throws {
        self.init(
            id: try row[start], sku: try row[start + 1],
            options: [try row[start + 2] as String?, try row[start + 3] as String?].compactMap { $0 }, price: try row[start + 4],
            cost: try row[start + 5], gtin: try row[start + 6], isOffered: try row[start + 7])
    }
}
