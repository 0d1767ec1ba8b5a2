import CXLSXWriter

/// Shopee's workbook for uploading many products at once, for sellers whose shop is not connected over the interface; that is how most begin.
///
/// The sheet `Template` has six rows of headers, the first of them with the keys that Shopee reads; each variant is a row from the seventh
/// on. The category stays empty: Shopee asks for it after the upload. Source: Shopee's basic template for mass upload, Indonesia, 2026-08-31.
public struct ShopeeWorkbook: Sendable {
    /// The unit that the label row of the seller's own template names. Templates differ in it.
    public enum WeightUnit: String, Sendable, CaseIterable {
        case grams
        case kilograms
    }

    private let weightUnit: WeightUnit

    public init(weightUnit: WeightUnit = .grams) {
        self.weightUnit = weightUnit
    }

    public enum Failure: Error, Hashable {
        /// The file cannot be written.
        case unwritable(path: String)
    }

    /// Writes the products to a file, and returns how many rows it holds.
    ///
    /// - Throws: ``Failure/unwritable(path:)``.
    public func write(_ offers: some Sequence<Offer>, to path: String) throws(Failure) -> Int {
        guard let workbook = workbook_new(path), let sheet = workbook_add_worksheet(workbook, "Template") else {
            throw .unwritable(path: path)
        }
        var isWritten = true
        func put(_ text: String, _ row: Int, _ column: Int) {
            isWritten = isWritten && worksheet_write_string(sheet, UInt32(row), UInt16(column), text, nil) == LXW_NO_ERROR
        }
        func put(_ number: Double, _ row: Int, _ column: Int) {
            isWritten = isWritten && worksheet_write_number(sheet, UInt32(row), UInt16(column), number, nil) == LXW_NO_ERROR
        }
        for (column, field) in Field.allCases.enumerated() {
            put(field.key, 0, column)
            put(field.label(weightUnit), 2, column)
            put(field.isRequired ? "Wajib" : "Opsional", 3, column)
        }
        var row = 6
        for offer in offers {
            for variant in offer.variants {
                for (column, field) in Field.allCases.enumerated() {
                    switch field.cell(offer, variant, weightUnit) {
                    case .text(let text): put(text, row, column)
                    case .number(let number): put(number, row, column)
                    case nil: break
                    }
                }
                row += 1
            }
        }
        guard workbook_close(workbook) == LXW_NO_ERROR, isWritten else { throw .unwritable(path: path) }
        return row - 6
    }

    private enum Cell {
        case text(String)
        case number(Double)
    }

    private enum Field: String, CaseIterable {
        case ps_category, ps_product_name, ps_product_description, ps_maximum_purchase_quantity, ps_maximum_purchase_quantity_start_date
        case ps_maximum_purchase_quantity_time_period, ps_maximum_purchase_quantity_end_date, ps_minimum_purchase_quantity
        case ps_sku_parent_short, ps_dangerous_goods, et_title_variation_integration_no, et_title_variation_1
        case et_title_option_for_variation_1, et_title_image_per_variation, et_title_variation_2, et_title_option_for_variation_2
        case ps_price, ps_stock, ps_sku_short, ps_new_size_chart, et_title_size_chart, ps_gtin_code, ps_item_cover_image
        case ps_item_image_1, ps_item_image_2, ps_item_image_3, ps_item_image_4, ps_item_image_5, ps_item_image_6, ps_item_image_7
        case ps_item_image_8, ps_weight, ps_length, ps_width, ps_height

        var isRequired: Bool {
            switch self {
            case .ps_product_name, .ps_product_description, .ps_price, .ps_item_cover_image, .ps_weight: true
            default: false
            }
        }

        var key: String { "\(rawValue)|\(isRequired ? 1 : 0)|0" }

        func label(_ unit: WeightUnit) -> String {
            switch self {
            case .ps_category: "Kategori"
            case .ps_product_name: "Nama Produk"
            case .ps_product_description: "Deskripsi Produk"
            case .ps_sku_parent_short: "SKU Induk"
            case .ps_dangerous_goods: "Produk Berbahaya"
            case .et_title_variation_integration_no: "Kode Integrasi Variasi"
            case .et_title_variation_1: "Nama Variasi 1"
            case .et_title_option_for_variation_1: "Varian untuk Variasi 1"
            case .et_title_image_per_variation: "Foto Produk per Varian"
            case .et_title_variation_2: "Nama Variasi 2"
            case .et_title_option_for_variation_2: "Varian untuk Variasi 2"
            case .ps_price: "Harga"
            case .ps_stock: "Stok"
            case .ps_sku_short: "Kode Variasi"
            case .ps_gtin_code: "GTIN"
            case .ps_item_cover_image: "Foto Sampul"
            case .ps_weight: unit == .grams ? "Berat (gram)" : "Berat (kg)"
            case .ps_length: "Panjang (cm)"
            case .ps_width: "Lebar (cm)"
            case .ps_height: "Tinggi (cm)"
            default: rawValue.hasPrefix("ps_item_image_") ? "Foto Produk \(rawValue.suffix(1))" : rawValue
            }
        }

        func cell(_ offer: Offer, _ variant: OfferVariant, _ unit: WeightUnit) -> Cell? {
            func text(_ value: String?) -> Cell? { value.flatMap { $0.isEmpty ? nil : .text($0) } }
            func number(_ value: Int?) -> Cell? { value.map { .number(Double($0)) } }
            func at<Element>(_ list: [Element], _ index: Int) -> Element? { list.indices.contains(index) ? list[index] : nil }
            switch self {
            case .ps_product_name: return text(offer.title)
            case .ps_product_description: return text(offer.description)
            case .ps_sku_parent_short: return text(offer.sku)
            case .ps_dangerous_goods: return .text("No (ID)")
            case .et_title_variation_integration_no: return offer.axes.isEmpty ? nil : text(offer.sku)
            case .et_title_variation_1: return text(at(offer.axes, 0)?.name)
            case .et_title_option_for_variation_1: return text(at(variant.options, 0))
            case .et_title_variation_2: return text(at(offer.axes, 1)?.name)
            case .et_title_option_for_variation_2: return text(at(variant.options, 1))
            case .ps_price: return number(variant.price)
            case .ps_stock: return number(max(0, variant.stock))
            case .ps_sku_short: return text(variant.sku)
            case .ps_gtin_code: return text(variant.gtin)
            case .ps_item_cover_image: return text(offer.photos.first?.link)
            case .ps_weight: return offer.weightGrams.map { .number(unit == .grams ? Double($0) : Double($0) / 1000) }
            case .ps_length: return number(offer.dimensions?.length)
            case .ps_width: return number(offer.dimensions?.width)
            case .ps_height: return number(offer.dimensions?.height)
            default:
                guard rawValue.hasPrefix("ps_item_image_"), let index = Int(rawValue.suffix(1)) else { return nil }
                return text(at(offer.photos, index)?.link)
            }
        }
    }
}
