/// The catalogue feed of Meta (Facebook, Instagram and WhatsApp): comma-separated values with a row of names.
///
/// It is written entry by entry. If an identifier stands in it twice, Meta leaves out every item with it, so identifiers have to be unique.
/// Source: Meta for Developers, catalogue product fields.
public struct MetaFeed: Sendable {
    public init() {}

    /// The row of names.
    public var opening: [UInt8] { Array(Self.columns.joined(separator: ",").utf8) + [UInt8(ascii: "\n")] }

    /// Writes the variants of a product, each a row of its own.
    public func append(_ entry: FeedEntry, to bytes: inout [UInt8]) {
        let photos = entry.offer.photos
        let (description, group) = (FeedEntry.shortened(entry.offer.description, to: 9999), entry.group)
        for (variant, identifier) in zip(entry.offer.variants, entry.identifiers) {
            let cells = [
                identifier,
                entry.title(of: variant, maximum: 200),
                description,
                variant.stock > 0 ? "in stock" : "out of stock",
                entry.offer.condition == .new ? "new" : "used",
                "\(variant.price) IDR",
                entry.link,
                photos.first?.link ?? "",
                entry.offer.brand ?? "",
                entry.googleCategory,
                String(max(0, variant.stock)),
                group ?? "",
                entry.option(of: variant, on: .color) ?? "",
                entry.option(of: variant, on: .size) ?? "",
                entry.option(of: variant, on: .material) ?? "",
                entry.option(of: variant, on: .pattern) ?? "",
                entry.offer.weightGrams.map { "\($0) g" } ?? "",
                variant.gtin ?? "",
                photos.dropFirst().prefix(20).map(\.link).joined(separator: ","),
            ]
            for (index, cell) in cells.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                CommaText.append(cell, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    private static let columns = [
        "id", "title", "description", "availability", "condition", "price", "link", "image_link", "brand", "google_product_category",
        "quantity_to_sell_on_facebook", "item_group_id", "color", "size", "material", "pattern", "shipping_weight", "gtin",
        "additional_image_link",
    ]
}

/// A cell of comma-separated values (RFC 4180).
enum CommaText {
    static func append(_ cell: String, to bytes: inout [UInt8]) {
        let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 <= 0x20 }
        guard needsQuotes else {
            bytes += cell.utf8
            return
        }
        bytes.append(0x22)
        for byte in cell.utf8 where byte != 0 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
