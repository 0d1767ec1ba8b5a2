import ArgumentParser
import Credentials
import Foundation
import Journey
import Nusantara
import Storage
import Web

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks a certificate, without network.",
        discussion: """
            Reads a VC-JWT, JSON with a proof, or the text of a QR code (NK1:…), from the command line, a file, or standard input (-).
            Ends with 0 if it is valid, with 1 if it is not. What each answer means stands in Docs/certificates.md.

            Example:
              naikkelas verify certificates/NK-2026-000123.json --keys certificate-keys/history.json
              naikkelas verify - --keys history.json --revocations revocations.json --format json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("The certificate, a file that holds it, or - for standard input.", valueName: "certificate"))
    var certificate: String

    @Option(help: ArgumentHelp("The issuer's history of keys.", valueName: "history.json"))
    var keys: String?

    @Option(help: ArgumentHelp("The fingerprint of the issuer's first key, which the history has to begin with.", valueName: "fingerprint"))
    var root: String?

    @Option(
        help: ArgumentHelp(
            "The issuer's list of certificates that were taken back; revocations.json beside the keys unless given.",
            valueName: "revocations.json"))
    var revocations: String?

    @Option(help: "The day for which to check; today unless given.")
    var at: CalendarDate?

    @Option(help: "How to show it: text or json.")
    var format = Format.text

    func validate() throws {
        if let root, root.utf8.count != 64 || !root.allSatisfy(\.isHexDigit) {
            throw ValidationError("“\(root)” is no fingerprint: it has 64 hexadecimal digits, as naikkelas certificate key list prints")
        }
    }

    func run() async throws {
        let console = Console.current
        let text = try await given()
        let history = try knownKeys()
        if history == nil { console.warn("no history of keys was named, so no key is known: give --keys history.json") }
        let list = try history.flatMap { try knownRevocations($0, console) }
        let verification = Verification.verify(text, history: history, revocations: list, at: at ?? CalendarDate(Timestamp.now))
        switch format {
        case .text: try VerificationText.lines(verification).forEach { try console.line($0) }
        case .json: try console.line(VerificationText.json(verification).canonical)
        }
        guard verification.isValid else { throw CommandFailure(VerificationText.shown(verification.english)) }
    }

    /// The text that was given, in whichever way.
    private func given() async throws -> String {
        let bytes: [UInt8]
        if certificate == "-" {
            let data = (try? FileHandle.standardInput.readToEnd()) ?? Data()
            bytes = Array(data)
        } else if let content = try CertificateFile.bytes(of: certificate) {
            bytes = content
        } else if certificate.hasPrefix(CompactCertificate.prefix) || certificate.hasPrefix("{") || certificate.hasPrefix("ey") {
            return certificate
        } else {
            throw CommandFailure("there is no file \(certificate), and it is no certificate either")
        }
        // What is no text, such as a picture of a certificate, is answered like anything else that is none.
        return String(validating: bytes, as: UTF8.self) ?? "\u{FFFD}"
    }

    private func knownKeys() throws -> KeyHistory? {
        let path = keys ?? CertificateKeyFolder(path: CertificateKeyFolder.usual).historyPath
        guard let text = try CertificateFile.text(of: path) else {
            if let keys { throw CommandFailure("there is no file \(keys); get the issuer's history.json") }
            return nil
        }
        return try KeyHistory(text: text, root: root)
    }

    private func knownRevocations(_ history: KeyHistory, _ console: Console) throws -> RevocationList? {
        let keys = keys ?? CertificateKeyFolder(path: CertificateKeyFolder.usual).historyPath
        let beside = (keys as NSString).deletingLastPathComponent
        let path = revocations ?? (beside.isEmpty ? "." : beside) + "/revocations.json"
        guard let text = try CertificateFile.text(of: path) else {
            if let revocations { throw CommandFailure("there is no file \(revocations); get the issuer's revocations.json") }
            return nil
        }
        do {
            return try RevocationList(text: text, history: history)
        } catch {
            throw CommandFailure("\(path) cannot be used: \(error.sentence); get the issuer's revocations.json again")
        }
    }
}
