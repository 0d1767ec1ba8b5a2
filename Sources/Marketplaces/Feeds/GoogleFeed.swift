/// The product feed for Google Merchant Center: RSS 2.0 with Google's attributes, or text set apart by tabs.
///
/// It is written entry by entry, so that a feed of any length needs no more memory than one product. A feed is the whole state: what is
/// not in it is taken down. Source: Google Merchant Center Help, product data specification.
public struct GoogleFeed: Sendable {
    public enum Form: String, Sendable, CaseIterable {
        case rss
        case tsv
    }

    public let form: Form
    private let title: String
    private let link: String
    private let description: String

    /// - Parameters:
    ///   - title: whose products they are.
    ///   - link: the home page of the seller.
    public init(_ form: Form, title: String, link: String, description: String) {
        self.form = form
        self.title = title
        self.link = link
        self.description = description
    }

    /// What stands before the first entry.
    public var opening: [UInt8] {
        var bytes: [UInt8] = []
        switch form {
        case .rss:
            bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8
            bytes += "\n<rss xmlns:g=\"http://base.google.com/ns/1.0\" version=\"2.0\"><channel>\n".utf8
            XMLText.element("title", title, &bytes)
            XMLText.element("link", link, &bytes)
            XMLText.element("description", description, &bytes)
        case .tsv:
            bytes += Self.columns.joined(separator: "\t").utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// What stands after the last entry.
    public var closing: [UInt8] { form == .rss ? Array("</channel></rss>\n".utf8) : [] }

    /// Writes the variants of a product, each an item of its own.
    public func append(_ entry: FeedEntry, to bytes: inout [UInt8]) {
        let photos = entry.offer.photos
        let (description, group) = (FeedEntry.shortened(entry.offer.description, to: 5000), entry.group)
        for (variant, identifier) in zip(entry.offer.variants, entry.identifiers) {
            let fields: [(String, String?)] = [
                ("id", identifier),
                ("title", entry.title(of: variant, maximum: 150)),
                ("description", description),
                ("link", entry.link),
                ("image_link", photos.first?.link),
                ("additional_image_link", nil),
                ("availability", variant.stock > 0 ? "in_stock" : "out_of_stock"),
                ("price", "\(variant.price).00 IDR"),
                ("condition", entry.offer.condition == .new ? "new" : "used"),
                ("brand", entry.offer.brand),
                ("gtin", variant.gtin),
                ("identifier_exists", variant.gtin == nil ? "no" : nil),
                ("google_product_category", entry.googleCategory),
                ("product_type", entry.offer.category),
                ("item_group_id", group),
                ("color", entry.option(of: variant, on: .color)),
                ("size", entry.option(of: variant, on: .size)),
                ("material", entry.option(of: variant, on: .material)),
                ("pattern", entry.option(of: variant, on: .pattern)),
                ("shipping_weight", entry.offer.weightGrams.map { "\($0) g" }),
            ]
            switch form {
            case .rss:
                bytes += "<item>\n".utf8
                for (name, value) in fields {
                    if let value { XMLText.element("g:" + name, value, &bytes) }
                    if name == "additional_image_link" {
                        for photo in photos.dropFirst().prefix(10) { XMLText.element("g:" + name, photo.link, &bytes) }
                    }
                }
                bytes += "</item>\n".utf8
            case .tsv:
                for (index, (name, value)) in fields.enumerated() {
                    if index > 0 { bytes.append(UInt8(ascii: "\t")) }
                    let text =
                        name == "additional_image_link" ? photos.dropFirst().prefix(10).map(\.link).joined(separator: ",") : value ?? ""
                    // A tab or a line break inside a cell would shift what follows.
                    bytes += text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
                }
                bytes.append(UInt8(ascii: "\n"))
            }
        }
    }

    private static let columns = [
        "id", "title", "description", "link", "image_link", "additional_image_link", "availability", "price", "condition", "brand", "gtin",
        "identifier_exists", "google_product_category", "product_type", "item_group_id", "color", "size", "material", "pattern",
        "shipping_weight",
    ]
}
