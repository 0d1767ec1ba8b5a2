import Foundation

/// Where a command writes: what it was asked for to standard output, everything else to standard error.
struct Console: Sendable {
    /// Writes what the command was asked for, and says whether that went well: a full disk must not pass for success.
    let write: @Sendable (String) -> Bool
    /// Writes to the person at the terminal, as is.
    let warnRaw: @Sendable (String) -> Void
    /// Whether the person sees a terminal, on which a line can be written over.
    let isTerminal: Bool

    /// The console of the running command; tests put their own here.
    @TaskLocal static var current = Console.standard

    static let standard = Console(
        write: { text in (try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))) != nil },
        warnRaw: { text in
            // When nobody can be told any more there is nothing left to do about it.
            try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
        },
        isTerminal: isatty(FileHandle.standardError.fileDescriptor) == 1)

    /// Writes a line of what the command was asked for.
    ///
    /// - Throws: ``CommandFailure`` if it cannot be written.
    func line(_ text: String = "") throws {
        try put(text + "\n")
    }

    /// Writes what the command was asked for, without a line end of its own.
    ///
    /// - Throws: ``CommandFailure`` if it cannot be written.
    func put(_ text: String) throws {
        guard write(text) else { throw CommandFailure("the output cannot be written: the disk is full or nobody reads it any more") }
    }

    /// Writes a line to the person at the terminal.
    func warn(_ text: String) {
        warnRaw(text + "\n")
    }
}
