import Accounts
import Crypto
import Foundation
import Journey
import Nusantara
import Registry
import Storage

/// Takes the files of one partner in, one after the other, as `import` and `demo` do.
struct ListIntake: Sendable {
    let workspace: Workspace
    let importer: ListImporter
    let partner: Partner
    let programme: Programme?
    /// The day that the lists speak of.
    let day: CalendarDate
    /// What the person says about columns, by header, letter or number.
    let columns: [String: ListField]

    init(
        _ workspace: Workspace, partner: Partner, programme: Programme? = nil, day: CalendarDate, today: CalendarDate,
        columns: [String: ListField] = [:]
    ) {
        self.workspace = workspace
        self.partner = partner
        self.programme = programme
        self.day = day
        self.columns = columns
        importer = ListImporter(database: workspace.database, vault: workspace.vault, today: today)
    }

    /// How the columns of a file are understood.
    ///
    /// - Throws: ``Registry/ImportError`` if the file is no list; ``CommandFailure`` if a column is missing that no list can do without.
    func recognise(_ file: String) async throws -> RecognisedColumns {
        var recognised = try await importer.recognise(file, of: partner.id)
        do {
            recognised = try ColumnRecognition.applying(overrides: columns, to: recognised)
        } catch {
            throw CommandFailure(error.englishMessage)
        }
        guard recognised.isUsable else {
            let problems = recognised.problems.filter(\.preventsImport).map(\.englishMessage).joined(separator: " ")
            let unplaced = recognised.unplaced.map { "“\($0)”" }.joined(separator: ", ")
            let hint = unplaced.isEmpty ? "" : " Columns that could not be placed: \(unplaced)."
            throw CommandFailure("\(problems)\(hint) Say it with --map \"COLUMN=businessName\".")
        }
        return recognised
    }

    /// Reads a file and reports on its rows without storing anything.
    func check(
        _ file: String, _ recognised: RecognisedColumns, findings: ([Finding]) throws -> Void, progress: (ImportTally) -> Void
    ) async throws -> ImportTally {
        try await importer.check(file, of: partner, mapping: recognised.mapping, day: day, findings: findings) { progress($0) }
    }

    /// Imports a file; one of which an earlier run was interrupted goes on where that stopped.
    ///
    /// - Throws: ``Registry/ImportError/notAList(_:_:)`` if it turns out to be no list; ``Storage/StorageError``.
    func run(_ file: String, _ recognised: RecognisedColumns, progress: (ListImport) -> Void) async throws -> ListImport {
        let listImport = try await received(file, recognised.mapping)
        let ended = try await importer.run(listImport.id, file: file) { progress($0) }
        if ended.state == .failed {
            throw ImportError.notAList(ended.failure ?? "", ended.failureEnglish ?? "")
        }
        return ended
    }

    private func received(_ file: String, _ mapping: ListMapping) async throws -> ListImport {
        let (digest, bytes) = try Self.digest(of: file)
        let (partner, programme, day, isConfirmed) = (partner.id, programme?.id, day, !columns.isEmpty)
        let name = URL(fileURLWithPath: file).lastPathComponent
        return try await workspace.database.write { connection in
            // What people send over the web bears their name; what the command left unfinished bears none.
            let interrupted = try connection.listImports(of: partner).first { earlier in
                earlier.state == .running && earlier.receivedBy == nil && earlier.digest == digest && earlier.day == day
                    && earlier.programme == programme && earlier.mapping == mapping
            }
            if let interrupted { return interrupted }
            var new = try connection.receiveList(
                partner: partner, programme: programme, fileName: name, digest: digest, fileBytes: bytes, day: day, by: nil)
            new.mapping = mapping
            new.state = .running
            try connection.update(new)
            if isConfirmed { try connection.remember(mapping, of: partner, by: nil) }
            return new
        }
    }

    private static func digest(of file: String) throws -> (digest: [UInt8], bytes: Int) {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw CommandFailure("\(file) cannot be opened: check its name and rights")
        }
        defer { try? handle.close() }
        var hash = SHA256()
        var bytes = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
            bytes += piece.count
        }
        return (Array(hash.finalize()), bytes)
    }
}
