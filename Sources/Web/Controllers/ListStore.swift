import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Keeps lists on disk between their arrival and the end of their import.
struct ListStore: Sendable {
    let folder: String
    let maximumBytes: Int

    /// A list that has arrived, and the fields of the form that brought it.
    struct Arrival: Sendable {
        let path: String
        let fileName: String
        let bytes: Int
        let digest: [UInt8]
        let fields: [String: String]
    }

    /// Writes the file of a form to disk as it comes in; nothing larger than one piece is kept in memory.
    ///
    /// - Parameter check: is asked about the fields that stand before the file, before its first byte is written.
    /// - Throws: ``WebError/badRequest`` if it is no form with a file, ``WebError/tooLarge``; what `check` throws.
    func receive(_ request: Request, check: ([String: String]) throws -> Void) async throws -> Arrival {
        guard let contentType = request.headers[.contentType] else { throw WebError.badRequest }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/arriving-\(UUID().uuidString)"
        do {
            var reader = try MultipartReader(contentType: contentType)
            var fields: [String: String] = [:]
            var current: String?
            var fileName: String?
            var bytes = 0
            var hash = SHA256()
            var file: FileHandle?
            defer { try? file?.close() }
            for try await buffer in request.body {
                for event in try reader.read(buffer.readableBytesView) {
                    switch event {
                    case .part(let name, nil):
                        current = name
                        fields[name] = ""
                    case .part(_, let name?):
                        guard file == nil else { throw WebError.badRequest }
                        try check(fields)
                        current = nil
                        fileName = Self.tidied(name)
                        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                            throw CocoaError(.fileWriteUnknown)
                        }
                        file = FileHandle(forWritingAtPath: path)
                    case .data(let data):
                        if let current {
                            fields[current, default: ""] += String(decoding: data, as: UTF8.self)
                            guard fields[current, default: ""].utf8.count <= 4096 else { throw WebError.badRequest }
                        } else if let file {
                            bytes += data.count
                            guard bytes <= maximumBytes else { throw WebError.tooLarge }
                            hash.update(data: data)
                            try file.write(contentsOf: data)
                        }
                    case .end:
                        break
                    }
                }
            }
            try reader.finish()
            guard let fileName, !fileName.isEmpty else { throw WebError.badRequest }
            return Arrival(path: path, fileName: fileName, bytes: bytes, digest: Array(hash.finalize()), fields: fields)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error is MultipartReader.Malformed ? WebError.badRequest : error
        }
    }

    /// Where the list of an import lies.
    func path(of id: String) -> String { "\(folder)/\(id).list" }

    /// Gives an arrived list its place.
    func keep(_ arrival: Arrival, as id: String) throws {
        try FileManager.default.moveItem(atPath: arrival.path, toPath: path(of: id))
    }

    /// Removes the list of an import that is over.
    func remove(_ id: String) {
        try? FileManager.default.removeItem(atPath: path(of: id))
    }

    /// Removes a list that is not going to be imported.
    func discard(_ arrival: Arrival) {
        try? FileManager.default.removeItem(atPath: arrival.path)
    }

    /// The last part of the name, as old browsers send whole paths.
    private static func tidied(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        return String(last.filter { !$0.isNewline }.prefix(120))
    }
}
