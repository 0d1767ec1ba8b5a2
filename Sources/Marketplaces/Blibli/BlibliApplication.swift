import Foundation

/// This program as Blibli knows it: what its operator got for its sellers' interface. There is no page of consent: the owner of a store gives
/// the key of the store, as the Seller Center shows it.
public struct BlibliApplication: Sendable, Hashable {
    /// `apiClientId`.
    public let client: String
    /// `apiClientKey`.
    public let key: String
    /// With what requests are signed, for sellers who have switched signatures on; nil for none.
    public let signatureKey: String?
    /// With what pushes are signed; nil if they are not.
    public let pushKey: String?
    public let host: String

    public static let productionHost = "https://api.blibli.com"

    public init(client: String, key: String, signatureKey: String? = nil, pushKey: String? = nil, host: String = productionHost) {
        self.client = client
        self.key = key
        self.signatureKey = signatureKey
        self.pushKey = pushKey
        self.host = host
    }

    /// The tokens of a store, once Blibli has answered with its first pickup point.
    ///
    /// - Parameters:
    ///   - store: the code of the store: `TOQ-15126`.
    ///   - sellerKey: `Api-Seller-Key`.
    ///   - username: with which the owner signs in to the Seller Center.
    /// - Throws: ``ChannelFailure``.
    public func tokens(
        store: String, sellerKey: String, username: String, over connection: ChannelConnection
    ) async throws -> ShopTokens {
        var tokens = ShopTokens(shop: store, access: sellerKey, extra: ["username": username])
        let points = try await call(
            .post, "/seller/v1/stores/pickup-points/filter", tokens, body: ["paging": ["page": 0, "size": 50]], connection)["content"]
            .elements
        guard let point = points.lazy.compactMap({ $0["code"].string }).first else {
            throw ChannelFailure.refused(code: "pickup-point", reason: "Toko ini belum punya alamat pengambilan di Blibli.")
        }
        tokens.extra["pickup"] = point
        return tokens
    }

    /// A call for a store.
    ///
    /// - Parameter path: what follows `/proxy`.
    /// - Returns: the whole answer; ``OutsideJSON/null`` for one without a body.
    /// - Throws: ``ChannelFailure``.
    func call(
        _ method: ChannelRequest.Method, _ path: String, _ tokens: ShopTokens, query: [(name: String, value: String)] = [],
        body: OutsideJSON? = nil, isRepeatable: Bool = true, _ connection: ChannelConnection
    ) async throws -> OutsideJSON {
        let bytes = body?.bytes
        let basic = Data("\(client):\(key)".utf8).base64EncodedString()
        let answer = try await connection.send(shop: tokens.shop) {
            let milliseconds = connection.seconds * 1000
            var headers = [
                ("Authorization", "Basic \(basic)"), ("Api-Seller-Key", tokens.access), ("Accept", "application/json"),
                ("Content-Type", "application/json"),
            ]
            if let signatureKey {
                headers.append(
                    (
                        "Signature",
                        BlibliSignature.request(
                            key: signatureKey, method: method.rawValue, path: path, body: bytes, milliseconds: milliseconds)
                    ))
                headers.append(("Signature-Time", String(milliseconds)))
            }
            return ChannelRequest(
                method, host: host, path: "/v2/proxy" + path,
                query: [
                    ("requestId", "naikkelas-\(UUID().uuidString.lowercased())"), ("storeId", "10001"), ("storeCode", tokens.shop),
                    ("channelId", "naik-kelas"), ("username", tokens.extra["username"] ?? ""),
                ] + query, headers: headers, body: bytes, isRepeatable: isRepeatable)
        }
        return try BlibliAnswer.read(answer)
    }
}

/// Reads Blibli's envelope: failures say `success: false`, changes answer with nothing. Source: Blibli seller API documentation.
enum BlibliAnswer {
    /// - Throws: ``ChannelFailure``.
    static func read(_ answer: ChannelAnswer) throws -> OutsideJSON {
        if answer.status == 204 { return .null }
        guard let json = try? OutsideJSON(answer.body), case .object = json else { throw ChannelFailure.unreadable(answer.beginning) }
        let (code, message) = (json["errorCode"].string ?? "", json["errorMessage"].string ?? "")
        switch answer.status {
        case 401, 403: throw ChannelFailure.disconnected(reason: message.isEmpty ? "status \(answer.status)" : message)
        case 200..<300 where json["success"].flag != false: return json
        default: throw ChannelFailure.refused(code: code.isEmpty ? String(answer.status) : code, reason: message)
        }
    }
}
