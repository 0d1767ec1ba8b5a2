/// A column of a sheet of products, known by what people write above it.
public enum ProductColumn: String, Sendable, Hashable, CaseIterable {
    case parentSKU, title, description, category, brand, condition, axis1, option1, axis2, option2, price, cost, stock, sku, gtin
    case weight, length, width, height, daysToShip, halal, pirt, bpom

    /// The header in the sheets that this program writes.
    public var header: String { names[0] }

    /// What people write above it, in lower case without signs: this program's own header first, then others, those of marketplaces' own
    /// sheets among them.
    var names: [String] {
        switch self {
        case .parentSKU: ["kode produk", "sku induk", "parent sku", "product code", "kode integrasi variasi"]
        case .title: ["nama produk", "nama", "produk", "judul", "product name", "title", "name"]
        case .description: ["keterangan", "deskripsi", "deskripsi produk", "description", "product description"]
        case .category: ["kategori", "category"]
        case .brand: ["merek", "merk", "brand"]
        case .condition: ["kondisi", "condition"]
        case .axis1: ["nama pilihan 1", "nama variasi 1", "variation name 1", "axis 1"]
        case .option1:
            ["pilihan 1", "varian untuk variasi 1", "option for variation 1", "option 1", "varian", "variasi", "rasa", "ukuran", "warna"]
        case .axis2: ["nama pilihan 2", "nama variasi 2", "variation name 2", "axis 2"]
        case .option2: ["pilihan 2", "varian untuk variasi 2", "option for variation 2", "option 2"]
        case .price: ["harga", "harga jual", "price", "selling price"]
        case .cost: ["modal", "harga modal", "hpp", "cost", "cost price"]
        case .stock: ["stok", "stock", "jumlah", "quantity"]
        case .sku: ["kode barang", "sku", "kode variasi", "seller sku", "kode"]
        case .gtin: ["kode batang", "barcode", "gtin", "ean"]
        case .weight: ["berat", "berat gram", "berat g", "weight", "weight g", "berat paket"]
        case .length: ["panjang", "panjang cm", "length", "length cm"]
        case .width: ["lebar", "lebar cm", "width", "width cm"]
        case .height: ["tinggi", "tinggi cm", "height", "height cm"]
        case .daysToShip: ["hari kirim", "masa pengemasan", "pre order hari", "days to ship"]
        case .halal: ["nomor halal", "halal", "no halal", "sertifikat halal", "halal number"]
        case .pirt: ["nomor p irt", "p irt", "pirt", "no pirt", "p irt number"]
        case .bpom: ["nomor bpom", "bpom", "no bpom", "izin bpom", "bpom number"]
        }
    }

    /// Which columns a row of headers names, by place; nil in the place of a header that nobody knows. Of two that mean the same the first
    /// is taken.
    public static func recognised(in headers: [String]) -> [ProductColumn?] {
        var taken: Set<ProductColumn> = []
        return headers.map { header in
            let folded = fold(header)
            guard let column = allCases.first(where: { $0.names.contains(folded) }), taken.insert(column).inserted else { return nil }
            return column
        }
    }

    static func fold(_ header: String) -> String {
        header.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
