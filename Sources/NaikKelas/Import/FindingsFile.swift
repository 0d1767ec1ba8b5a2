import Foundation
import Nusantara
import Registry

/// A CSV file with what was found in lists, row by row, to be handed back to those who sent them.
final class FindingsFile {
    private let path: String
    private let language: FindingLanguage
    private let handle: FileHandle

    /// - Throws: ``CommandFailure`` if the file cannot be made.
    init(_ path: String, language: FindingLanguage) throws {
        self.path = path
        self.language = language
        guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw CommandFailure("the report cannot be written to \(path): check the folder and its rights")
        }
        self.handle = handle
        let header =
            switch language {
            case .indonesian: ["berkas", "baris", "kolom", "kode", "ditolak", "penjelasan"]
            case .english: ["file", "line", "column", "code", "refused", "explanation"]
            }
        try write(csvLine(header))
    }

    func append(_ findings: [Finding], of file: String) throws {
        var text = ""
        for finding in findings {
            let refused =
                switch language {
                case .indonesian: finding.refusesRow ? "ya" : "tidak"
                case .english: finding.refusesRow ? "yes" : "no"
                }
            text += csvLine([
                file, String(finding.line), finding.column, finding.notice.code, refused, finding.notice.text(in: language),
            ])
        }
        try write(text)
    }

    func close() throws {
        try handle.close()
    }

    private func write(_ text: String) throws {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw CommandFailure("the report cannot be written to \(path): \(error.localizedDescription)")
        }
    }
}
