/// A call to a channel, signed and ready to be sent.
public struct ChannelRequest: Sendable, Hashable {
    public enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    public var method: Method
    /// `https://…` without a path.
    public var host: String
    /// From the first slash on, without a query.
    public var path: String
    /// Decoded names and values; a name may stand several times.
    public var query: [(name: String, value: String)]
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]?
    /// Whether sending it twice does no more than sending it once.
    public var isRepeatable: Bool

    public init(
        _ method: Method, host: String, path: String, query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)] = [], body: [UInt8]? = nil, isRepeatable: Bool? = nil
    ) {
        self.method = method
        self.host = host
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.isRepeatable = isRepeatable ?? (method == .get)
    }

    /// The whole address, values percent-encoded (RFC 3986, section 2.3).
    public var address: String {
        guard !query.isEmpty else { return host + path }
        return host + path + "?" + query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
    }

    /// The address as it may be written down: what would let somebody else act for a shop is replaced.
    public var addressWithoutSecrets: String {
        guard !query.isEmpty else { return host + path }
        let shown = query.map { $0.name + "=" + (Self.secrets.contains($0.name) ? "…" : Self.encoded($0.value)) }
        return host + path + "?" + shown.joined(separator: "&")
    }

    private static let secrets: Set<String> = [
        "sign", "access_token", "refresh_token", "app_secret", "auth_code", "code", "partner_key", "signature", "token", "shop_cipher",
    ]

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.method == right.method && left.address == right.address && left.body == right.body
            && left.headers.elementsEqual(right.headers) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(address)
        hasher.combine(body)
    }
}

/// What came back.
public struct ChannelAnswer: Sendable, Hashable {
    public var status: Int
    /// Names in lower case.
    public var headers: [String: String]
    public var body: [UInt8]

    public init(status: Int, headers: [String: String] = [:], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The beginning of the body, for a log or a message; HTML and all.
    var beginning: String { String(decoding: body.prefix(200), as: UTF8.self) }
}

/// Sends one request once and returns what came back, whatever its status.
///
/// - Throws: any error if nothing came back in time.
public typealias ChannelTransport = @Sendable (ChannelRequest) async throws -> ChannelAnswer
