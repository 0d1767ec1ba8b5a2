/// This program as Shopee knows it: what its operator got from the Open Platform.
public struct ShopeeApplication: Sendable, Hashable {
    /// `partner_id`.
    public let partner: Int64
    /// The partner key, as text.
    public let key: String
    /// With what pushes are signed; the partner key unless the console shows another.
    public let pushKey: String
    public let pushAlgorithm: ShopeePush.Algorithm
    /// `https://partner.shopeemobile.com`, the sandbox, or a simulator.
    public let host: String

    public static let productionHost = "https://partner.shopeemobile.com"

    public init(
        partner: Int64, key: String, pushKey: String? = nil, pushAlgorithm: ShopeePush.Algorithm = .addressAndBody,
        host: String = productionHost
    ) {
        self.partner = partner
        self.key = key
        self.pushKey = pushKey ?? key
        self.pushAlgorithm = pushAlgorithm
        self.host = host
    }

    /// The link by which a shop's owner lets this program act for the shop. It holds for five minutes.
    ///
    /// - Parameter redirect: where Shopee sends the owner back with `code` and `shop_id`.
    public func consentLink(redirect: String, at seconds: Int64) -> String {
        let path = "/api/v2/shop/auth_partner"
        return ChannelRequest(
            .get, host: host, path: path,
            query: [
                ("partner_id", String(partner)), ("timestamp", String(seconds)),
                ("sign", ShopeeSignature.request(partner: partner, key: key, path: path, timestamp: seconds)), ("redirect", redirect),
            ]
        ).address
    }

    /// The tokens for a code that Shopee sent the owner back with. A code works once, for ten minutes.
    ///
    /// - Throws: ``ChannelFailure``.
    public func tokens(code: String, shop: String, over connection: ChannelConnection) async throws -> ShopTokens {
        try await tokens(
            "/api/v2/auth/token/get", ["code": .text(code), "partner_id": .whole(partner), "shop_id": .number(shop)], shop, connection)
    }

    /// A new pair of tokens; the old one is dead from then on.
    ///
    /// - Throws: ``ChannelFailure``.
    public func refreshed(_ tokens: ShopTokens, over connection: ChannelConnection) async throws -> ShopTokens {
        try await self.tokens(
            "/api/v2/auth/access_token/get",
            ["refresh_token": .text(tokens.refresh), "partner_id": .whole(partner), "shop_id": .number(tokens.shop)], tokens.shop,
            connection)
    }

    /// What its owner calls a shop; nil if Shopee does not say.
    ///
    /// - Throws: ``ChannelFailure``.
    public func shopName(_ tokens: ShopTokens, over connection: ChannelConnection) async throws -> String? {
        let path = "/api/v2/shop/get_shop_info"
        let answer = try await connection.send(shop: tokens.shop) {
            let seconds = connection.seconds
            let sign = ShopeeSignature.request(
                partner: partner, key: key, path: path, timestamp: seconds, access: (tokens.access, tokens.shop))
            return ChannelRequest(
                .get, host: host, path: path,
                query: [
                    ("partner_id", String(partner)), ("timestamp", String(seconds)), ("access_token", tokens.access),
                    ("shop_id", tokens.shop), ("sign", sign),
                ])
        }
        return try ShopeeAnswer.read(answer)["shop_name"].string.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Pushes of the last three days that did not arrive, oldest first, at most a hundred at a time.
    ///
    /// - Returns: what they hint at with their bodies, and what to confirm them with; nil if there are none.
    /// - Throws: ``ChannelFailure``.
    public func lostPushes(over connection: ChannelConnection) async throws -> (pushes: [(hint: PushHint, body: [UInt8])], last: String)? {
        let answer = try await publicCall(.get, "/api/v2/push/get_lost_push_message", nil, connection)["response"]
        let messages = answer["push_message_list"].elements
        guard !messages.isEmpty, let last = answer["last_message_id"].string else { return nil }
        let pushes = messages.compactMap { message -> (PushHint, [UInt8])? in
            // Here what was pushed as an object comes as a text.
            guard let text = message["data"].string, let data = try? OutsideJSON(Array(text.utf8)) else { return nil }
            let body: OutsideJSON = [
                "code": message["code"], "shop_id": message["shop_id"], "timestamp": message["timestamp"], "data": data,
            ]
            let bytes = body.bytes
            return (try? ShopeePush.hint(bytes, now: connection.seconds)).map { ($0, bytes) }
        }
        return (pushes, last)
    }

    /// Says that everything up to here has been taken over.
    ///
    /// - Parameter last: what ``lostPushes(over:)`` gave.
    /// - Throws: ``ChannelFailure``.
    public func confirmLostPushes(upTo last: String, over connection: ChannelConnection) async throws {
        _ = try await publicCall(
            .post, "/api/v2/push/confirm_consumed_lost_push_message", ["last_message_id": .number(last)], connection)
    }

    /// A call that no shop is named in.
    private func publicCall(
        _ method: ChannelRequest.Method, _ path: String, _ body: OutsideJSON?, _ connection: ChannelConnection
    ) async throws -> OutsideJSON {
        let answer = try await connection.send(shop: nil) {
            let seconds = connection.seconds
            return ChannelRequest(
                method, host: host, path: path,
                query: [
                    ("partner_id", String(partner)), ("timestamp", String(seconds)),
                    ("sign", ShopeeSignature.request(partner: partner, key: key, path: path, timestamp: seconds)),
                ], headers: body == nil ? [] : [("Content-Type", "application/json")], body: body?.bytes, isRepeatable: true)
        }
        return try ShopeeAnswer.read(answer)
    }

    private func tokens(_ path: String, _ body: OutsideJSON, _ shop: String, _ connection: ChannelConnection) async throws -> ShopTokens {
        guard Int64(shop) != nil else { throw ChannelFailure.refused(code: "shop_id", reason: "“\(shop)” is no number of a shop") }
        let answer = try await connection.send(shop: shop) {
            let seconds = connection.seconds
            return ChannelRequest(
                .post, host: host, path: path,
                query: [
                    ("partner_id", String(partner)), ("timestamp", String(seconds)),
                    ("sign", ShopeeSignature.request(partner: partner, key: key, path: path, timestamp: seconds)),
                ], headers: [("Content-Type", "application/json")], body: body.bytes)
        }
        let json = try ShopeeAnswer.read(answer)
        guard let access = json["access_token"].string, let refresh = json["refresh_token"].string, let life = json["expire_in"].whole
        else {
            throw ChannelFailure.unreadable("no tokens in the answer")
        }
        let now = connection.seconds
        // A refresh token lives for thirty days (Open Platform, appendix A).
        return ShopTokens(shop: shop, access: access, refresh: refresh, accessEnds: now + life, refreshEnds: now + 30 * 86_400)
    }
}

/// Reads Shopee's envelope: an answer succeeded if `error` is empty, whatever its status.
enum ShopeeAnswer {
    /// - Throws: ``ChannelFailure``.
    static func read(_ answer: ChannelAnswer) throws -> OutsideJSON {
        guard let json = try? OutsideJSON(answer.body), case .object = json else { throw ChannelFailure.unreadable(answer.beginning) }
        let error = json["error"].string ?? ""
        guard !error.isEmpty else { return json }
        let message = json["message"].string ?? ""
        // Some calls put the name of their module before the error: `product.error_param`.
        let code = error.split(separator: ".").last.map { $0.trimmingPrefix(" ") }.map(String.init) ?? error
        switch code {
        case "error_auth", "invalid_acceess_token", "invalid_access_token", "invalid_refresh_token", "refresh_token_expired",
            "shop_access_expired", "shop_no_linked", "error_shop_refresh_token", "shop_banned":
            throw ChannelFailure.disconnected(reason: message.isEmpty ? error : "\(error): \(message)")
        case "error_rate_limit": throw ChannelFailure.throttled(seconds: nil)
        case "error_server", "error_network", "error_inner", "error_data", "error_system_busy":
            throw ChannelFailure.failing(code: error, reason: message)
        default: throw ChannelFailure.refused(code: error, reason: message)
        }
    }
}
