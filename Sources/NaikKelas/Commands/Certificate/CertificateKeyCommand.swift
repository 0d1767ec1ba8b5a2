import ArgumentParser
import Credentials
import Foundation
import Journey
import Nusantara
import Storage
import Web

struct CertificateKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Keeps the keys that sign certificates.",
        discussion: "Example:\n  naikkelas certificate key list",
        subcommands: [CertificateKeyNewCommand.self, CertificateKeyRotateCommand.self, CertificateKeyListCommand.self])
}

struct CertificateKeyNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes an issuer's first keys.",
        discussion: """
            Writes history.json, to be published, and a file of private keys, to be kept with the backups. Prints the fingerprint of the
            first key: published elsewhere too, it pins the history.

            Example:
              naikkelas certificate key new --issuer-id https://naikkelas.example/issuer --issuer-name "Naik Kelas"
            """)

    @OptionGroup var keys: CertificateKeyOptions

    @Option(help: ArgumentHelp("The issuer's address, which never changes.", valueName: "uri"))
    var issuerID: String

    @Option(help: "The issuer's name.")
    var issuerName: String

    @Option(help: ArgumentHelp("A page about the issuer.", valueName: "uri"))
    var issuerURL: String?

    @Option(help: "The first day on which they sign; today unless given.")
    var on: CalendarDate?

    @Flag(help: "No RSA key: certificates cannot be had with RS256.")
    var withoutRSA = false

    func validate() throws {
        let uris = [issuerID] + (issuerURL.map { [$0] } ?? [])
        for uri in uris {
            guard let scheme = URL(string: uri)?.scheme, !scheme.isEmpty, !uri.contains("#"), !uri.contains(" ") else {
                throw ValidationError("“\(uri)” is no address: write it as https://naikkelas.example/issuer")
            }
        }
        guard !issuerName.isEmpty else { throw ValidationError("the issuer has no name: give --issuer-name") }
    }

    func run() async throws {
        let new = try IssuerKeys(new: IssuerProfile(id: issuerID, name: issuerName, url: issuerURL), rsa: !withoutRSA)
        let history = try keys.folder.start(new, on: on ?? CalendarDate(Timestamp.now))
        let console = Console.current
        try console.line("key \(new.id) signs from \(history.present.validFrom.iso)")
        try console.line("fingerprint \(new.fingerprint)")
    }
}

struct CertificateKeyRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Replaces the keys by new ones; what the old ones signed stays good.",
        discussion: """
            If others may have had a key, name it with --compromised: nothing that it signed is believed from then on, and its certificates
            have to be issued anew.

            Example:
              naikkelas certificate key rotate
              naikkelas certificate key rotate --compromised 8f14e45fceea167a=2026-11-20
            """)

    @OptionGroup var keys: CertificateKeyOptions

    @Option(help: "The first day on which the new keys sign; today unless given.")
    var on: CalendarDate?

    @Option(help: ArgumentHelp("A key that others may have had, and since when.", valueName: "key=day"))
    var compromised: [CompromisedKey] = []

    @Flag(help: "No RSA key: certificates cannot be had with RS256.")
    var withoutRSA = false

    func run() async throws {
        let marks = Dictionary(compromised.map { ($0.id, $0.since) }, uniquingKeysWith: min)
        let history = try keys.folder.rotate(on: on ?? CalendarDate(Timestamp.now), rsa: !withoutRSA, compromised: marks)
        try Console.current.line("key \(history.present.id) signs from \(history.present.validFrom.iso); publish history.json anew")
    }
}

/// A key that others may have had, as it is typed.
struct CompromisedKey: ExpressibleByArgument {
    let id: KeyID
    let since: CalendarDate

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = KeyID(parts[0]), let since = CalendarDate(iso: parts[1]) else { return nil }
        self.id = id
        self.since = since
    }
}

struct CertificateKeyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "All keys that have signed, with their time.",
        discussion: "Example:\n  naikkelas certificate key list --keys certificate-keys")

    @OptionGroup var keys: CertificateKeyOptions

    func run() async throws {
        let history = try keys.folder.history()
        let table = TextTable(
            columns: ["key", "from", "until", "compromised", "RS256"].map { .init(title: $0) },
            rows: history.entries.map {
                [
                    $0.id.description, $0.validFrom.iso, $0.validUntil?.iso ?? "", $0.compromisedAt?.iso ?? "",
                    $0.rsa == nil ? "no" : "yes",
                ]
            })
        let console = Console.current
        try console.put(table.text)
        try console.line("fingerprint \(history.root)")
    }
}
