/// Reads a list as it was sent, row by row, in flat memory: CSV in its usual disguises, or the first visible sheet of an XLSX workbook
/// that holds anything.
///
/// Rows of nothing but blanks are passed over. A file that is no list is refused by ``init(path:limits:)``.
///
/// ```swift
/// let reader = try TabularReader(path: "daftar.csv")
/// while let row = try reader.next() { … }
/// ```
public final class TabularReader {
    /// How the list was found to be written.
    public let format: TabularFormat

    private enum Source {
        case csv(CSVReader)
        case xlsx(XLSXReader)
    }

    private let source: Source
    /// What the first attempt to read brought; it was made to see whether there is anything at all.
    private var first: Result<TabularRow, TabularError>?
    private var isFinished = false

    /// Opens a list and finds out how it is written.
    /// - Throws: ``TabularError``, unless it concerns one row alone: such errors come from ``next()``.
    public init(path: String, limits: TabularLimits = .standard) throws(TabularError) {
        let file = try InputFile(path: path, maximumBytes: limits.maximumFileBytes)
        let firstBytes = try file.read(upTo: TextSource.chunkBytes)
        guard !firstBytes.isEmpty else { throw .empty }
        switch FileKind(firstBytes: firstBytes) {
        case .text:
            let reader = try CSVReader(source: TextSource(file: file, firstBytes: firstBytes), limits: limits)
            format = .csv(separator: reader.separator, encoding: reader.encoding)
            source = .csv(reader)
        case .zip:
            try CentralDirectory.check(file)
            let reader = try XLSXReader(path: path, limits: limits)
            format = .xlsx(sheet: reader.sheet)
            source = .xlsx(reader)
        case .compound:
            throw try CompoundFile.refusal(of: file, firstBytes: firstBytes)
        case .other(let error):
            throw error
        }
        do throws(TabularError) {
            guard let row = try read() else { throw .empty }
            first = .success(row)
        } catch {
            guard error.concernsOneRow else { throw error }
            first = .failure(error)
        }
    }

    /// The next row, or nil at the end of the list.
    /// - Throws: ``TabularError``. After one that concerns one row, the next call reads on behind it; after any other it returns nil.
    public func next() throws(TabularError) -> TabularRow? {
        if let first {
            self.first = nil
            return try first.get()
        }
        guard !isFinished else { return nil }
        do throws(TabularError) {
            let row = try read()
            isFinished = row == nil
            return row
        } catch {
            isFinished = !error.concernsOneRow
            throw error
        }
    }

    /// The share of the file that has been read, from 0 to 1, for a progress bar.
    public var fraction: Double {
        switch source {
        case .csv(let reader): reader.fraction
        case .xlsx(let reader): reader.fraction
        }
    }

    private func read() throws(TabularError) -> TabularRow? {
        switch source {
        case .csv(let reader): try reader.next()
        case .xlsx(let reader): try reader.next()
        }
    }
}
