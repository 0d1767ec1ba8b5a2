import ArgumentParser

/// The `naikkelas` command: the only place where the parts are put together.
@main
struct NaikKelas: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "naikkelas",
        abstract: "The system of record for bringing Indonesia's small businesses online.",
        discussion: """
            Every command that touches data takes --database (sqlite:naikkelas.sqlite unless said otherwise).
            Settings come from flags, then from the environment (NAIKKELAS_DATABASE …), then from a file; see Docs/configuration.md.

            To see it work:  naikkelas demo
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, DemoCommand.self, ImportCommand.self, LinkCommand.self, ReportCommand.self, PartnerCommand.self,
            ProgrammeCommand.self,
            TargetCommand.self, SampleCommand.self, UserCommand.self, RecountCommand.self, AuditCommand.self, MigrateCommand.self,
            CertificateCommand.self, VerifyCommand.self, CourseCommand.self, PublishCommand.self, SyncCommand.self, ReconcileCommand.self,
            FeedCommand.self, CategoryCommand.self, SimulateCommand.self,
        ])

    static func main() async {
        exit(withStatus: await execute(Array(CommandLine.arguments.dropFirst())))
    }
}

/// What the command tells the shell that called it.
enum ExitStatus: Int32 {
    case done = 0
    /// The command understood what was wanted and could not do it, or found what should not be.
    case failed = 1
    /// The command was called in a way that it does not understand.
    case misused = 2
}

extension NaikKelas {
    /// Runs the command with these arguments and says on the console what went wrong, if anything did.
    static func execute(_ arguments: [String]) async -> ExitStatus {
        let console = Console.current
        do {
            let command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                var command = command
                try command.run()
            }
            return .done
        } catch {
            switch exitCode(for: error) {
            case .success:
                // `--help` and `--version` arrive as errors.
                return console.write(fullMessage(for: error) + "\n") ? .done : .failed
            case .validationFailure:
                console.warn(fullMessage(for: error))
                return .misused
            default:
                console.warn("naikkelas: \(sentence(for: error))")
                return .failed
            }
        }
    }

    private static func exit(withStatus status: ExitStatus) -> Never {
        exit(withError: ExitCode(status.rawValue))
    }
}
