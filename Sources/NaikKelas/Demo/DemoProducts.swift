import Accounts
import CGD
import Catalogue
import Foundation
import Journey
import Marketplaces
import Nusantara
import Registry
import Simulation
import Storage
import Tabular

/// Products of businesses in the demo, entered as sheets the way their owners would, with photos that are drawn and a public page for most.
struct DemoProducts {
    let workspace: Workspace
    /// Where sheets are written before they are read.
    let folder: String
    let seed: UInt64
    let now: Timestamp
    /// How many businesses have products.
    let businesses: Int

    func run() async throws {
        var chance = SeededGenerator(seed: seed, stream: 700)
        let ids = try await workspace.database.read { connection in
            try connection.rows("SELECT id FROM business ORDER BY id LIMIT \(Int64(businesses))") { try $0[0] as BusinessID }
        }
        for (number, business) in ids.enumerated() {
            // The business of the demo's owner cooks as well, so that it has something for GoFood.
            let goods = Self.goods(count: chance.within(2...6), &chance) + (number == 0 ? [Self.dish] : [])
            let path = "\(folder)/produk-\(number + 1).csv"
            try Self.sheet(goods).write(toFile: path, atomically: true, encoding: .utf8)
            let sheet = try ProductSheet(TabularReader(path: path))
            let isShown = number == 0 || chance.happens(0.7)
            let photos = try goods.map { _ in
                try PhotoWork.prepared(DemoPhoto.png(hue: chance.below(360), seed: chance.next()))
            }
            try await workspace.database.write { [now] connection in
                for entry in sheet.entries {
                    _ = try connection.apply(entry, to: business, upload: "demo", isTrial: false, by: nil, at: now)
                }
                let page = try connection.addShop(Channel.page.name, on: .page, of: business, at: now)
                for (place, good) in goods.enumerated() {
                    guard let product = try connection.product(withCode: good.code, of: business) else { continue }
                    if good.hasPhoto { try connection.addPhoto(photos[place], digest: [UInt8(place)], to: product.id, at: now) }
                    guard isShown, good.hasPhoto else { continue }
                    let listing = try connection.want(true, product.id, in: page.id, at: now)
                    try connection.note(.live, of: listing.id, at: now)
                }
            }
        }
    }

    /// Lets the demo's owner at the first business.
    func giveFirstBusiness(toOwnerWithPhone phone: String) async throws {
        try await workspace.database.write(holding: .auditTrail) { [workspace, now] connection in
            guard let person = try connection.person(phone: phone, workspace.vault),
                let business: BusinessID = try connection.value("SELECT business_id FROM product ORDER BY business_id LIMIT 1")
            else { return }
            try connection.addKeeper(person.id, to: business, by: nil, at: now)
        }
    }

    private struct Good {
        let code: String
        let name: String
        let category: String
        let price: Int
        let weight: Int
        let options: [String]
        let pirt: String
        let hasPhoto: Bool
    }

    private static let kinds: [(name: String, category: String, price: ClosedRange<Int>, weight: Int, options: [String], axis: String)] = [
        ("Keripik Tempe Renyah", "makanan/keripik", 12...25, 300, ["Asin", "Pedas", "Balado"], "Rasa"),
        ("Keripik Singkong Gurih", "makanan/keripik", 10...22, 280, ["Original", "Keju"], "Rasa"),
        ("Sambal Bawang Rumahan", "makanan/sambal", 20...38, 250, ["Sedang", "Pedas"], "Pedasnya"),
        ("Kopi Robusta Bubuk Giling Halus", "minuman/kopi", 28...75, 250, [], ""),
        ("Gula Aren Semut Asli", "makanan/gula", 25...45, 500, [], ""),
        ("Batik Cap Motif Parang", "fesyen/batik", 95...180, 400, ["Cokelat", "Biru"], "Warna"),
        ("Tas Anyaman Pandan", "kriya/anyaman", 60...150, 600, ["Kecil", "Besar"], "Ukuran"),
        ("Kue Lapis Legit Bu Haji", "makanan/kue-basah", 45...120, 800, [], ""),
        ("Abon Ikan Tongkol", "makanan/abon", 30...55, 150, [], ""),
        ("Sabun Susu Kambing", "kesehatan/sabun", 15...30, 100, ["Melati", "Serai"], "Aroma"),
    ]

    private static let dish = Good(
        code: "NL", name: "Nasi Liwet Teri Medan Porsi Berdua", category: "makanan/siap-saji", price: 38_000, weight: 700, options: [],
        pirt: "", hasPhoto: true)

    private static func goods(count: Int, _ chance: inout SeededGenerator) -> [Good] {
        (0..<count).map { number in
            let kind = kinds[(chance.below(3) + number * 3) % kinds.count]
            let price = chance.within(kind.price) * 1000
            let isFood = kind.category.hasPrefix("makanan") || kind.category.hasPrefix("minuman")
            return Good(
                code: "P\(number + 1)", name: "\(kind.name) \(kind.weight) g", category: kind.category, price: price,
                weight: kind.weight + 50,
                options: kind.options,
                pirt: isFood && chance.happens(0.6) ? "206\(chance.within(10...99))3374\(chance.within(1000...9999))-31" : "",
                hasPhoto: chance.happens(0.85))
        }
    }

    private static func sheet(_ goods: [Good]) -> String {
        var lines = [
            "Kode Produk;Nama Produk;Kategori;Keterangan;Nama Pilihan 1;Pilihan 1;Harga;Modal;Stok;Berat;Panjang;Lebar;Tinggi;Merek;Nomor P-IRT"
        ]
        for (place, good) in goods.enumerated() {
            let axis = kinds.first { good.name.hasPrefix($0.name) }?.axis ?? ""
            for option in good.options.isEmpty ? [""] : good.options {
                let description = "\(good.name), buatan sendiri dari bahan pilihan. Dikemas rapi dan dikirim di hari yang sama."
                lines.append(
                    "\(good.code);\(good.name);\(good.category);\(description);\(option.isEmpty ? "" : axis);\(option);\(good.price);\(good.price * 6 / 10);"
                        + "\(8 + place * 7);\(good.weight) g;20;15;8;;\(good.pirt)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A drawn photo: rings on a ground of one hue, so that products can be told apart at a glance.
enum DemoPhoto {
    static func png(hue: Int, seed: UInt64) -> [UInt8] {
        let side: Int32 = 1000
        guard let image = gdImageCreateTrueColor(side, side) else { return [] }
        defer { gdImageDestroy(image) }
        let ground = colour(hue, 0.35, 0.95)
        gdImageFilledRectangle(image, 0, 0, side - 1, side - 1, ground)
        var chance = SeededGenerator(seed: seed)
        for ring in 0..<9 {
            let (x, y) = (Int32(150 + ring % 3 * 350), Int32(150 + ring / 3 * 350))
            for step in 0..<5 {
                let size = Int32(280 - step * 56)
                gdImageFilledEllipse(image, x, y, size, size, colour(hue + step * 24 + chance.below(12), 0.6, 0.45 + Double(step) * 0.11))
            }
        }
        var size: Int32 = 0
        guard let pointer = gdImagePngPtr(image, &size) else { return [] }
        defer { gdFree(pointer) }
        return Array(UnsafeRawBufferPointer(start: pointer, count: Int(size)))
    }

    /// 24 bits of red, green and blue for a hue in degrees.
    private static func colour(_ hue: Int, _ saturation: Double, _ value: Double) -> Int32 {
        let sector = Double(hue % 360) / 60
        let chroma = value * saturation
        let middle = chroma * (1 - abs(sector.truncatingRemainder(dividingBy: 2) - 1))
        let (red, green, blue) =
            switch Int(sector) {
            case 0: (chroma, middle, 0.0)
            case 1: (middle, chroma, 0.0)
            case 2: (0.0, chroma, middle)
            case 3: (0.0, middle, chroma)
            case 4: (middle, 0.0, chroma)
            default: (chroma, 0.0, middle)
            }
        func byte(_ part: Double) -> Int32 { Int32(((part + value - chroma) * 255).rounded()) }
        return byte(red) << 16 | byte(green) << 8 | byte(blue)
    }
}
