import Foundation

/// The rules of every channel, read once from the program's resources.
public struct ChannelRuleBook: Sendable {
    private let rules: [Channel: ChannelRules]

    public subscript(channel: Channel) -> ChannelRules { rules[channel]! }

    public static let shipped: ChannelRuleBook = {
        do {
            return try ChannelRuleBook(
                Channel.allCases.map { channel in
                    let file = Bundle.module.bundleURL.appending(path: "Resources/rules/\(channel.rawValue).json")
                    return try JSONDecoder().decode(ChannelRules.self, from: Data(contentsOf: file))
                })
        } catch {
            // The files are part of the program, and a test reads them all.
            fatalError("The rules of the channels cannot be read: \(error)")
        }
    }()

    /// - Throws: ``Incomplete`` unless each channel has its rules.
    public init(_ rules: [ChannelRules]) throws(Incomplete) {
        self.rules = Dictionary(rules.map { ($0.channel, $0) }) { first, _ in first }
        let missing = Channel.allCases.filter { self.rules[$0] == nil }
        if !missing.isEmpty { throw Incomplete(missing: missing) }
    }

    public struct Incomplete: Error, Hashable {
        public let missing: [Channel]
    }
}
