public import Accounts
public import ArgumentParser
public import Credentials
public import Journey
public import Marketplaces
public import Nusantara

// Words of the domain that can be typed at the terminal.

extension Partner.Kind: ExpressibleByArgument {}
extension Marketplaces.Channel: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Metric: ExpressibleByArgument {}
extension Target.Basis: ExpressibleByArgument {}
extension OpenBadgeCredential.Kind: ExpressibleByArgument {}

extension CertificateID: ExpressibleByArgument {
    /// Reads a UUID, with or without `urn:uuid:` before it.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `2026-11-23`.
    public init?(argument: String) {
        self.init(iso: argument)
    }
}

extension Month: ExpressibleByArgument {
    /// Reads `2026-11`.
    public init?(argument: String) {
        self.init(iso: argument)
    }
}
