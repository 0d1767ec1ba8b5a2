public import Credentials

/// The keys with which a server signs certificates, and the history by which anybody checks them.
public struct CertificateIssuer: Sendable {
    public let keys: IssuerKeys
    public let history: KeyHistory

    /// - Parameter keys: those of the history's last entry.
    public init(keys: IssuerKeys, history: KeyHistory) {
        self.keys = keys
        self.history = history
    }
}
