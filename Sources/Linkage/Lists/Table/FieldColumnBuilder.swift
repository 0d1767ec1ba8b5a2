import Nusantara

/// Reads the cells of one field, list after list, into a column.
struct FieldColumnBuilder: Sendable {
    private(set) var column: FieldColumn
    /// The number of each record's value, in the order of the records.
    private(set) var records: [UInt32] = []
    /// The number of what each record would say if this were the cell of another field.
    private(set) var alternates: [UInt32] = []
    private let reader: ValueReader
    private var scratch: [UInt8] = []
    /// Cells read before, of kinds that take long to read, and what they became.
    private var seenCells = TermTable()
    private var valueOfSeen: [UInt32] = [0]

    init(kind: FieldKind, today: CalendarDate) {
        column = FieldColumn(kind: kind)
        reader = ValueReader(kind: kind, today: today)
    }

    /// Adds the next record's cell; an empty one says nothing.
    mutating func append(_ cell: String) {
        var cell = cell
        let value = cell.isEmpty ? 0 : cell.withUTF8 { number(of: $0, cell: nil) }
        records.append(value)
        column.count(value)
    }

    /// Adds what the next record's cell of another field would be in this one; it is not counted.
    mutating func appendAlternate(_ cell: String) {
        var cell = cell
        alternates.append(cell.isEmpty ? 0 : cell.withUTF8 { number(of: $0, cell: nil) })
    }

    private mutating func number(of bytes: UnsafeBufferPointer<UInt8>, cell: String?) -> UInt32 {
        if reader.isQuick || bytes.count > ValueReader.longestCell {
            reader.read(String(decoding: bytes, as: UTF8.self), into: &scratch)
            return column.intern(scratch)
        }
        let seen = seenCells.intern(bytes)
        if Int(seen) < valueOfSeen.count, seen > 0 { return valueOfSeen[Int(seen)] }
        reader.read(String(decoding: bytes, as: UTF8.self), into: &scratch)
        let value = column.intern(scratch)
        if seen > 0 { valueOfSeen.append(value) }
        return value
    }

    /// The column, complete; the records' values are handed over with it.
    ///
    /// - Parameter keepsLookup: whether values that come later are to be found in it, which takes memory.
    mutating func finish(keepsLookup: Bool) -> (column: FieldColumn, records: [UInt32], alternates: [UInt32]) {
        var column = column
        column.weighWords(records: records.count)
        if !keepsLookup { column.seal() }
        let (values, others) = (records, alternates)
        records = []
        alternates = []
        seenCells = TermTable()
        valueOfSeen = [0]
        return (column, values, others)
    }
}
