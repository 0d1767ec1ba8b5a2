public import Accounts
import Nusantara
public import Storage
public import Tabular

/// A sheet of products as somebody uploads it: a row for each variant, in any order of columns.
///
/// Rows with one product code, or one name where there is none, are one product. A product that the business has already is changed in the
/// columns that the sheet has and where the cell is not empty; every other is new.
public struct ProductSheet: Sendable {
    /// One product of the sheet.
    public struct Entry: Sendable, Hashable {
        /// The lines of its rows, counted from 1.
        public let lines: [Int]
        let cells: [[ProductColumn: String]]

        public var title: String { first(.title) }

        func first(_ column: ProductColumn) -> String { cells.lazy.compactMap { $0[column] }.first { !$0.isEmpty } ?? "" }
    }

    public let entries: [Entry]
    /// Headers that were not recognised; what stands below them is left out.
    public let unknownHeaders: [String]
    public let columns: Set<ProductColumn>

    /// Why a sheet as a whole cannot be read.
    public enum Failure: Error, Sendable, Hashable {
        /// Among the first rows none names products and prices or codes.
        case noHeaders
        /// More than ``maximumRows``.
        case tooManyRows
    }

    public static let maximumRows = 20_000

    /// Reads a file.
    ///
    /// - Throws: ``Failure``, ``Tabular/TabularError``.
    public init(_ reader: TabularReader) throws {
        var columns: [ProductColumn?] = []
        var headers: [String] = []
        var rows: [(line: Int, cells: [ProductColumn: String])] = []
        var seen = 0
        while let row = try reader.next() {
            seen += 1
            if columns.isEmpty {
                let found = ProductColumn.recognised(in: row.cells)
                let known = Set(found.compactMap { $0 })
                if known.count >= 2, known.contains(.title) || known.contains(.sku) || known.contains(.parentSKU) {
                    (columns, headers) = (found, row.cells)
                } else if seen > 20 {
                    throw Failure.noHeaders
                }
                continue
            }
            var cells: [ProductColumn: String] = [:]
            for (column, cell) in zip(columns, row.cells) {
                if let column, !cell.allSatisfy(\.isWhitespace) { cells[column] = Self.unguarded(cell) }
            }
            guard !cells.isEmpty else { continue }
            guard rows.count < Self.maximumRows else { throw Failure.tooManyRows }
            rows.append((row.line, cells))
        }
        guard !columns.isEmpty else { throw Failure.noHeaders }
        self.columns = Set(columns.compactMap { $0 })
        unknownHeaders = zip(columns, headers).filter { $0.0 == nil && !$0.1.allSatisfy(\.isWhitespace) }.map(\.1)
        entries = Self.grouped(rows)
    }

    /// Without the apostrophe that keeps a spreadsheet from taking a cell for a formula.
    private static func unguarded(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'"), let second = cell.utf8.dropFirst().first, "=+-@".utf8.contains(second) else {
            return cell
        }
        return String(cell.dropFirst())
    }

    private static func grouped(_ rows: [(line: Int, cells: [ProductColumn: String])]) -> [Entry] {
        var order: [String] = []
        var groups: [String: [(line: Int, cells: [ProductColumn: String])]] = [:]
        for row in rows {
            let parent = PlainText.line(row.cells[.parentSKU] ?? "")
            let title = Product.folded(PlainText.line(row.cells[.title] ?? ""))
            // A row with a code of its own and neither product code nor name changes one variant of a known product.
            let key =
                !parent.isEmpty
                ? "code \(parent)" : !title.isEmpty ? "name \(title)" : "sku \(PlainText.line(row.cells[.sku] ?? "")) \(row.line)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        return order.map { key in Entry(lines: groups[key]!.map(\.line), cells: groups[key]!.map(\.cells)) }
    }
}

/// What a sheet would do with one product, or did.
public struct ProductSheetResult: Sendable {
    public enum Outcome: Sendable, Hashable {
        case created
        case changed
        case unchanged
        case refused
    }

    public let entry: ProductSheet.Entry
    public let outcome: Outcome
    public let faults: [ProductFault]
    /// The line of the row that a fault is about.
    public func line(of fault: ProductFault) -> Int {
        guard let variant = fault.variant, entry.lines.indices.contains(variant) else { return entry.lines.first ?? 0 }
        return entry.lines[variant]
    }
}

extension SQLConnection {
    /// Works out what an entry of a sheet does with the products of a business, and does it unless this is a trial.
    ///
    /// - Parameters:
    ///   - upload: what tells this upload from every other; the same upload twice changes nothing the second time.
    ///   - isTrial: nothing is stored.
    /// - Throws: ``Storage/StorageError``.
    public func apply(
        _ entry: ProductSheet.Entry, to business: BusinessID, upload: String, isTrial: Bool, by person: PersonID?, at now: Timestamp
    ) throws -> ProductSheetResult {
        func refused(_ field: ProductFault.Field, _ code: String, _ indonesian: String, _ english: String) -> ProductSheetResult {
            let notice = Notice(code: "product.\(code)", indonesian: indonesian, english: english)
            return ProductSheetResult(entry: entry, outcome: .refused, faults: [ProductFault(field, notice)])
        }
        let known = try knownProduct(entry, of: business)
        if known == nil, entry.title.isEmpty {
            let code = entry.first(.sku).isEmpty ? entry.first(.parentSKU) : entry.first(.sku)
            return refused(
                .sku, "sheet.unknown", "Kode “\(code)” belum ada, dan nama produk kosong. Isi nama produk untuk membuat yang baru.",
                "There is no product with the code “\(code)”, and no name. Give a name to create one.")
        }
        let levels = try stock(of: known?.variants.map(\.id) ?? [])
        let reading = ProductDraft(entry, known: known, stock: levels).reading(of: known, for: business)
        guard var product = reading.product else { return ProductSheetResult(entry: entry, outcome: .refused, faults: reading.faults) }
        // A sheet may name some variants only, in an order of its own; those that were there keep their places.
        let places = Dictionary(uniqueKeysWithValues: (known?.variants ?? []).enumerated().map { ($1.id, $0) })
        let isKnown = product.variants.filter { places[$0.id] != nil }.sorted { places[$0.id]! < places[$1.id]! }
        product.variants = isKnown + product.variants.filter { places[$0.id] == nil }
        let stock = reading.stock.filter { levels[$0.key]?.onHand ?? 0 != $0.value }
        if let known, known == product, stock.isEmpty { return ProductSheetResult(entry: entry, outcome: .unchanged, faults: []) }
        if !isTrial {
            do {
                try save(product, stock: stock, submission: "sheet \(upload) \(entry.lines.first ?? 0)", by: person, at: now)
            } catch CatalogueError.codeTaken(let code) {
                return refused(
                    .sku, "sku.taken", "Kode “\(code)” sudah dipakai produk lain.", "Another product has the code “\(code)”.")
            }
        }
        return ProductSheetResult(entry: entry, outcome: known == nil ? .created : .changed, faults: [])
    }

    /// The product that an entry means: by its code, by the code of a variant, or by its name if only one has it.
    private func knownProduct(_ entry: ProductSheet.Entry, of business: BusinessID) throws -> Product? {
        for code in [entry.first(.parentSKU), entry.first(.sku)] {
            let code = PlainText.line(code)
            if !code.isEmpty, let product = try product(withCode: code, of: business) { return product }
        }
        let title = PlainText.line(entry.title)
        guard entry.first(.parentSKU).isEmpty, !title.isEmpty else { return nil }
        let alike = try products("business_id = \(business) AND title = \(title) AND is_archived = 0", order: "id", limit: 2)
        return alike.count == 1 ? alike[0] : nil
    }
}

extension ProductDraft {
    /// An entry of a sheet as a draft, over what is known of the product.
    init(_ entry: ProductSheet.Entry, known: Product?, stock: [VariantID: StockLevel]) {
        self = known.map { ProductDraft($0) } ?? ProductDraft()
        func take(_ column: ProductColumn, _ field: inout String) {
            let cell = entry.first(column)
            if !cell.isEmpty { field = cell }
        }
        take(.parentSKU, &sku)
        take(.title, &title)
        take(.description, &description)
        take(.category, &category)
        take(.brand, &brand)
        take(.axis1, &axes[0])
        take(.axis2, &axes[1])
        take(.weight, &weight)
        take(.length, &length)
        take(.width, &width)
        take(.height, &height)
        take(.daysToShip, &daysToShip)
        for (column, kind) in [(ProductColumn.halal, "halal"), (.pirt, "p-irt"), (.bpom, "bpom")] {
            let cell = entry.first(column)
            if !cell.isEmpty { permits[kind] = cell }
        }
        let condition = entry.first(.condition).lowercased()
        if !condition.isEmpty { isUsed = ["bekas", "used", "second"].contains(condition) }
        // The rows of the sheet come first, so that a fault tells the row; the variants that it does not name follow.
        var rest = variants
        variants = []
        for cells in entry.cells {
            let code = PlainText.line(cells[.sku] ?? "")
            let options = [PlainText.line(cells[.option1] ?? ""), PlainText.line(cells[.option2] ?? "")]
            let index =
                rest.firstIndex { !code.isEmpty && $0.sku == code }
                ?? rest.firstIndex { code.isEmpty && $0.options.map { $0.lowercased() } == options.map { $0.lowercased() } }
                ?? (entry.cells.count == 1 && rest.count == 1 && code.isEmpty && options == ["", ""] ? 0 : nil)
            var variant = index.map { rest.remove(at: $0) } ?? VariantDraft()
            if !code.isEmpty { variant.sku = code }
            for (place, option) in options.enumerated() where !option.isEmpty { variant.options[place] = option }
            if let cell = cells[.price] { variant.price = cell }
            if let cell = cells[.cost] { variant.cost = cell }
            if let cell = cells[.gtin] { variant.gtin = cell }
            variant.stock = cells[.stock]
            variants.append(variant)
        }
        variants += rest
        for (place, column) in [ProductColumn.option1, .option2].enumerated()
        where axes[place].isEmpty && entry.cells.contains(where: { $0[column] != nil }) {
            axes[place] = place == 0 ? "Pilihan" : "Pilihan 2"
        }
    }
}
