import Foundation
import Journey
import Registry
public import Storage

/// The work of an import that came over the web: the dry run, and then the import itself.
public enum ImportJob {
    static let check = "list.check"
    static let store = "list.store"

    /// What a job needs to know.
    struct Payload: Codable, Sendable {
        let listImport: ListImportID
    }

    /// The handlers by the kind of job, for the workers of the server.
    public static func handlers(_ services: WebServices) -> [String: JobRunner.Handler] {
        [
            check: { context in try await runCheck(context, services) },
            store: { context in try await runImport(context, services) },
        ]
    }

    /// Reads the whole list and keeps what was found, nothing else.
    private static func runCheck(_ context: JobContext, _ services: WebServices) async throws {
        let id = try context.payload(as: Payload.self).listImport
        let (found, partner) = try await services.database.read { connection in
            let found = try connection.listImport(id)
            return (found, try found.flatMap { try connection.partner($0.partner) })
        }
        guard var listImport = found, let partner, let mapping = listImport.mapping, listImport.state == .checking else { return }
        let importer = services.importer
        try await services.database.write { try $0.forgetFindings(of: id) }
        let findings = FindingBuffer()
        do {
            let started = listImport
            listImport.tally = try await importer.check(
                services.lists.path(of: id.description), of: partner, mapping: mapping, day: listImport.day,
                findings: { findings.add($0) },
                progress: { tally in
                    try Task.checkCancellation()
                    var current = started
                    current.tally = tally
                    let new = findings.take()
                    try await services.database.write { [current] connection in
                        try connection.keep(new, of: id)
                        try connection.update(current)
                    }
                })
            listImport.state = .checked
        } catch ImportError.notAList(let indonesian, let english) {
            listImport.state = .failed
            listImport.failure = indonesian
            listImport.failureEnglish = english
            listImport.finishedAt = services.now()
        }
        let finished = listImport
        if finished.state == .failed { services.lists.remove(id.description) }
        try await services.database.write { connection in
            try connection.update(finished)
            try context.complete(in: connection)
        }
    }

    /// Imports the list from where an interrupted run left off, and removes the file.
    private static func runImport(_ context: JobContext, _ services: WebServices) async throws {
        let id = try context.payload(as: Payload.self).listImport
        do {
            _ = try await services.importer.run(id, file: services.lists.path(of: id.description))
        } catch ImportError.unknownImport, ImportError.noMapping {
            throw JobRefusal("the import is not there or has no columns")
        }
        services.lists.remove(id.description)
    }
}

/// Findings between the reading of a chunk and the moment they are kept. Used by one task at a time.
private final class FindingBuffer {
    private var findings: [Finding] = []

    func add(_ new: [Finding]) { findings += new }

    func take() -> [Finding] {
        defer { findings = [] }
        return findings
    }
}

extension WebServices {
    var importer: ListImporter { ListImporter(database: database, vault: vault, today: today) }
    var lists: ListStore { ListStore(folder: settings.listFolder, maximumBytes: settings.maximumListBytes) }
}
