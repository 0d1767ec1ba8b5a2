import Nusantara
import Tabular

/// A list whose columns are found by their names, read row by row.
struct NamedColumns {
    private let reader: TabularReader
    private let file: String
    private let columns: [Int?]

    /// - Parameters:
    ///   - names: for each column that is wanted, the headers that it may have.
    ///   - optional: which of them may be missing.
    /// - Throws: ``CommandFailure`` that names what is missing.
    init(_ file: String, _ names: [[String]], optional: Set<Int> = []) throws {
        self.file = file
        do throws(TabularError) {
            reader = try TabularReader(path: file)
            let headers = (try reader.next()?.cells ?? [])
            let known = headers.map(folded)
            var columns: [Int?] = []
            for wanted in names { columns.append(wanted.lazy.map(folded).compactMap { known.firstIndex(of: $0) }.first) }
            self.columns = columns
        } catch {
            throw CommandFailure("\(file): \(error.englishMessage)")
        }
        for (place, column) in columns.enumerated() where column == nil && !optional.contains(place) {
            throw CommandFailure("\(file): no column is called \(names[place].joined(separator: " or "))")
        }
    }

    /// The wanted cells of the next row, empty where the list lacks the column; nil at the end.
    func next() throws -> [String]? {
        while true {
            do throws(TabularError) {
                guard let row = try reader.next() else { return nil }
                return columns.map { column in column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? "" }
            } catch {
                guard error.concernsOneRow else { throw CommandFailure("\(file): \(error.englishMessage)") }
            }
        }
    }
}
