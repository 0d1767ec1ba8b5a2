import Foundation
import Linkage
import Nusantara
import Tabular

/// One list, read row by row by the columns that a model names.
final class ModelledList {
    /// The header as it stands in the list.
    let headers: [String]
    /// For each field of the model its column; nil where the list lacks it.
    let columns: [Int?]
    private let id: Int
    private let name: String
    private let reader: TabularReader
    private var malformed = 0

    /// A header stands within the first rows; lists of offices have titles above it.
    private static let headerRows = 200

    /// Opens a list and finds the first row that names the id column.
    ///
    /// - Throws: ``CommandFailure`` that names the file and says what to do.
    init(_ file: String, model: ListModel) throws {
        name = URL(fileURLWithPath: file).lastPathComponent
        do throws(TabularError) {
            reader = try TabularReader(path: file)
        } catch {
            throw CommandFailure("\(name): \(error.englishMessage)")
        }
        var first: [String] = []
        for _ in 0..<Self.headerRows {
            guard let row = try Self.next(reader, name, &malformed) else { break }
            if first.isEmpty { first = row.cells }
            let headers = row.cells.map(folded)
            func column(_ names: [String]) -> Int? {
                names.lazy.map(folded).compactMap { wanted in headers.firstIndex(of: wanted) }.first
            }
            guard let id = column(model.id) else { continue }
            self.headers = row.cells
            self.id = id
            columns = model.fields.map { column($0.headers) }
            return
        }
        throw CommandFailure(
            "\(name): no column is called \(Self.quoted(model.id)), where “id” of the model looks for each row's own id; the first row is \(Self.quoted(first))"
        )
    }

    /// How much of the file has been read, 0…1.
    var fraction: Double { reader.fraction }

    /// What was noticed while reading, a sentence each.
    var remarks: [String] {
        malformed > 0 ? ["\(name): \(grouped(malformed)) rows could not be read and were left out"] : []
    }

    /// The next row: its own id, and what it says in each field of the model, empty where it says nothing; nil at the end.
    func next() throws -> (id: String, cells: [String])? {
        guard let row = try Self.next(reader, name, &malformed) else { return nil }
        func cell(_ column: Int) -> String { column < row.cells.count ? row.cells[column] : "" }
        return (cell(id).trimmingBlanks, columns.map { $0.map(cell) ?? "" })
    }

    private static func next(_ reader: TabularReader, _ name: String, _ malformed: inout Int) throws -> TabularRow? {
        while true {
            do throws(TabularError) {
                return try reader.next()
            } catch {
                guard error.concernsOneRow else { throw CommandFailure("\(name): \(error.englishMessage)") }
                malformed += 1
            }
        }
    }

    static func quoted(_ words: [String]) -> String {
        words.isEmpty ? "empty" : words.prefix(40).map { "“\($0.prefix(60))”" }.joined(separator: ", ")
    }
}

extension ListModel.Field {
    /// The headers that the field may stand under.
    var headers: [String] { columns.isEmpty ? [name] : columns }
}

extension String {
    fileprivate var trimmingBlanks: String {
        utf8.first == 0x20 || utf8.last == 0x20 ? trimmingCharacters(in: .whitespaces) : self
    }
}
