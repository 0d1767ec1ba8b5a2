import Crypto

/// Reads what Shopee pushes. Source: Shopee Open Platform, push mechanism.
public enum ShopeePush {
    /// How a console signs pushes. The documentation names the address and the body; an older page, the body alone.
    public enum Algorithm: String, Sendable, CaseIterable {
        case addressAndBody = "address-and-body"
        case body
    }

    /// Checks the signature and tells what the push hints at.
    ///
    /// - Parameters:
    ///   - authorization: the header `Authorization`.
    ///   - url: the address as Shopee knows it.
    ///   - now: seconds since 1970.
    /// - Throws: ``PushFailure``.
    public static func read(
        _ body: [UInt8], authorization: String?, url: String, key: String, algorithm: Algorithm = .addressAndBody, now: Int64
    ) throws(PushFailure) -> PushHint {
        guard body.count <= PushFailure.maximumBytes else { throw .tooLarge }
        guard let authorization else { throw .signatureMissing }
        let expected =
            switch algorithm {
            case .addressAndBody: ShopeeSignature.push(url: url, body: body, key: key)
            case .body: KeyedHash.hexadecimal(KeyedHash.sha256(body, key: key))
            }
        guard KeyedHash.isSame(authorization.lowercased(), expected) else { throw .signatureWrong }
        return try hint(body, now: now)
    }

    /// What a push hints at whose signature was checked, or that was lost and fetched afterwards over a signed call.
    ///
    /// - Throws: ``PushFailure``.
    static func hint(_ body: [UInt8], now: Int64) throws(PushFailure) -> PushHint {
        guard let json = try? OutsideJSON(body), let code = json["code"].whole else { throw .unreadable }
        let timestamp = json["timestamp"].whole ?? 0
        if timestamp > 0, now - timestamp > PushFailure.maximumAge { throw .stale(seconds: now - timestamp) }
        let data = json["data"]
        let shop = json["shop_id"].string
        func hint(_ kind: PushHint.Kind, _ reference: String? = nil, _ updated: Int64 = 0) -> PushHint {
            PushHint(kind: kind, shop: shop, reference: reference, key: KeyedHash.digest(body), updated: updated)
        }
        switch code {
        case 0: return hint(.trial)
        case 1: return hint(.connected)
        case 2: return hint(.disconnected)
        case 3:
            guard let order = data["ordersn"].string else { throw .unreadable }
            return hint(.order, order, data["update_time"].whole ?? timestamp)
        case 4, 15: return hint(.order, data["ordersn"].string, timestamp)
        case 6, 16, 22: return hint(.listing, data["item_id"].string, timestamp)
        case 12: return hint(.expiring)
        default: return hint(.other)
        }
    }
}

extension KeyedHash {
    /// Tells one body from every other: the SHA-256 in hexadecimal.
    static func digest(_ bytes: [UInt8]) -> String { hexadecimal(Array(SHA256.hash(data: bytes))) }
}
