import Foundation
import Linkage
import Nusantara
import Storage
import Tabular
import Web

/// The lists that a `link` command reads: their rows as a table, and their names.
struct LinkedLists {
    let table: RecordTable
    let names: RowNames
    /// What was noticed while reading, a sentence each.
    let remarks: [String]

    private static let chunkRows = 65_536
    /// A header stands within the first rows; lists of offices have titles above it.
    private static let headerRows = 200

    /// Reads the lists by the columns of a model.
    ///
    /// - Parameter progress: receives the share of all files that has been read, and the rows so far.
    /// - Throws: ``CommandFailure`` that names the file and says what to do.
    static func read(
        _ files: [String], model: ListModel, today: CalendarDate = CalendarDate(Timestamp.now),
        progress: (Double, Int) -> Void = { _, _ in }
    ) async throws -> LinkedLists {
        var builder = RecordTableBuilder(model: model, today: today)
        var names = RowNames()
        var remarks: [String] = []
        var isFound = [Bool](repeating: false, count: model.fields.count)
        var known: Set<String> = []
        var columnsSeen: [String] = []
        for (place, file) in files.enumerated() {
            let url = URL(fileURLWithPath: file)
            let source = url.deletingPathExtension().lastPathComponent
            guard known.insert(source).inserted else {
                throw CommandFailure("two lists are called “\(source)”; rename one of them, for rows are named by their list")
            }
            builder.beginSource(source)
            names.beginSource(source)
            let columns = try await read(file, model, &builder, &names, &remarks) { fraction, rows in
                progress((Double(place) + fraction) / Double(files.count), rows)
            }
            columnsSeen += columns.headers
            for (field, column) in columns.fields.enumerated() where column != nil { isFound[field] = true }
            let (repeated, missing) = names.repeated(in: place)
            if repeated > 0 {
                remarks.append("\(source): \(grouped(repeated)) rows bear an id that an earlier row bears; each is linked by itself")
            }
            if missing > 0 { remarks.append("\(source): \(grouped(missing)) rows have no id; they are linked and written without one") }
        }
        for (field, isFound) in zip(model.fields, isFound) where !isFound {
            throw CommandFailure(
                "no list has a column for “\(field.name)” (looked for \(quoted(field.headers))); the columns are \(quoted(columnsSeen))")
        }
        guard names.count > 0 else { throw CommandFailure("the lists hold no rows below their headers") }
        return LinkedLists(table: await builder.finish(), names: names, remarks: remarks)
    }

    private struct Columns {
        let headers: [String]
        let id: Int
        let fields: [Int?]
    }

    private static func read(
        _ file: String, _ model: ListModel, _ builder: inout RecordTableBuilder, _ names: inout RowNames, _ remarks: inout [String],
        progress: (Double, Int) -> Void
    ) async throws -> Columns {
        let name = URL(fileURLWithPath: file).lastPathComponent
        var malformed = 0
        func next(_ reader: TabularReader) throws -> TabularRow? {
            while true {
                do throws(TabularError) {
                    return try reader.next()
                } catch {
                    guard error.concernsOneRow else { throw CommandFailure("\(name): \(error.englishMessage)") }
                    malformed += 1
                }
            }
        }
        let reader: TabularReader
        do throws(TabularError) {
            reader = try TabularReader(path: file)
        } catch {
            throw CommandFailure("\(name): \(error.englishMessage)")
        }
        let columns = try header(of: name, model) { try next(reader) }
        var cells = [[String]](repeating: [], count: model.fields.count)
        var rows = 0
        while let row = try next(reader) {
            names.append(columns.id < row.cells.count ? row.cells[columns.id].trimmingBlanks : "")
            for (field, column) in columns.fields.enumerated() {
                cells[field].append(column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? "")
            }
            rows += 1
            if rows == chunkRows {
                await builder.append(cells, rows: rows)
                rows = 0
                for field in cells.indices { cells[field].removeAll(keepingCapacity: true) }
                progress(reader.fraction, names.count)
            }
        }
        await builder.append(cells, rows: rows)
        if malformed > 0 { remarks.append("\(name): \(grouped(malformed)) rows could not be read and were left out") }
        return columns
    }

    /// The first row that names the id column.
    private static func header(of name: String, _ model: ListModel, next: () throws -> TabularRow?) throws -> Columns {
        var first: [String] = []
        for _ in 0..<headerRows {
            guard let row = try next() else { break }
            if first.isEmpty { first = row.cells }
            let headers = row.cells.map(folded)
            func column(_ names: [String]) -> Int? {
                names.lazy.map(folded).compactMap { wanted in headers.firstIndex(of: wanted) }.first
            }
            guard let id = column(model.id) else { continue }
            return Columns(headers: row.cells, id: id, fields: model.fields.map { column($0.headers) })
        }
        throw CommandFailure(
            "\(name): no column is called \(quoted(model.id)), where “id” of the model looks for each row's own id; the first row is \(quoted(first))"
        )
    }

    private static func quoted(_ words: [String]) -> String {
        words.isEmpty ? "empty" : words.prefix(40).map { "“\($0.prefix(60))”" }.joined(separator: ", ")
    }
}

extension ListModel.Field {
    /// The headers that the field may stand under.
    fileprivate var headers: [String] { columns.isEmpty ? [name] : columns }
}

extension String {
    fileprivate var trimmingBlanks: String {
        utf8.first == 0x20 || utf8.last == 0x20 ? trimmingCharacters(in: .whitespaces) : self
    }
}

extension ListModel {
    /// Reads a model from a file.
    ///
    /// - Throws: ``CommandFailure`` that says what is wrong with it.
    static func read(_ path: String) throws -> ListModel {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw CommandFailure("the model \(path) cannot be read; see naikkelas link --help for a small one")
        }
        do throws(ListModelError) {
            return try ListModel(json: data)
        } catch {
            throw CommandFailure("\(path): \(error)")
        }
    }
}
