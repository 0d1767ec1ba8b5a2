public import Accounts
import Foundation
public import Journey
import Linkage
public import Nusantara
public import Storage
import Tabular

/// Takes partners' lists into the registry: reads, normalises, links and counts them in chunks, each chunk in one transaction.
///
/// The next chunk is read and normalised on both cores while the last one is being stored, so that memory stays flat however long the list
/// is. An import that is interrupted between two chunks goes on behind the last one; the same list sent again changes only what changed.
public struct ListImporter: Sendable {
    let database: any SQLDatabase
    let vault: Vault
    let today: CalendarDate
    let chunkRows: Int

    /// - Parameters:
    ///   - today: the day on which standings are worked out; dates behind it are doubted.
    ///   - chunkRows: how many rows one transaction stores.
    public init(database: any SQLDatabase, vault: Vault, today: CalendarDate, chunkRows: Int = 4096) {
        self.database = database
        self.vault = vault
        self.today = today
        self.chunkRows = chunkRows
    }

    /// Reads a whole list and reports row by row, without storing anything.
    ///
    /// - Parameters:
    ///   - findings: receives what was found, in the order of the rows.
    ///   - progress: receives the tally after every chunk.
    /// - Returns: what an import would do: rows that are new, changed, unchanged and refused.
    /// - Throws: ``ImportError`` if the file is no list; ``Storage/StorageError``.
    public func check(
        _ file: String, of partner: Partner, mapping: ListMapping, day: CalendarDate,
        findings report: ([Finding]) throws -> Void = { _ in }, progress: (ImportTally) async throws -> Void = { _ in }
    ) async throws -> ImportTally {
        let reader = RowReader(partner: partner, mapping: mapping, vault: vault, listDay: day, today: today)
        let source = try Self.open(file, mapping)
        var seen = SeenKeys()
        var tally = ImportTally()
        while let chunk = try await Self.next(source, chunkRows) {
            var prepared = try await prepare(chunk, with: reader)
            seen.leaveOutRepeated(in: &prepared)
            let claims = prepared.claims.map { (key: $0.externalKey, content: $0.content) }
            let known = try await database.read { [partner] in try $0.contents(ofClaims: claims.map(\.key), of: partner.id) }
            for (key, content) in claims {
                if let stands = known[key] {
                    if stands == content { tally.unchanged += 1 } else { tally.changed += 1 }
                } else {
                    tally.created += 1
                }
            }
            tally.add(prepared)
            try report(prepared.findings)
            try await progress(tally)
        }
        return tally
    }

    /// Imports a list that has been received and whose mapping is set, from where an interrupted run left off.
    ///
    /// - Parameter progress: receives the import after every chunk.
    /// - Returns: the import in the state `done`, or `failed` with its reason if the file turns out to be no list.
    /// - Throws: ``ImportError/unknownImport``, ``ImportError/noMapping``; ``Storage/StorageError``; `CancellationError` when the program is
    ///   about to end: the import then stays where it is.
    public func run(
        _ id: ListImportID, file: String, progress: (ListImport) async throws -> Void = { _ in }
    ) async throws -> ListImport {
        let (found, partner) = try await database.read { connection in
            let found = try connection.listImport(id)
            return (found, try found.flatMap { try connection.partner($0.partner) })
        }
        guard var listImport = found, let partner else { throw ImportError.unknownImport }
        guard let mapping = listImport.mapping else { throw ImportError.noMapping }
        guard listImport.state != .done else { return listImport }

        let reader = RowReader(partner: partner, mapping: mapping, vault: vault, listDay: listImport.day, today: today)
        let model = LinkageModel.starting.expecting(businesses: max(listImport.businessesBefore, 10_000))
        do {
            // A file may turn out to be no list after a million good rows. It is read through once, so that nothing of it is stored then.
            if listImport.tally.line == 0 { try await Self.readThrough(file, mapping) }
            let source = try Self.open(file, mapping)
            var seen = SeenKeys()
            var next = try await prepareNext(source, reader)
            while var chunk = next {
                async let following = prepareNext(source, reader)
                seen.leaveOutRepeated(in: &chunk)
                if chunk.lastLine > listImport.tally.line {
                    let writer = ChunkWriter(chunk: chunk, listImport: listImport, partner: partner, model: model, today: today)
                    listImport = try await database.write(holding: .journey) { try writer.write($0) }
                    try await progress(listImport)
                }
                try Task.checkCancellation()
                next = try await following
            }
            listImport.state = .done
            listImport.tally.fraction = 1
        } catch ImportError.notAList(let indonesian, let english) {
            listImport.state = .failed
            listImport.failure = indonesian
            listImport.failureEnglish = english
        }
        listImport.finishedAt = .now
        let finished = listImport
        try await database.write(holding: .auditTrail) { try $0.finish(finished) }
        return finished
    }

    /// The first rows of a list and how its columns are understood: as remembered from the partner's last list with these headers, or as
    /// recognised.
    ///
    /// - Throws: ``ImportError/notAList(_:_:)``.
    public func recognise(_ file: String, of partner: PartnerID) async throws -> RecognisedColumns {
        var rows: [TabularRow] = []
        do throws(TabularError) {
            let reader = try TabularReader(path: file)
            while rows.count < 200 {
                do throws(TabularError) {
                    guard let row = try reader.next() else { break }
                    rows.append(row)
                } catch {
                    guard error.concernsOneRow else { throw error }
                }
            }
        } catch {
            throw ImportError(error)
        }
        let recognised = ColumnRecognition.recognise(rows)
        let remembered = try await database.read { try $0.rememberedMapping(of: partner, signature: recognised.mapping.signature) }
        return remembered.map { recognised.replacingMapping(with: $0) } ?? recognised
    }
}

// MARK: - Preparing

extension ListImporter {
    private static func open(_ file: String, _ mapping: ListMapping) throws -> RowSource {
        do {
            return try RowSource(path: file, mapping: mapping)
        } catch let error as TabularError {
            throw ImportError(error)
        }
    }

    private static func next(_ source: RowSource, _ count: Int) async throws -> RowChunk? {
        do {
            return try await source.next(count)
        } catch let error as TabularError {
            throw ImportError(error)
        }
    }

    private static func readThrough(_ file: String, _ mapping: ListMapping) async throws {
        let source = try open(file, mapping)
        while try await next(source, 8192) != nil { try Task.checkCancellation() }
    }

    private func prepareNext(_ source: RowSource, _ reader: RowReader) async throws -> PreparedChunk? {
        guard let chunk = try await Self.next(source, chunkRows) else { return nil }
        return try await prepare(chunk, with: reader)
    }

    /// Reads the rows of a chunk on all cores.
    private func prepare(_ chunk: RowChunk, with reader: RowReader) async throws -> PreparedChunk {
        let rows = chunk.rows
        let share = max((rows.count + 3) / 4, 64)
        let readings = try await withThrowingTaskGroup(of: (Int, [RowReading]).self) { group in
            for start in stride(from: 0, to: rows.count, by: share) {
                group.addTask {
                    try Task.checkCancellation()
                    return (start, rows[start..<min(start + share, rows.count)].map(reader.read))
                }
            }
            var parts: [Int: [RowReading]] = [:]
            for try await (start, part) in group { parts[start] = part }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
        return PreparedChunk(readings: readings, malformed: chunk.malformed, fraction: chunk.fraction)
    }
}
