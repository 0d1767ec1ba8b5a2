public import Accounts
public import ArgumentParser
public import Journey
public import Nusantara

// Words of the domain that can be typed at the terminal.

extension Partner.Kind: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Metric: ExpressibleByArgument {}
extension Target.Basis: ExpressibleByArgument {}

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
