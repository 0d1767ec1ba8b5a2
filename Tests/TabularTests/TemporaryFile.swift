import Foundation
import Tabular

/// Calls `body` with the path of a file of these bytes, and removes the file.
func withFile<Result>(_ bytes: [UInt8], named name: String = "list", _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tabular-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return try body(file.path)
}

/// All rows of a file of these bytes, and the errors that concerned one row.
func readAll(_ bytes: [UInt8], limits: TabularLimits = .standard) throws -> (
    rows: [TabularRow], errors: [TabularError], format: TabularFormat
) {
    try withFile(bytes) { path in
        let reader = try TabularReader(path: path, limits: limits)
        var rows: [TabularRow] = []
        var errors: [TabularError] = []
        while true {
            do throws(TabularError) {
                guard let row = try reader.next() else { break }
                rows.append(row)
            } catch {
                guard error.concernsOneRow else { throw error }
                errors.append(error)
            }
        }
        return (rows, errors, reader.format)
    }
}

func readAll(_ text: String, limits: TabularLimits = .standard) throws -> (
    rows: [TabularRow], errors: [TabularError], format: TabularFormat
) {
    try readAll(Array(text.utf8), limits: limits)
}

/// The error with which a file of these bytes is refused.
func refusal(of bytes: [UInt8], limits: TabularLimits = .standard) -> TabularError? {
    do {
        _ = try readAll(bytes, limits: limits)
        return nil
    } catch {
        return error as? TabularError
    }
}

/// Repeatable randomness (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
