public import Accounts
import Marketplaces
public import Nusantara
public import Storage

/// A product as somebody typed it, in a form or as rows of a sheet: every field is text, and nothing is lost when some of it is wrong.
public struct ProductDraft: Sendable, Hashable {
    public var sku = ""
    public var title = ""
    public var description = ""
    /// The key or the name of a category.
    public var category = ""
    public var brand = ""
    public var isUsed = false
    /// The names of the axes.
    public var axes: [String] = ["", ""]
    public var variants: [VariantDraft] = []
    /// Numbers by kind.
    public var permits: [String: String] = [:]
    public var isNotHalal = false
    /// Grams, or with a unit: `250`, `250 g`, `1,5 kg`.
    public var weight = ""
    /// Centimetres.
    public var length = ""
    public var width = ""
    public var height = ""
    public var daysToShip = ""

    public init() {}
}

/// A variant as somebody typed it.
public struct VariantDraft: Sendable, Hashable {
    /// The variant that it changes; nil for a new one.
    public var id: VariantID?
    public var sku = ""
    public var options: [String] = ["", ""]
    public var price = ""
    public var cost = ""
    /// Nil where nobody was asked: the stock stays as it is.
    public var stock: String?
    public var gtin = ""

    public init(id: VariantID? = nil) {
        self.id = id
    }

    /// Whether nothing was typed.
    public var isBlank: Bool {
        sku.isEmpty && price.isEmpty && cost.isEmpty && (stock ?? "").isEmpty && gtin.isEmpty && options.allSatisfy(\.isEmpty)
    }
}

/// Something that keeps a draft from being stored, or was mended on the way.
public struct ProductFault: Sendable, Hashable {
    public let field: Field
    /// Which variant, counted from 0; nil for the product.
    public let variant: Int?
    /// What is wrong and what to do, in both languages.
    public let notice: Notice

    /// A field of the form; the raw value is its name there.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case sku, title, description, category, brand, axes, options, price, cost, stock, gtin, weight, length, width, height
        case daysToShip = "days"
        case halal
        case pirt = "p-irt"
        case bpom
    }

    public init(_ field: Field, variant: Int? = nil, _ notice: Notice) {
        self.field = field
        self.variant = variant
        self.notice = notice
    }
}

/// What was read from a ``ProductDraft``.
public struct ProductReading: Sendable {
    /// Nil if something keeps it from being stored.
    public let product: Product?
    /// The stock that was typed, by variant; variants of whom nobody said it are not in it.
    public let stock: [VariantID: Int]
    public let faults: [ProductFault]
    /// What was changed on the way, for the person to know.
    public let remarks: [ProductFault]
}

extension ProductDraft {
    /// Prices above this are taken for a slip of the finger.
    static let highestPrice: Int64 = 1_000_000_000
    static let highestStock = 1_000_000

    /// Reads the draft.
    ///
    /// - Parameters:
    ///   - known: the product that it changes; nil for a new one.
    public func reading(of known: Product? = nil, for business: BusinessID) -> ProductReading {
        var reader = ProductDraftReader(draft: self)
        let title = reader.title()
        let sku = reader.code(self.sku, field: .sku, variant: nil)
        let axes = reader.axes()
        let (variants, stock) = reader.variants(axes: axes, productCode: sku ?? "", known: known?.variants ?? [])
        let taxonomy = ProductTaxonomy.shipped
        let categoryText = PlainText.line(category)
        let category = taxonomy.category(named: categoryText).map(\.key)
        if !categoryText.isEmpty, category.map(taxonomy.isLeaf) != true {
            reader.faults.append(
                ProductFault(
                    .category,
                    Notice(
                        code: "product.category", indonesian: "Kategori “\(categoryText)” tidak dikenal. Pilih dari daftar.",
                        english: "There is no category “\(categoryText)”. Choose one of the list.")))
        }
        let weight = reader.weight()
        let dimensions = reader.dimensions()
        let days = reader.whole(daysToShip, .daysToShip, in: 1...90)
        let permits = reader.permits()
        let brand = PlainText.line(self.brand)
        var product = known ?? Product(business: business, sku: sku ?? "", title: title)
        product.sku = sku ?? (known?.sku ?? "")
        product.title = title
        product.description = PlainText.paragraphs(description)
        product.category = category
        product.brand = brand.isEmpty ? nil : brand
        product.condition = isUsed ? .used : .new
        product.axes = axes
        product.weightGrams = weight
        product.dimensions = dimensions
        product.daysToShip = days
        product.permits = permits
        product.variants = variants
        return ProductReading(
            product: reader.faults.isEmpty ? product : nil, stock: stock, faults: reader.faults, remarks: reader.remarks)
    }
}
