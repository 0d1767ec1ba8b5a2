/// How GoFood signs what it pushes. Source: GoBiz developer documentation, notifications.
public enum GoFoodSignature {
    /// What stands in `X-Go-Signature`.
    public static func push(secret: String, body: [UInt8]) -> String {
        KeyedHash.hexadecimal(KeyedHash.sha256(body, key: secret))
    }
}
