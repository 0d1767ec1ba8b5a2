public import Marketplaces
public import Storage

extension SQLConnection {
    /// Says which of a channel's categories stands for one of the program's.
    public func mapCategory(_ category: String, to reference: String, on channel: Channel) throws {
        try run(
            """
            INSERT INTO category_mapping (channel, category, reference) VALUES (\(channel.platform.rawValue), \(category), \(reference))
            ON CONFLICT (channel, category) DO UPDATE SET reference = excluded.reference
            """)
    }

    /// The channel's category for one of the program's, or for the nearest level above it; nil if nobody said.
    public func channelCategory(of category: String, on channel: Channel) throws -> String? {
        var key: String? = category
        while let current = key {
            let found: String? = try value(
                "SELECT reference FROM category_mapping WHERE channel = \(channel.platform.rawValue) AND category = \(current)")
            if let found { return found }
            key = current.lastIndex(of: "/").map { String(current[..<$0]) }
        }
        return nil
    }
}
