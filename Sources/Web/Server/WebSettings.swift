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

    public init(
        listFolder: String, secureCookies: Bool = true, trustsProxy: Bool = false, maximumListBytes: Int = 1 << 30
    ) {
        self.listFolder = listFolder
        self.secureCookies = secureCookies
        self.trustsProxy = trustsProxy
        self.maximumListBytes = maximumListBytes
    }
}
