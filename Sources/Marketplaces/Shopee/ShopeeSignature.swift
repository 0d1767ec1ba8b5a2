/// How requests to and pushes from Shopee are signed. Source: Shopee Open Platform, developer guides 16 (requests) and 18 (pushes).
public enum ShopeeSignature {
    /// Signs a request. Neither the query nor the body is a part of what is signed.
    ///
    /// - Parameters:
    ///   - path: from `/api/v2/` on.
    ///   - timestamp: seconds since 1970; Shopee takes five minutes either way.
    ///   - access: the access token and the shop, for calls that act for a shop; nil for public ones.
    public static func request(
        partner: Int64, key: String, path: String, timestamp: Int64, access: (token: String, shop: String)? = nil
    ) -> String {
        let base = "\(partner)\(path)\(timestamp)" + (access.map { $0.token + $0.shop } ?? "")
        return KeyedHash.hexadecimal(KeyedHash.sha256(Array(base.utf8), key: key))
    }

    /// What stands in a push's `Authorization`, by the address to which it is sent and its body byte by byte.
    public static func push(url: String, body: [UInt8], key: String) -> String {
        KeyedHash.hexadecimal(KeyedHash.sha256(Array(url.utf8) + [UInt8(ascii: "|")] + body, key: key))
    }
}
