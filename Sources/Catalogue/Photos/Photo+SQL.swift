public import Storage

/// The subject of a ``PhotoID``.
public enum PhotoSubject {}
public typealias PhotoID = Identifier<PhotoSubject>

/// A photo of a product, without its bytes.
public struct Photo: Sendable, Hashable {
    public let id: PhotoID
    public let width: Int
    public let height: Int
    /// In bytes.
    public let size: Int

    /// As many as the channel that takes most.
    public static let mostOfOneProduct = 9
}

extension SQLConnection {
    /// Adds a photo behind the others of a product; the same one twice stays one. Channels are told.
    ///
    /// - Parameter digest: the SHA-256 of what was sent.
    /// - Throws: ``CatalogueError/tooManyPhotos``.
    @discardableResult
    public func addPhoto(
        _ photo: PreparedPhoto, id: PhotoID = PhotoID(), digest: [UInt8], to product: ProductID, at now: Timestamp
    ) throws -> PhotoID {
        if let known: PhotoID = try value("SELECT id FROM photo WHERE product_id = \(product) AND digest = \(digest)") { return known }
        let count = Int(try value("SELECT COUNT(*) FROM photo WHERE product_id = \(product)", as: Int64.self) ?? 0)
        guard count < Photo.mostOfOneProduct else { throw CatalogueError.tooManyPhotos }
        try run(
            """
            INSERT INTO photo (id, product_id, position, digest, width, height, size, content, thumbnail, added_at)
            VALUES (\(id), \(product), \(count), \(digest), \(photo.width), \(photo.height), \(photo.content.count), \(photo.content),
                \(photo.thumbnail), \(now))
            """)
        try touch(product, at: now)
        return id
    }

    /// The photos of products, in their order.
    public func photos(of products: some Collection<ProductID>) throws -> [ProductID: [Photo]] {
        var photos: [ProductID: [Photo]] = [:]
        try forEachRow(
            "SELECT product_id, id, width, height, size FROM photo WHERE product_id IN \(list: products) ORDER BY product_id, position, id"
        ) { row in
            photos[try row[0], default: []].append(Photo(id: try row[1], width: try row[2], height: try row[3], size: try row[4]))
        }
        return photos
    }

    /// The JPEG of a photo; nil if there is none.
    public func photoContent(_ id: PhotoID, thumbnail: Bool) throws -> [UInt8]? {
        thumbnail
            ? try value("SELECT thumbnail FROM photo WHERE id = \(id)")
            : try value("SELECT content FROM photo WHERE id = \(id)")
    }

    /// Takes a photo away and closes the gap.
    public func removePhoto(_ id: PhotoID, of product: ProductID, at now: Timestamp) throws {
        let order = try photoOrder(of: product).filter { $0 != id }
        try run("DELETE FROM photo WHERE id = \(id) AND product_id = \(product)")
        try setOrder(order, at: now, of: product)
    }

    /// Makes a photo the cover.
    public func putFirst(_ id: PhotoID, of product: ProductID, at now: Timestamp) throws {
        let order = try photoOrder(of: product)
        guard order.contains(id) else { return }
        try setOrder([id] + order.filter { $0 != id }, at: now, of: product)
    }

    private func photoOrder(of product: ProductID) throws -> [PhotoID] {
        try rows("SELECT id FROM photo WHERE product_id = \(product) ORDER BY position, id") { try $0[0] }
    }

    private func setOrder(_ order: [PhotoID], at now: Timestamp, of product: ProductID) throws {
        for (position, id) in order.enumerated() { try run("UPDATE photo SET position = \(position) WHERE id = \(id)") }
        try touch(product, at: now)
    }

    /// Says that channels have to be told about a product.
    func touch(_ product: ProductID, at now: Timestamp) throws {
        try run("UPDATE product SET revision = revision + 1, changed_at = \(now) WHERE id = \(product)")
    }
}
