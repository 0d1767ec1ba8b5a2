/// A column of a sheet of past orders, known by what marketplaces and people write above it.
enum OrderColumn: String, Sendable, Hashable, CaseIterable {
    case reference, date, status, title, option, sku, quantity, price, total, fees, shipping, buyer, destination, tracking

    /// In lower case without signs.
    private var names: [String] {
        switch self {
        case .reference:
            [
                "nomor pesanan", "no pesanan", "id pesanan", "nomor transaksi", "no transaksi", "id transaksi", "transaction id",
                "order id",
                "order number", "order no", "nomor invoice", "no invoice", "invoice", "kode transaksi",
            ]
        case .date:
            [
                "tanggal pesanan", "tanggal transaksi", "tanggal", "waktu pesanan dibuat", "waktu transaksi", "tanggal pembayaran",
                "waktu pembayaran", "order date", "created at", "date",
            ]
        case .status: ["status pesanan", "status transaksi", "status", "order status", "state"]
        case .title: ["nama produk", "nama barang", "produk", "barang", "product name", "item name", "item"]
        case .option: ["nama variasi", "variasi", "varian", "variation"]
        case .sku: ["nomor referensi sku", "sku", "kode barang", "sku produk", "sku induk", "seller sku"]
        case .quantity: ["jumlah", "jumlah barang", "kuantitas", "banyaknya", "qty", "quantity"]
        case .price: ["harga satuan", "harga setelah diskon", "harga barang", "harga", "unit price", "price"]
        case .total: ["total pembayaran", "total harga", "total transaksi", "dibayar pembeli", "total", "jumlah dibayar", "grand total"]
        case .fees: ["biaya layanan", "biaya administrasi", "biaya admin", "potongan", "komisi", "biaya", "fee", "fees"]
        case .shipping: ["ongkos kirim", "ongkir", "biaya kirim", "ongkos kirim dibayar oleh pembeli", "shipping fee", "shipping"]
        case .buyer: ["nama pembeli", "pembeli", "username pembeli", "buyer"]
        case .destination: ["kota kabupaten", "kota", "kabupaten kota", "kota tujuan", "tujuan", "city"]
        case .tracking: ["nomor resi", "no resi", "resi", "tracking number"]
        }
    }

    /// Which columns a row of headers names, by place; nil in the place of a header that nobody knows. Of two that mean the same the first
    /// is taken.
    static func recognised(in headers: [String]) -> [OrderColumn?] {
        var taken: Set<OrderColumn> = []
        return headers.map { header in
            let folded = header.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
            guard let column = allCases.first(where: { $0.names.contains(folded) }), taken.insert(column).inserted else { return nil }
            return column
        }
    }
}
