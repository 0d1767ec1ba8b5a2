import Synchronization

@testable import NaikKelas

/// What came of running the command.
struct Outcome: Sendable {
    let status: ExitStatus
    let output: String
    let errors: String
}

/// Runs `naikkelas` in this process and catches what it writes.
func run(_ arguments: String..., isTerminal: Bool = false) async -> Outcome {
    await run(arguments, isTerminal: isTerminal)
}

func run(_ arguments: [String], isTerminal: Bool = false) async -> Outcome {
    let written = Written()
    let console = Console(
        write: { text in
            written.output.withLock { $0 += text }
            return true
        },
        warnRaw: { text in written.errors.withLock { $0 += text } },
        isTerminal: isTerminal)
    let status = await Console.$current.withValue(console) { await NaikKelas.execute(arguments) }
    return Outcome(status: status, output: written.output.withLock(\.self), errors: written.errors.withLock(\.self))
}

private final class Written: Sendable {
    let output = Mutex("")
    let errors = Mutex("")
}
