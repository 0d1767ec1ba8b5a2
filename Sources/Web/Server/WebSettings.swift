/// What the operator decides about the server.
public struct WebSettings: Sendable {
    /// The folder in which lists wait until they are imported.
    public var listFolder: String
    /// Whether cookies are sent over TLS only; off for a trial on this machine.
    public var secureCookies: Bool
    /// Whether the address of a client is what the proxy in front says in `X-Forwarded-For`.
    public var trustsProxy: Bool
    /// The largest list that is taken over the web, in bytes.
    public var maximumListBytes: Int
    /// Where the public reaches the server, without a slash at the end: `https://naikkelas.example`. Feeds and photos are linked by it; nil
    /// for the host that the request names.
    public var address: String?

    public init(
        listFolder: String, secureCookies: Bool = true, trustsProxy: Bool = false, maximumListBytes: Int = 1 << 30, address: String? = nil
    ) {
        self.listFolder = listFolder
        self.secureCookies = secureCookies
        self.trustsProxy = trustsProxy
        self.maximumListBytes = maximumListBytes
        self.address = address
    }
}
