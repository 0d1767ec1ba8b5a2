import Foundation
public import Marketplaces
public import Storage

/// What each channel takes now: the rules that come with the program, with the limits in their place that the channel itself has told for a
/// category. Read once for a page or a round.
public struct FetchedRules: Sendable {
    private let limits: [Channel: [String: ChannelLimits]]
    private let mapping: [Channel: [String: String]]

    /// The rules of a channel for one of the program's categories; nil for a product without one.
    public func rules(of channel: Channel, for category: String?) -> ChannelRules {
        let rules = ChannelRuleBook.shipped[channel]
        guard let category, let reference = reference(of: category, on: channel) else { return rules }
        return rules.overridden(by: limits[channel.platform]?[reference])
    }

    /// The channel's category for one of the program's, or for the nearest level above it.
    private func reference(of category: String, on channel: Channel) -> String? {
        guard let pairs = mapping[channel.platform] else { return nil }
        var key: String? = category
        while let current = key {
            if let reference = pairs[current] { return reference }
            key = current.lastIndex(of: "/").map { String(current[..<$0]) }
        }
        return nil
    }

    init(limits: [Channel: [String: ChannelLimits]], mapping: [Channel: [String: String]]) {
        self.limits = limits
        self.mapping = mapping
    }
}

extension SQLConnection {
    /// What each channel takes now.
    public func fetchedRules() throws -> FetchedRules {
        var limits: [Channel: [String: ChannelLimits]] = [:]
        try forEachRow("SELECT channel, reference, content FROM channel_limit") { row in
            guard let channel = Channel(rawValue: try row[0]) else { return }
            let content: String = try row[2]
            limits[channel, default: [:]][try row[1]] = try JSONDecoder().decode(ChannelLimits.self, from: Data(content.utf8))
        }
        var mapping: [Channel: [String: String]] = [:]
        try forEachRow("SELECT channel, category, reference FROM category_mapping") { row in
            guard let channel = Channel(rawValue: try row[0]) else { return }
            mapping[channel, default: [:]][try row[1]] = try row[2]
        }
        return FetchedRules(limits: limits, mapping: mapping)
    }

    /// Those of a channel's categories whose limits were told so long ago that they have to be asked for again: a week.
    func categoriesWithoutLimits(_ categories: Set<String>, on channel: Channel, at now: Timestamp) throws -> [String] {
        let oldest = now.adding(.seconds(-7 * 86_400))
        let known = try rows(
            "SELECT reference FROM channel_limit WHERE channel = \(channel.rawValue) AND fetched_at > \(oldest)"
        ) { try $0[0] as String }
        return categories.subtracting(known).sorted()
    }

    func keep(_ limits: ChannelLimits, ofCategory reference: String, on channel: Channel, at now: Timestamp) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let content = String(decoding: try encoder.encode(limits), as: UTF8.self)
        try run(
            """
            INSERT INTO channel_limit (channel, reference, content, fetched_at) VALUES (\(channel.rawValue), \(reference), \(content), \(now))
            ON CONFLICT (channel, reference) DO UPDATE SET content = excluded.content, fetched_at = excluded.fetched_at
            """)
    }
}
