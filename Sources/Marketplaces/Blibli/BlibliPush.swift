/// Reads what Blibli pushes. Source: Blibli's seller API documentation, order notifications.
public enum BlibliPush {
    /// Checks the signature, where one is agreed on, and tells what the push hints at.
    ///
    /// - Parameters:
    ///   - signature: the header `signature`, in hexadecimal or base 64.
    ///   - requestTime: the header `requestTime`, milliseconds since 1970.
    ///   - key: what was agreed on; nil if the seller signs nothing: then the push is worth no more than a hint from anybody, and what it
    ///     names has to be read from Blibli anyway.
    /// - Throws: ``PushFailure``.
    public static func read(
        _ body: [UInt8], signature: String?, requestTime: String?, contentType: String, url: String, key: String?, now: Int64
    ) throws(PushFailure) -> PushHint {
        guard body.count <= PushFailure.maximumBytes else { throw .tooLarge }
        if let key {
            guard let signature, let milliseconds = requestTime.flatMap({ Int64($0) }) else { throw .signatureMissing }
            let expected = BlibliSignature.push(key: key, url: url, body: body, contentType: contentType, milliseconds: milliseconds)
            guard KeyedHash.isSame(signature, expected.base64) || KeyedHash.isSame(signature.lowercased(), expected.hexadecimal) else {
                throw .signatureWrong
            }
            let age = now - milliseconds / 1000
            if age > PushFailure.maximumAge { throw .stale(seconds: age) }
        }
        guard let json = try? OutsideJSON(body), let item = json["orderItemId"].string ?? json["orderId"].string else { throw .unreadable }
        return PushHint(
            kind: .order, shop: json["storeCode"].string, reference: item, key: KeyedHash.digest(body),
            updated: (json["timestamp"].whole ?? 0) / 1000)
    }
}
