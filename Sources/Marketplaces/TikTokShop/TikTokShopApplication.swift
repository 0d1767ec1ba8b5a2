/// This program as TikTok Shop knows it: what its operator got from the Partner Center. Tokopedia's sellers are reached by the same.
public struct TikTokShopApplication: Sendable, Hashable {
    /// `app_key`.
    public let key: String
    /// `app_secret`.
    public let secret: String
    /// `service_id`, which the page of consent wants.
    public let service: String
    public let hosts: Hosts

    /// Where TikTok Shop is reached: the interface, the tokens and the page of consent lie apart.
    public struct Hosts: Sendable, Hashable {
        public let interface: String
        public let tokens: String
        public let consent: String

        public init(interface: String, tokens: String, consent: String) {
            self.interface = interface
            self.tokens = tokens
            self.consent = consent
        }

        public static let production = Hosts(
            interface: "https://open-api.tiktokglobalshop.com", tokens: "https://auth.tiktok-shops.com",
            consent: "https://services.tiktokshop.com")

        /// All three behind one address, as a simulator has them.
        public static func one(_ host: String) -> Hosts { Hosts(interface: host, tokens: host, consent: host) }
    }

    public init(key: String, secret: String, service: String, hosts: Hosts = .production) {
        self.key = key
        self.secret = secret
        self.service = service
        self.hosts = hosts
    }

    /// The link by which a shop's owner lets this program act for the shop. Where the owner is sent back to is set in the Partner Center.
    ///
    /// - Parameter state: comes back with the owner.
    public func consentLink(state: String) -> String {
        ChannelRequest(
            .get, host: hosts.consent, path: "/open/authorize", query: [("service_id", service), ("state", state)]
        ).address
    }

    /// The shops of an owner who has agreed, each with its tokens. A code works once, for half an hour.
    ///
    /// - Throws: ``ChannelFailure``.
    public func shops(code: String, over connection: ChannelConnection) async throws -> [(tokens: ShopTokens, name: String)] {
        let pair = try await tokens("/api/v2/token/get", ["auth_code": code, "grant_type": "authorized_code"], connection)
        let answer = try await call(.get, "/authorization/202309/shops", pair, cipher: nil, connection)
        var shops: [(ShopTokens, String)] = []
        for shop in answer["shops"].elements {
            guard let id = shop["id"].string, let cipher = shop["cipher"].string else { continue }
            var tokens = pair
            tokens.shop = id
            tokens.extra = ["cipher": cipher]
            let warehouses = try await call(.get, "/logistics/202309/warehouses", tokens, cipher: cipher, connection)["warehouses"].elements
                .filter { $0["type"].string == "SALES_WAREHOUSE" && $0["effect_status"].string != "DISABLED" }
            tokens.extra["warehouse"] = (warehouses.first { $0["is_default"].flag == true } ?? warehouses.first)?["id"].string
            shops.append((tokens, shop["name"].string ?? id))
        }
        return shops
    }

    /// A new pair of tokens; the old one is dead from then on.
    ///
    /// - Throws: ``ChannelFailure``.
    public func refreshed(_ tokens: ShopTokens, over connection: ChannelConnection) async throws -> ShopTokens {
        var renewed = try await self.tokens(
            "/api/v2/token/refresh", ["refresh_token": tokens.refresh, "grant_type": "refresh_token"], connection)
        renewed.shop = tokens.shop
        renewed.extra = tokens.extra
        return renewed
    }

    /// Both calls for tokens are not signed; the secret itself stands in them.
    private func tokens(_ path: String, _ query: [String: String], _ connection: ChannelConnection) async throws -> ShopTokens {
        let answer = try await connection.send(shop: nil) {
            ChannelRequest(
                .get, host: hosts.tokens, path: path,
                query: [("app_key", key), ("app_secret", secret)] + query.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
                // A code and a refresh token work once.
                isRepeatable: false)
        }
        let data: OutsideJSON
        do {
            data = try TikTokShopAnswer.read(answer)
        } catch ChannelFailure.refused(let code, let reason) {
            throw ChannelFailure.disconnected(reason: "\(code): \(reason)")
        }
        guard let access = data["access_token"].string, let refresh = data["refresh_token"].string else {
            throw ChannelFailure.unreadable("no tokens in the answer")
        }
        // Both ends are instants, not lengths.
        return ShopTokens(
            shop: "", access: access, refresh: refresh, accessEnds: data["access_token_expire_in"].whole,
            refreshEnds: data["refresh_token_expire_in"].whole)
    }

    /// A signed call.
    ///
    /// - Parameter cipher: names the shop; nil for calls that name none.
    /// - Throws: ``ChannelFailure``.
    func call(
        _ method: ChannelRequest.Method, _ path: String, _ tokens: ShopTokens, cipher: String?, query: [String: String] = [:],
        body: OutsideJSON? = nil, isRepeatable: Bool = true, _ connection: ChannelConnection
    ) async throws -> OutsideJSON {
        let bytes = body?.bytes
        let answer = try await connection.send(shop: tokens.shop.isEmpty ? nil : tokens.shop) {
            let query = signed(path, query, cipher: cipher, body: bytes, at: connection.seconds)
            return ChannelRequest(
                method, host: hosts.interface, path: path, query: query,
                headers: [("x-tts-access-token", tokens.access), ("Content-Type", "application/json")], body: bytes,
                isRepeatable: isRepeatable)
        }
        return try TikTokShopAnswer.read(answer)
    }

    /// Sends a photo; the form is not part of what is signed.
    ///
    /// - Returns: the photo's `uri`.
    /// - Throws: ``ChannelFailure``.
    func upload(_ form: FileForm, _ tokens: ShopTokens, _ connection: ChannelConnection) async throws -> String {
        let path = "/product/202309/images/upload"
        let answer = try await connection.send(shop: tokens.shop) {
            ChannelRequest(
                .post, host: hosts.interface, path: path, query: signed(path, [:], cipher: nil, body: nil, at: connection.seconds),
                headers: [("x-tts-access-token", tokens.access), ("Content-Type", form.contentType)], body: form.bytes, isRepeatable: true)
        }
        guard let uri = try TikTokShopAnswer.read(answer)["uri"].string else { throw ChannelFailure.unreadable("no uri in the answer") }
        return uri
    }

    private func signed(
        _ path: String, _ query: [String: String], cipher: String?, body: [UInt8]?, at seconds: Int64
    ) -> [(name: String, value: String)] {
        var query = query
        query["app_key"] = key
        query["timestamp"] = String(seconds)
        if let cipher { query["shop_cipher"] = cipher }
        let sign = TikTokShopSignature.request(secret: secret, path: path, query: query, body: body)
        return query.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("sign", sign)]
    }
}

/// Reads TikTok Shop's envelope: an answer succeeded if `code` is 0. Source: TikTok Shop Partner Center, common errors.
enum TikTokShopAnswer {
    /// - Returns: `data`.
    /// - Throws: ``ChannelFailure``.
    static func read(_ answer: ChannelAnswer) throws -> OutsideJSON {
        guard let json = try? OutsideJSON(answer.body), case .object = json, let code = json["code"].whole else {
            throw ChannelFailure.unreadable(answer.beginning)
        }
        guard code != 0 else { return json["data"] }
        let message = json["message"].string ?? ""
        switch code {
        case 105_002: throw ChannelFailure.disconnected(reason: "\(code): \(message)")
        // One number for several things; the words tell them apart.
        case 36_009_004 where message.lowercased().contains("access_token") || message.lowercased().contains("access token"):
            throw ChannelFailure.disconnected(reason: "\(code): \(message)")
        case 36_009_002: throw ChannelFailure.throttled(seconds: nil)
        case 36_009_003, 36_009_007: throw ChannelFailure.failing(code: String(code), reason: message)
        default: throw ChannelFailure.refused(code: String(code), reason: message)
        }
    }
}
