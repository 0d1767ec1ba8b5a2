import ArgumentParser

struct CertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Keeps the keys of certificates, issues them and takes them back.",
        discussion: """
            A certificate can be checked by anyone, without network, with naikkelas verify. See Docs/certificates.md.

            Example:
              naikkelas certificate key new --issuer-id https://naikkelas.example/issuer --issuer-name "Naik Kelas"
            """,
        subcommands: [CertificateKeyCommand.self, CertificateIssueCommand.self, CertificateRevokeCommand.self])
}

/// Where the keys lie.
struct CertificateKeyOptions: ParsableArguments {
    @Option(name: .customLong("keys"), help: ArgumentHelp("The folder of the keys.", valueName: "folder"))
    var path = CertificateKeyFolder.usual

    var folder: CertificateKeyFolder { CertificateKeyFolder(path: path) }
}
