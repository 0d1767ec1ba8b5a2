/// How requests to and pushes from TikTok Shop are signed. Source: TikTok Shop Partner Center, “Sign your API request” and “Webhooks overview”.
public enum TikTokShopSignature {
    /// Signs a request.
    ///
    /// - Parameters:
    ///   - query: decoded names and values; `sign` and `access_token` are left out of what is signed.
    ///   - body: the bytes as they are sent; nil for GET and for files.
    public static func request(secret: String, path: String, query: [String: String], body: [UInt8]? = nil) -> String {
        let signed = query.filter { $0.key != "sign" && $0.key != "access_token" }.sorted { $0.key < $1.key }
        let parameters = signed.map { $0.key + $0.value }.joined()
        let message = Array((secret + path + parameters).utf8) + (body ?? []) + Array(secret.utf8)
        return KeyedHash.hexadecimal(KeyedHash.sha256(message, key: secret))
    }

    /// What stands in a push's `Authorization`.
    public static func push(application: String, secret: String, body: [UInt8]) -> String {
        KeyedHash.hexadecimal(KeyedHash.sha256(Array(application.utf8) + body, key: secret))
    }
}
