import Marketplaces
import Nusantara

/// Reads the fields of a draft one by one, and gathers what is wrong with them.
struct ProductDraftReader {
    let draft: ProductDraft
    var faults: [ProductFault] = []
    var remarks: [ProductFault] = []

    mutating func title() -> String {
        let title = PlainText.line(draft.title)
        if title.unicodeScalars.count < 3 {
            refuse(
                .title, "title", "Isi nama produk, misalnya “Keripik Tempe Pedas 250 g”.",
                "Give a name, such as “Keripik Tempe Pedas 250 g”.")
        } else if title.unicodeScalars.count > 300 {
            refuse(
                .title, "title.long", "Nama produk lebih dari 300 huruf. Pendekkan.", "The name has more than 300 characters. Shorten it.")
        } else if title != draft.title.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
            remarks.append(
                ProductFault(
                    .title,
                    Notice(
                        code: "product.title.cleaned", indonesian: "Emoji dan kode HTML dibuang dari nama: “\(title)”.",
                        english: "Emoji and HTML were taken out of the name: “\(title)”.")))
        }
        if PlainText.paragraphs(draft.description).unicodeScalars.count > 10_000 {
            refuse(
                .description, "description.long", "Keterangan lebih dari 10.000 huruf. Pendekkan.",
                "The description has more than 10,000 characters. Shorten it.")
        }
        return title
    }

    /// A seller's code; nil if nothing was typed.
    mutating func code(_ text: String, field: ProductFault.Field, variant: Int?) -> String? {
        let code = PlainText.line(text)
        if code.unicodeScalars.count > 100 {
            refuse(
                field, variant, "sku.long", "Kode barang lebih dari 100 huruf. Pendekkan.",
                "The code has more than 100 characters. Shorten it.")
        }
        return code.isEmpty ? nil : code
    }

    /// The names of the axes that are used: by name, or by options without one.
    mutating func axes() -> [String] {
        var names: [String] = []
        for index in 0..<2 {
            let name = index < draft.axes.count ? PlainText.line(draft.axes[index]) : ""
            let isUsed = draft.variants.contains { index < $0.options.count && !PlainText.line($0.options[index]).isEmpty }
            if name.isEmpty, isUsed {
                refuse(
                    .axes, "axis", "Beri nama untuk pilihan, misalnya Rasa atau Ukuran.", "Give the choice a name, such as Taste or Size.")
            }
            if !name.isEmpty, isUsed { names.append(name) }
        }
        if names.count == 2, names[0].lowercased() == names[1].lowercased() {
            refuse(.axes, "axis.twice", "Kedua pilihan bernama sama. Beri nama lain.", "Both choices have one name. Give another.")
        }
        return names
    }

    mutating func variants(axes: [String], productCode: String, known: [Variant]) -> ([Variant], [VariantID: Int]) {
        var variants: [Variant] = []
        var stock: [VariantID: Int] = [:]
        var codes: Set<String> = []
        var combinations: Set<[String]> = []
        for (index, row) in draft.variants.enumerated() where !row.isBlank {
            let options = axes.indices.map { $0 < row.options.count ? PlainText.line(row.options[$0]) : "" }
            if options.contains("") {
                refuse(
                    .options, index, "option", "Isi pilihan \(axes.joined(separator: " dan ")).",
                    "Fill in \(axes.joined(separator: " and ")).")
            } else if !combinations.insert(options.map { $0.lowercased() }).inserted {
                refuse(
                    .options, index, axes.isEmpty ? "variant.twice" : "option.twice",
                    axes.isEmpty
                        ? "Ada lebih dari satu varian tanpa pilihan. Beri nama pilihannya, misalnya Ukuran."
                        : "Pilihan ini sudah ada di atas.",
                    axes.isEmpty
                        ? "There are several variants without a choice. Name the choice, such as Size."
                        : "This choice stands above already.")
            }
            let before = row.id.flatMap { id in known.first { $0.id == id } }
            var code = code(row.sku, field: .sku, variant: index) ?? ""
            if code.isEmpty { code = before?.sku ?? "" }
            if !code.isEmpty, !codes.insert(code).inserted {
                refuse(
                    .sku, index, "sku.twice", "Kode “\(code)” dipakai dua kali di produk ini.",
                    "The code “\(code)” is used twice in this product.")
            }
            let price = amount(row.price, .price, index, required: true)
            let cost = amount(row.cost, .cost, index, required: false)
            var gtin: String?
            switch GTIN.parse(row.gtin) {
            case .value(let value, _): gtin = value.digits
            case .refused(let notice): faults.append(ProductFault(.gtin, variant: index, notice))
            case .absent: break
            }
            var variant = before ?? Variant(sku: code, price: 1)
            variant.sku = code
            variant.options = options
            variant.price = price ?? variant.price
            variant.cost = cost
            variant.gtin = gtin
            variant.isOffered = true
            if let text = row.stock, let count = whole(text, .stock, variant: index, in: 0...ProductDraft.highestStock) {
                stock[variant.id] = count
            }
            variants.append(variant)
        }
        if variants.isEmpty {
            refuse(.price, 0, "price", "Isi harga, misalnya 15000 atau 15rb.", "Give a price, such as 15000 or 15rb.")
        }
        if variants.count > 300 {
            refuse(
                .options, "variants", "Lebih dari 300 varian. Pecah menjadi beberapa produk.", "More than 300 variants. Split the product.")
        }
        // What is no longer among the rows is not on sale any more, and stays for the orders that name it.
        let kept = Set(variants.map(\.id))
        variants += known.filter { !kept.contains($0.id) }.map { old in
            var old = old
            old.isOffered = false
            return old
        }
        return (variants, stock)
    }

    /// An amount of rupiah as people write it: `15rb`, `1,5 jt`, `Rp 15.000,-`.
    mutating func amount(_ text: String, _ field: ProductFault.Field, _ variant: Int, required: Bool) -> Int? {
        switch Rupiah.parse(text) {
        case .absent:
            if required { refuse(field, variant, "price", "Isi harga, misalnya 15000 atau 15rb.", "Give a price, such as 15000 or 15rb.") }
            return nil
        case .refused(let notice):
            faults.append(ProductFault(field, variant: variant, notice))
            return nil
        case .value(let value, let notices):
            if required, value.rawValue < 1 {
                refuse(
                    field, variant, "price.zero", "Harga tidak boleh 0. Untuk hadiah atau contoh, jangan dijual sebagai produk.",
                    "The price cannot be 0. What is given away is no product.")
                return nil
            }
            if value.rawValue < 0 || value.rawValue > ProductDraft.highestPrice {
                refuse(
                    field, variant, "price.high", "Angka ini lebih dari 1 miliar rupiah. Periksa jumlah nolnya.",
                    "This is more than a thousand million rupiah. Check the zeros.")
                return nil
            }
            for notice in notices { remarks.append(ProductFault(field, variant: variant, notice)) }
            return Int(value.rawValue)
        }
    }

    /// A whole number; nil if nothing was typed.
    mutating func whole(_ text: String, _ field: ProductFault.Field, variant: Int? = nil, in range: ClosedRange<Int>) -> Int? {
        let text = PlainText.line(text)
        guard !text.isEmpty else { return nil }
        // `0` is nothing to an identifier, and a number here.
        if text == "0", range.contains(0) { return 0 }
        switch WholeNumber.parse(text) {
        case .absent: return nil
        case .refused(let notice):
            faults.append(ProductFault(field, variant: variant, notice))
            return nil
        case .value(let value, _):
            guard range.contains(value) else {
                refuse(
                    field, variant, "number", "Angka harus antara \(range.lowerBound) dan \(range.upperBound).",
                    "The number has to be between \(range.lowerBound) and \(range.upperBound).")
                return nil
            }
            return value
        }
    }

    /// Grams: `250`, `250 g`, `0,25 kg`, `1 kilo`.
    mutating func weight() -> Int? {
        let text = PlainText.line(draft.weight).lowercased()
        guard !text.isEmpty else { return nil }
        let number = text.prefix { $0.isNumber || $0 == "," || $0 == "." }
        let unit = text.dropFirst(number.count).drop { $0.isWhitespace }
        let scale: Double? =
            switch unit {
            case "", "g", "gr", "gram", "grams": 1
            case "kg", "kilo", "kilogram": 1000
            case "ons": 100
            default: nil
            }
        guard let scale, let value = Self.decimal(number, thousandsAllowed: scale == 1), (1...500_000).contains(value * scale) else {
            refuse(
                .weight, "weight", "Tulis berat dalam gram atau kilogram, misalnya 250 g atau 1,5 kg, paling berat 500 kg.",
                "Write the weight in grams or kilograms, such as 250 g or 1,5 kg; at most 500 kg.")
            return nil
        }
        return Int((value * scale).rounded())
    }

    /// A number with a decimal comma or point. A point before exactly three digits parts thousands where those are likely: `1.500` grams.
    private static func decimal(_ text: some StringProtocol, thousandsAllowed: Bool) -> Double? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCII) && $0.count <= 9 }) else { return nil }
        switch parts.count {
        case 1: return Double(parts[0])
        case 2 where thousandsAllowed && parts[1].count == 3 && text.contains("."): return Double("\(parts[0])\(parts[1])")
        case 2: return Double("\(parts[0]).\(parts[1])")
        default: return nil
        }
    }

    /// All three sides or none.
    mutating func dimensions() -> Offer.Dimensions? {
        let sides = [(draft.length, ProductFault.Field.length), (draft.width, .width), (draft.height, .height)]
        guard sides.contains(where: { !PlainText.line($0.0).isEmpty }) else { return nil }
        var numbers: [Int] = []
        for (text, field) in sides {
            if PlainText.line(text).isEmpty {
                refuse(
                    field, "dimension", "Isi panjang, lebar dan tinggi, atau kosongkan ketiganya.",
                    "Give length, width and height, or none.")
            } else if let number = whole(text, field, in: 1...1000) {
                numbers.append(number)
            }
        }
        return numbers.count == 3 ? Offer.Dimensions(length: numbers[0], width: numbers[1], height: numbers[2]) : nil
    }

    mutating func permits() -> [String: String] {
        var permits: [String: String] = [:]
        switch HalalNumber.parse(draft.permits["halal"] ?? "") {
        case .value(let number, _): permits["halal"] = number.code
        case .refused(let notice): faults.append(ProductFault(.halal, notice))
        case .absent: break
        }
        switch PIRTNumber.parse(draft.permits["p-irt"] ?? "") {
        case .value(let number, _): permits["p-irt"] = number.formatted
        case .refused(let notice): faults.append(ProductFault(.pirt, notice))
        case .absent: break
        }
        switch BPOMNumber.parse(draft.permits["bpom"] ?? "") {
        case .value(let number, _): permits["bpom"] = number.code
        case .refused(let notice): faults.append(ProductFault(.bpom, notice))
        case .absent: break
        }
        if draft.isNotHalal {
            if permits["halal"] != nil {
                refuse(
                    .halal, "halal.both", "Produk bernomor halal tidak bisa sekaligus tidak halal. Pilih salah satu.",
                    "A product with a halal number cannot be marked as not halal. Choose one.")
            }
            permits["not-halal"] = ""
        }
        return permits
    }

    private mutating func refuse(_ field: ProductFault.Field, _ code: String, _ indonesian: String, _ english: String) {
        refuse(field, nil, code, indonesian, english)
    }

    private mutating func refuse(
        _ field: ProductFault.Field, _ variant: Int?, _ code: String, _ indonesian: String, _ english: String
    ) {
        faults.append(ProductFault(field, variant: variant, Notice(code: "product.\(code)", indonesian: indonesian, english: english)))
    }
}
