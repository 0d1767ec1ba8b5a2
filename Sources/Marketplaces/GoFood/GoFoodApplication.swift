import Foundation

/// This program as GoFood knows it: an approved partner for direct integration. The owner of an outlet links it in GoBiz and tells its number.
public struct GoFoodApplication: Sendable, Hashable {
    public let client: String
    public let secret: String
    /// With what pushes are signed.
    public let pushSecret: String
    public let host: String
    /// Where tokens are given.
    public let tokenHost: String

    public static let productionHost = "https://api.gobiz.co.id"
    public static let productionTokenHost = "https://accounts.go-jek.com"

    private static let scopes = [
        "gofood:catalog:write", "gofood:catalog:read", "gofood:order:write", "gofood:order:read", "gofood:outlet:write",
    ]

    public init(
        client: String, secret: String, pushSecret: String, host: String = productionHost, tokenHost: String = productionTokenHost
    ) {
        self.client = client
        self.secret = secret
        self.pushSecret = pushSecret
        self.host = host
        self.tokenHost = tokenHost
    }

    /// Tokens for an outlet, once GoFood has answered for it.
    ///
    /// - Parameter outlet: the number that GoBiz shows: `G123456789`.
    /// - Throws: ``ChannelFailure``.
    public func tokens(outlet: String, over connection: ChannelConnection) async throws -> ShopTokens {
        guard !outlet.isEmpty, outlet.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) else {
            throw ChannelFailure.refused(code: "outlet", reason: "“\(outlet)” bukan nomor gerai GoFood.")
        }
        let tokens = try await refreshed(ShopTokens(shop: outlet, access: ""), over: connection)
        // Who is not linked is not found.
        _ = try await call(.get, "/integrations/gofood/outlets/\(outlet)/v2/catalog", tokens, connection)
        return tokens
    }

    /// A new token. It is the partner's own and not the outlet's: it can be asked for at any time.
    ///
    /// - Throws: ``ChannelFailure``.
    public func refreshed(_ tokens: ShopTokens, over connection: ChannelConnection) async throws -> ShopTokens {
        let basic = Data("\(client):\(secret)".utf8).base64EncodedString()
        let form = "grant_type=client_credentials&scope=" + Self.scopes.joined(separator: "%20").replacing(":", with: "%3A")
        let answer = try await connection.send(shop: nil) {
            ChannelRequest(
                .post, host: tokenHost, path: "/oauth2/token",
                headers: [("Authorization", "Basic \(basic)"), ("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(form.utf8), isRepeatable: true)
        }
        guard let json = try? OutsideJSON(answer.body) else { throw ChannelFailure.unreadable(answer.beginning) }
        guard let access = json["access_token"].string else {
            throw ChannelFailure.disconnected(reason: json["error_description"].string ?? json["error"].string ?? "no token")
        }
        var renewed = tokens
        renewed.access = access
        // What is left empty is never refreshed by its end; this one is asked for anew by the same credentials.
        renewed.refresh = "client-credentials"
        renewed.accessEnds = connection.seconds + (json["expires_in"].whole ?? 3600)
        return renewed
    }

    /// - Throws: ``ChannelFailure``.
    func call(
        _ method: ChannelRequest.Method, _ path: String, _ tokens: ShopTokens, body: OutsideJSON? = nil, isRepeatable: Bool = true,
        _ connection: ChannelConnection
    ) async throws -> OutsideJSON {
        let bytes = body?.bytes
        let answer = try await connection.send(shop: tokens.shop) {
            ChannelRequest(
                method, host: host, path: path,
                headers: [("Authorization", "Bearer \(tokens.access)"), ("Content-Type", "application/json")], body: bytes,
                isRepeatable: isRepeatable)
        }
        return try GoFoodAnswer.read(answer)
    }
}

/// Reads GoFood's envelope. Source: GoBiz developer documentation.
enum GoFoodAnswer {
    /// - Returns: `data`.
    /// - Throws: ``ChannelFailure``.
    static func read(_ answer: ChannelAnswer) throws -> OutsideJSON {
        if answer.body.isEmpty, (200..<300).contains(answer.status) { return .null }
        guard let json = try? OutsideJSON(answer.body), case .object = json else { throw ChannelFailure.unreadable(answer.beginning) }
        let error = json["errors"].elements.first ?? .null
        let reason = error["message"].string ?? error["message_title"].string ?? ""
        switch answer.status {
        case 401: throw ChannelFailure.disconnected(reason: reason.isEmpty ? "status 401" : reason)
        case 200..<300 where json["success"].flag != false: return json["data"]
        default:
            throw ChannelFailure.refused(code: answer.status == 409 ? "409" : error["code"].string ?? String(answer.status), reason: reason)
        }
    }
}
