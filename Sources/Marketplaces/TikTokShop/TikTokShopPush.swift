/// Reads what TikTok Shop pushes. Source: TikTok Shop Partner Center, webhooks.
public enum TikTokShopPush {
    /// Checks the signature and tells what the push hints at.
    ///
    /// - Throws: ``PushFailure``.
    public static func read(
        _ body: [UInt8], authorization: String?, application: String, secret: String, now: Int64
    ) throws(PushFailure) -> PushHint {
        guard body.count <= PushFailure.maximumBytes else { throw .tooLarge }
        guard let authorization else { throw .signatureMissing }
        let expected = TikTokShopSignature.push(application: application, secret: secret, body: body)
        guard KeyedHash.isSame(authorization.lowercased(), expected) else { throw .signatureWrong }
        guard let json = try? OutsideJSON(body), let type = json["type"].whole else { throw .unreadable }
        let timestamp = json["timestamp"].whole ?? 0
        if timestamp > 0, now - timestamp > PushFailure.maximumAge { throw .stale(seconds: now - timestamp) }
        let data = json["data"]
        let key = json["tts_notification_id"].string ?? KeyedHash.digest(body)
        func hint(_ kind: PushHint.Kind, _ reference: String? = nil) -> PushHint {
            PushHint(
                kind: kind, shop: json["shop_id"].string, reference: reference, key: key, updated: data["update_time"].whole ?? timestamp)
        }
        switch type {
        case 1, 2, 3, 4, 12:
            guard let order = data["order_id"].string else { throw .unreadable }
            return hint(.order, order)
        case 5, 37: return hint(.listing, data["product_id"].string)
        case 6: return hint(.disconnected)
        case 7: return hint(.expiring)
        default: return hint(.other)
        }
    }
}
