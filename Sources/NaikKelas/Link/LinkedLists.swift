import Foundation
import Journey
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

    /// Reads the lists by the columns of a model.
    ///
    /// - Parameters:
    ///   - keepsLookup: whether the table is to be asked about other records.
    ///   - progress: receives the share of all files that has been read, and the rows so far.
    /// - Throws: ``CommandFailure`` that names the file and says what to do.
    static func read(
        _ files: [String], model: ListModel, today: CalendarDate = CalendarDate(Timestamp.now), keepsLookup: Bool = false,
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
            let list = try ModelledList(file, model: model)
            columnsSeen += list.headers
            for (field, column) in list.columns.enumerated() where column != nil { isFound[field] = true }
            var cells = [[String]](repeating: [], count: model.fields.count)
            var rows = 0
            func flush() async {
                await builder.append(cells, rows: rows)
                rows = 0
                for field in cells.indices { cells[field].removeAll(keepingCapacity: true) }
                progress((Double(place) + list.fraction) / Double(files.count), names.count)
            }
            while let row = try list.next() {
                names.append(row.id)
                for (field, cell) in row.cells.enumerated() { cells[field].append(cell) }
                rows += 1
                if rows == chunkRows { await flush() }
            }
            await flush()
            remarks += list.remarks
            let (repeated, missing) = names.repeated(in: place)
            if repeated > 0 {
                remarks.append("\(source): \(grouped(repeated)) rows bear an id that an earlier row bears; each is linked by itself")
            }
            if missing > 0 { remarks.append("\(source): \(grouped(missing)) rows have no id; they are linked and written without one") }
        }
        for (field, isFound) in zip(model.fields, isFound) where !isFound {
            throw CommandFailure(
                "no list has a column for “\(field.name)” (looked for \(ModelledList.quoted(field.headers))); the columns are \(ModelledList.quoted(columnsSeen))"
            )
        }
        guard names.count > 0 else { throw CommandFailure("the lists hold no rows below their headers") }
        return LinkedLists(table: await builder.finish(keepsLookup: keepsLookup), names: names, remarks: remarks)
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
