import FoundationEssentials
import Marketplaces

/// The bytes in which tokens are sealed.
enum ShopTokensCoding {
    static func encoded(_ tokens: ShopTokens) throws -> [UInt8] {
        Array(try JSONEncoder().encode(tokens))
    }

    static func decoded(_ bytes: [UInt8]) throws -> ShopTokens {
        try JSONDecoder().decode(ShopTokens.self, from: Data(bytes))
    }
}
