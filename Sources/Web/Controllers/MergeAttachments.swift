import Registry
import Storage

extension BusinessAttachment {
    /// What the rooms above the registry keep of a business: joining two moves it, and undoing that brings it back.
    static let ofRooms = [
        BusinessAttachment("learner", key: [Column("id", .bytes)]),
        BusinessAttachment("product", key: [Column("id", .bytes)], unique: [["sku"]]),
        BusinessAttachment("sales_order", key: [Column("id", .bytes)]),
        BusinessAttachment("shop", key: [Column("id", .bytes)]),
        BusinessAttachment("business_keeper", key: [Column("person_id", .bytes)], unique: [["person_id"]]),
    ]
}
