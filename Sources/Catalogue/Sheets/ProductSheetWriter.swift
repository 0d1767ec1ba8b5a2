import Marketplaces
public import Storage

/// Writes products as a sheet that ``ProductSheet`` reads: to be changed in a spreadsheet and sent back.
public enum ProductSheetWriter {
    /// Comma-separated values (RFC 4180) with a byte order mark, so that spreadsheets read the letters rightly.
    public static func csv(_ products: [Product], stock: [VariantID: StockLevel]) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        append(ProductColumn.allCases.map(\.header), to: &bytes)
        for product in products {
            for variant in product.variants where variant.isOffered {
                append(ProductColumn.allCases.map { cell($0, product, variant, stock[variant.id]?.onHand ?? 0) }, to: &bytes)
            }
        }
        return bytes
    }

    private static func cell(_ column: ProductColumn, _ product: Product, _ variant: Variant, _ stock: Int) -> String {
        func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }
        return switch column {
        case .parentSKU: product.sku
        case .title: product.title
        case .description: product.description
        case .category: product.category ?? ""
        case .brand: product.brand ?? ""
        case .condition: product.condition == .new ? "baru" : "bekas"
        case .axis1: product.axes.first ?? ""
        case .option1: variant.options.first ?? ""
        case .axis2: product.axes.dropFirst().first ?? ""
        case .option2: variant.options.dropFirst().first ?? ""
        case .price: text(variant.price)
        case .cost: text(variant.cost)
        case .stock: text(stock)
        case .sku: variant.sku
        case .gtin: variant.gtin ?? ""
        case .weight: text(product.weightGrams)
        case .length: text(product.dimensions?.length)
        case .width: text(product.dimensions?.width)
        case .height: text(product.dimensions?.height)
        case .daysToShip: text(product.daysToShip)
        case .halal: product.permits["halal"] ?? ""
        case .pirt: product.permits["p-irt"] ?? ""
        case .bpom: product.permits["bpom"] ?? ""
        }
    }

    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(0x22)
            // A spreadsheet takes a cell that begins like this for a formula.
            if let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first) { bytes.append(UInt8(ascii: "'")) }
            for byte in cell.utf8 {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
        bytes += "\r\n".utf8
    }
}
