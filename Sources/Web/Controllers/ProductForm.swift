import Catalogue
import Marketplaces
import Nusantara
import Storage

/// A product's form: read from what was sent, and shown with what is in it and what is wrong with it.
struct ProductForm: Sendable {
    var draft: ProductDraft
    /// How many empty rows for variants are offered.
    private static let spareRows = 1

    init(_ draft: ProductDraft) {
        self.draft = draft
    }

    init(_ fields: FormFields) {
        func text(_ name: String) -> String { fields[name] ?? "" }
        var draft = ProductDraft()
        draft.title = text("title")
        draft.sku = text("sku")
        draft.description = text("description")
        draft.category = text("category")
        draft.brand = text("brand")
        draft.isUsed = text("used") == "1"
        draft.axes = [text("axis1"), text("axis2")]
        draft.weight = text("weight")
        draft.length = text("length")
        draft.width = text("width")
        draft.height = text("height")
        draft.daysToShip = text("days")
        draft.permits = ["halal": text("halal"), "p-irt": text("p-irt"), "bpom": text("bpom")]
        draft.isNotHalal = text("not-halal") == "1"
        // A product has 300 variants at most, and a form a few rows more.
        for index in 0..<310 where fields["v\(index)-row"] != nil {
            var variant = VariantDraft(id: VariantID(text("v\(index)-id")))
            variant.options = [text("v\(index)-option1"), text("v\(index)-option2")]
            variant.price = text("v\(index)-price")
            variant.cost = text("v\(index)-cost")
            variant.stock = text("v\(index)-stock")
            variant.sku = text("v\(index)-sku")
            variant.gtin = text("v\(index)-gtin")
            draft.variants.append(variant)
        }
        self.init(draft)
    }

    func page(
        isNew: Bool, action: String, room: ShopDoor.Room, backAddress: String, submission: String, revision: Int64,
        faults: [ProductFault] = [],
        problem: Phrase? = nil
    ) -> ProductFormPage {
        func error(_ field: ProductFault.Field, _ variant: Int? = nil) -> Phrase? {
            faults.first { $0.field == field && ($0.variant ?? 0) == (variant ?? 0) && (variant == nil) == ($0.variant == nil) }
                .map { Phrase($0.notice) }
        }
        func option(_ category: ProductCategory) -> FormField.Option {
            .init(category.key, Phrase(category.indonesian, category.english), isChosen: category.key == draft.category)
        }
        let basics: [FormField] = [
            FormField(
                "title", Phrase("Nama produk", "Name"),
                hint: Phrase("Jenis, rasa, ukuran: “Keripik Tempe Pedas 250 g”", "Kind, taste, size"),
                error: error(.title), content: draft.title),
            FormField(
                "category", Phrase("Kategori", "Category"),
                .choice([.init("", Phrase("Pilih …", "Choose …"))] + ProductTaxonomy.shipped.leaves.map(option)), error: error(.category),
                content: draft.category),
            FormField(
                "description", Phrase("Keterangan", "Description"), .paragraphs,
                hint: Phrase("Bahan, isi, ukuran, cara simpan.", "What it is made of, contents, size, how to keep it."),
                error: error(.description), content: draft.description, isRequired: false),
            FormField("brand", Phrase("Merek", "Brand"), error: error(.brand), content: draft.brand, isRequired: false),
            FormField("used", Phrase("Barang bekas", "Second-hand"), .checkbox, content: draft.isUsed ? "1" : "", isRequired: false),
        ]
        let choices: [FormField] = [
            FormField(
                "axis1", Phrase("Jenis pilihan", "Kind of choice"), hint: Phrase("Misalnya Rasa atau Ukuran.", "Such as Taste or Size."),
                error: error(.axes), content: draft.axes[0], isRequired: false),
            FormField("axis2", Phrase("Jenis pilihan kedua", "Second kind of choice"), content: draft.axes[1], isRequired: false),
        ]
        let parcel: [FormField] = [
            FormField(
                "weight", Phrase("Berat dengan kemasan", "Weight with packaging"), hint: Phrase("250 g atau 1,5 kg", "250 g or 1,5 kg"),
                error: error(.weight), content: draft.weight, isRequired: false),
            FormField(
                "length", Phrase("Panjang (cm)", "Length (cm)"), .digits(4), error: error(.length), content: draft.length, isRequired: false
            ),
            FormField(
                "width", Phrase("Lebar (cm)", "Width (cm)"), .digits(4), error: error(.width), content: draft.width, isRequired: false),
            FormField(
                "height", Phrase("Tinggi (cm)", "Height (cm)"), .digits(4), error: error(.height), content: draft.height, isRequired: false),
            FormField(
                "days", Phrase("Dibuat sesuai pesanan: berapa hari?", "Made to order: how many days?"), .digits(2),
                error: error(.daysToShip),
                content: draft.daysToShip, isRequired: false),
        ]
        let permits: [FormField] = [
            FormField(
                "halal", Phrase("Nomor sertifikat halal", "Halal certificate"), hint: Phrase("Mulai dengan ID", "Begins with ID"),
                error: error(.halal),
                content: draft.permits["halal"] ?? "", isRequired: false),
            FormField(
                "not-halal", Phrase("Produk ini tidak halal", "This product is not halal"), .checkbox, content: draft.isNotHalal ? "1" : "",
                isRequired: false),
            FormField(
                "p-irt", Phrase("Nomor P-IRT", "P-IRT number"), error: error(.pirt), content: draft.permits["p-irt"] ?? "",
                isRequired: false),
            FormField(
                "bpom", Phrase("Nomor BPOM", "BPOM number"), error: error(.bpom), content: draft.permits["bpom"] ?? "", isRequired: false),
        ]
        var rows = draft.variants
        let hasVariants = rows.count > 1 || !draft.axes[0].isEmpty || rows.contains { !$0.options[0].isEmpty }
        let spare = hasVariants ? Self.spareRows : max(0, 2 - rows.count)
        rows += (0..<spare).map { _ in
            var row = VariantDraft()
            row.stock = ""
            return row
        }
        func variant(_ index: Int, _ row: VariantDraft) -> ProductFormPage.Group {
            func name(_ field: String) -> String { "v\(index)-\(field)" }
            var fields: [FormField] = []
            if index > 0 || hasVariants {
                fields.append(
                    FormField(
                        name("option1"), Phrase("Pilihan", "Option"),
                        hint: index == 0 ? Phrase("Misalnya Pedas atau 250 g.", "Such as Spicy or 250 g.") : nil,
                        error: error(.options, index),
                        content: row.options[0], isRequired: false))
            }
            let second = FormField(
                name("option2"), Phrase("Pilihan kedua", "Second option"), content: row.options[1], isRequired: false)
            let hasSecond = !draft.axes[1].isEmpty || rows.contains { !$0.options[1].isEmpty }
            if hasSecond { fields.append(second) }
            fields += [
                FormField(
                    name("price"), Phrase("Harga", "Price"), hint: index == 0 ? Phrase("15000 atau 15rb", "15000 or 15rb") : nil,
                    error: error(.price, index), content: row.price, isRequired: index == 0),
                FormField(
                    name("stock"), Phrase("Stok", "Stock"), .digits(7), error: error(.stock, index), content: row.stock ?? "",
                    isRequired: false),
            ]
            var more: [FormField] = hasVariants && !hasSecond ? [second] : []
            more += [
                FormField(
                    name("cost"), Phrase("Modal per buah", "Cost of one"),
                    hint: index == 0 ? Phrase("Untuk menghitung untung; tidak ditunjukkan.", "To work out the profit; not shown.") : nil,
                    error: error(.cost, index), content: row.cost, isRequired: false),
                FormField(
                    name("sku"), Phrase("Kode barang (SKU)", "Code (SKU)"), error: error(.sku, index), content: row.sku, isRequired: false),
                FormField(
                    name("gtin"), Phrase("Kode batang", "Bar code"), error: error(.gtin, index), content: row.gtin, isRequired: false),
            ]
            return ProductFormPage.Group(
                legend: hasVariants || index > 0
                    ? Phrase("Varian \(index + 1)", "Variant \(index + 1)") : Phrase("Harga dan stok", "Price and stock"),
                note: !hasVariants && index == 1
                    ? Phrase("Kosongkan kalau hanya ada satu macam.", "Leave empty if there is only one kind.")
                    : hasVariants && index == rows.count - 1
                        ? Phrase("Simpan untuk mendapat baris kosong lagi.", "Save to get another empty row.") : nil, fields: fields,
                more: more)
        }
        var groups = [ProductFormPage.Group(legend: Phrase("Produk", "Product"), note: nil, fields: basics)]
        let choiceGroup = ProductFormPage.Group(
            legend: Phrase("Pilihan", "Choices"),
            note: Phrase("Kalau ada beberapa rasa, ukuran atau warna.", "If there are several tastes, sizes or colours."), fields: choices)
        let variants = rows.enumerated().map { variant($0, $1) }
        groups += hasVariants ? [choiceGroup] + variants : [variants[0], choiceGroup] + variants.dropFirst()
        groups += [
            ProductFormPage.Group(legend: Phrase("Paket", "Parcel"), note: nil, fields: parcel),
            ProductFormPage.Group(legend: Phrase("Izin", "Permits"), note: nil, fields: permits),
            ProductFormPage.Group(
                legend: Phrase("Kode produk", "Product code"), note: nil,
                fields: [
                    FormField(
                        "sku", Phrase("Kode produk", "Product code"), hint: Phrase("Kosongkan untuk dibuatkan.", "Leave empty to get one."),
                        error: error(.sku), content: draft.sku, isRequired: false)
                ]),
        ]
        let hidden =
            [HiddenValue("submission", submission), HiddenValue("revision", String(revision))]
            + rows.enumerated().flatMap { index, row in
                [HiddenValue("v\(index)-row", "1")] + (row.id.map { [HiddenValue("v\(index)-id", $0.description)] } ?? [])
            }
        return ProductFormPage(
            isNew: isNew, action: action, backAddress: backAddress, business: room.name, groups: groups, hidden: hidden, problem: problem)
    }
}
