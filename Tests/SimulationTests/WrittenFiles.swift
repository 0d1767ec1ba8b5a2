import Foundation
import Nusantara
import Simulation

let today = CalendarDate(dayNumber: 20_780)  // 23 November 2026

/// A folder that exists as long as a test needs it.
func withTemporaryDirectory<Result>(_ work: (String) throws -> Result) throws -> Result {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("simulation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try work(directory.path)
}

func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
}

/// The cells of a file of separated values, by a reader of its own, so that the writer is not checked by itself.
func cells(_ path: String, separator: UInt8 = UInt8(ascii: ",")) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var previousWasQuote = false
    for byte in try bytes(path) {
        if isQuoted {
            if byte == UInt8(ascii: "\"") {
                isQuoted = false
                previousWasQuote = true
            } else {
                cell.append(byte)
            }
            continue
        }
        switch byte {
        case UInt8(ascii: "\""):
            if previousWasQuote { cell.append(byte) }
            isQuoted = true
        case separator:
            row.append(String(decoding: cell, as: UTF8.self))
            cell = []
        case 10:
            row.append(String(decoding: cell, as: UTF8.self))
            rows.append(row)
            (row, cell) = ([], [])
        case 13: break
        default: cell.append(byte)
        }
        previousWasQuote = false
    }
    return rows
}

/// One line of `truth.csv`.
struct Truth {
    let partner: String
    let line: Int
    let externalIdentifier: String
    let business: Int?
    let owner: Int?

    static func read(_ directory: String) throws -> [Truth] {
        try cells("\(directory)/truth.csv").dropFirst().map { row in
            Truth(partner: row[0], line: Int(row[1]) ?? 0, externalIdentifier: row[2], business: Int(row[3]), owner: Int(row[4]))
        }
    }
}
