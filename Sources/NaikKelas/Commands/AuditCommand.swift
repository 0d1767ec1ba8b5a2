import Accounts
import ArgumentParser
import Storage

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Checks the trail of who did and read what.",
        discussion: "Example:\n  naikkelas audit verify",
        subcommands: [AuditVerifyCommand.self])
}

struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that no entry of the audit trail was changed, moved or taken out.",
        discussion: """
            Prints the head of the chain. Keep it outside this machine: given back with --head it proves later that nothing before it was
            rewritten. Ends with 1 if the chain is broken.

            Example:
              naikkelas audit verify
              naikkelas audit verify --head 1204:9f86d081884c7d65…
            """)

    @Option(help: ArgumentHelp("A head that was printed earlier.", valueName: "number:hash"))
    var head: WrittenHead?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let (verification, last) = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            let anchor = head?.head
            return try await workspace.database.read { (try $0.verifyAudit(anchor: anchor), try $0.auditHead()) }
        }
        switch verification {
        case .intact(let entries):
            let console = Console.current
            try console.line("\(grouped(entries)) entries: intact")
            if let last { try console.line("head \(WrittenHead(head: last).text)") }
        case .broken(let place, let fault):
            throw CommandFailure("the audit trail is broken at entry \(place): \(fault.explanation). Compare with the last good backup.")
        }
    }
}

/// The head of the trail as it is printed and given back.
struct WrittenHead: ExpressibleByArgument {
    let head: AuditHead

    init(head: AuditHead) {
        self.head = head
    }

    init?(argument: String) {
        let parts = argument.split(separator: ":")
        guard parts.count == 2, let sequence = Int64(parts[0]), parts[1].utf8.count == 64 else { return nil }
        let digits = Array(parts[1].utf8)
        var hash: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) else { return nil }
            hash.append(byte)
        }
        head = AuditHead(sequence: sequence, hash: hash)
    }

    var text: String {
        let hash = head.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "\(head.sequence):\(hash)"
    }
}

extension AuditVerification.Fault {
    fileprivate var explanation: String {
        switch self {
        case .altered: "it was changed after it was written"
        case .unlinked: "it does not continue the entry before"
        case .missing: "it is missing, and later ones are there"
        case .truncated: "it and all after it are missing"
        case .headDiffers: "the head of the chain was changed"
        case .rewritten: "the chain was rewritten since that head was printed"
        }
    }
}
