import ArgumentParser
import Credentials
import Journey
import Nusantara
import Storage
import Web

struct CertificateRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Takes certificates back, and dates the list of those anew.",
        discussion: """
            Writes revocations.json beside the keys, to be published. Without an id the list is only dated anew: do so at least every 30
            days, because those who check are told how old it is.

            Example:
              naikkelas certificate revoke 0198c7a2-1234-7abc-8def-0123456789ab --reason "Nama tertukar"
              naikkelas certificate revoke
            """)

    @OptionGroup var keys: CertificateKeyOptions

    @Argument(help: "The ids of the certificates.")
    var ids: [CertificateID] = []

    @Option(help: "Why, for those who check the certificate.")
    var reason: String?

    @Option(help: "The day; today unless given.")
    var on: CalendarDate?

    func validate() throws {
        guard ids.isEmpty == (reason ?? "").isEmpty else {
            throw ValidationError(ids.isEmpty ? "say which certificates: their ids are missing" : "say why with --reason")
        }
    }

    func run() async throws {
        let day = on ?? CalendarDate(Timestamp.now)
        let list = try keys.folder.revoke(ids.map { .init(id: $0, on: day, reason: reason ?? "") }, on: day)
        try Console.current.line(
            "\(grouped(list.revoked.count)) revoked as of \(list.asOf.iso), list \(list.sequence); publish revocations.json anew")
    }
}
