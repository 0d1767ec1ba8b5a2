import ArgumentParser
import Credentials
import Foundation
import Journey
import Nusantara
import Storage
import Web

struct CertificateIssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Signs one certificate.",
        discussion: """
            Writes it in every form into the folder of --output, or prints the form of --format. The forms are jwt and rs256 (VC-JWT), json
            (with an eddsa-jcs-2022 proof) and nk1 (for the QR code).

            Example:
              naikkelas certificate issue --number NK-2026-000123 --name "Siti Rahmawati" --identity 3273014107900001 \\
                --code JUALAN-0 --achievement "Jualan online dari nol" --programme "UMKM Go Online" --output certificates
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jwt, rs256, json, nk1
    }

    @OptionGroup var keys: CertificateKeyOptions

    @Option(help: "The number that is printed on it.")
    var number: String

    @Option(help: "The person's name; without it the certificate does not say whose it is, only whether a given person's.")
    var name: String?

    @Option(help: "A number that only the person and the issuer know, such as the NIK; a salted hash of it goes in.")
    var identity: String

    @Option(help: "What that number is, in the words of Open Badges 3.0.")
    var identityType = "nationalIdentityNumber"

    @Option(help: "The programme's code for what was achieved.")
    var code: String

    @Option(help: "What was achieved.")
    var achievement: String

    @Option(help: "What it is about; the name of the achievement unless given.")
    var description: String?

    @Option(help: "What had to be done for it.")
    var criteria = "Memenuhi syarat kelulusan program."

    @Option(help: "The name of the programme.")
    var programme: String

    @Option(help: "\(OpenBadgeCredential.Kind.allCases.map(\.rawValue).joined(separator: " or ")).")
    var kind = OpenBadgeCredential.Kind.completion

    @Option(help: "The day of issue; today unless given.")
    var issued: CalendarDate?

    @Option(help: "The last day on which it holds; for ever unless given.")
    var expires: CalendarDate?

    @Option(help: "The day of signing; today unless given.")
    var on: CalendarDate?

    @Option(help: "Its id, a UUID; a new one unless given.")
    var id: CertificateID?

    @Option(help: ArgumentHelp("The address of the list of certificates that were taken back.", valueName: "uri"))
    var revocations: String?

    @Option(help: ArgumentHelp("Write every form into this folder.", valueName: "folder"))
    var output: String?

    @Option(help: "Print this form: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: Format?

    func validate() throws {
        guard output != nil || format != nil else { throw ValidationError("say where it goes: --output FOLDER, or --format nk1") }
        guard !number.isEmpty, !achievement.isEmpty, !identity.isEmpty else {
            throw ValidationError("--number, --achievement and --identity must not be empty")
        }
        if let expires, let issued, expires < issued { throw ValidationError("the certificate would expire before it is issued") }
    }

    func run() async throws {
        let folder = keys.folder
        let today = CalendarDate(Timestamp.now)
        let history = try folder.history()
        let issuer = try folder.presentKeys(of: history)
        let signed = on ?? today
        guard signed >= history.present.validFrom else {
            throw CommandFailure("the present key signs from \(history.present.validFrom.iso); give a later day with --on")
        }
        let salt = CertificateID.random().description
        let credential = OpenBadgeCredential(
            id: id ?? .random(), number: number, kind: kind,
            achievement: .init(
                id: "\(issuer.issuer.id)/achievements/\(Self.fileName(code))", code: code, name: achievement,
                description: description ?? achievement, criteria: criteria),
            programme: programme, recipient: RecipientIdentity(hashing: identity, salt: salt, type: identityType), recipientName: name,
            issued: issued ?? signed, expires: expires, revocationList: revocations)
        let certificate = try issuer.sign(credential, on: signed)
        let console = Console.current
        switch format {
        case .jwt: try console.line(certificate.jwt)
        case .rs256:
            guard let text = certificate.rs256 else { throw CredentialError.noRSAKey }
            try console.line(text)
        case .json: try console.line(certificate.json)
        case .nk1: try console.line(certificate.compact)
        case nil: break
        }
        guard let output else { return }
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("the folder \(output) cannot be made: \(error.localizedDescription)")
        }
        let forms = [("jwt", certificate.jwt), ("rs256.jwt", certificate.rs256), ("json", certificate.json), ("nk1", certificate.compact)]
        for (ending, text) in forms {
            guard let text else { continue }
            let path = "\(output)/\(Self.fileName(number)).\(ending)"
            try CertificateFile.replace(path, with: text + "\n")
            if format == nil { try console.line(path) }
        }
    }

    /// The text with nothing in it that has a meaning in a path.
    private static func fileName(_ text: String) -> String {
        let plain = text.unicodeScalars.map { scalar -> Character in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "-_".unicodeScalars.contains(scalar)
                ? Character(scalar) : "-"
        }
        return String(plain)
    }
}
