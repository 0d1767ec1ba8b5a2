/// The records of all lists, as numbers in rows: what linkage works on.
///
/// Each field is a ``FieldColumn``; the values of one record stand side by side, so that comparing two records touches few lines of
/// memory.
public struct RecordTable: Sendable {
    /// The fields by name, in the order of the model.
    public let fields: [String]
    private(set) var columns: [FieldColumn]
    /// For each record, the number of its value of each field: `values[record * fields.count + field]`.
    private(set) var values: [UInt32]
    /// Which list each record is from.
    private(set) var sources: [UInt16]
    /// Names of the lists.
    public let sourceNames: [String]

    /// The number of records.
    public var count: Int { sources.count }

    init(fields: [String], columns: [FieldColumn], values: [UInt32], sources: [UInt16], sourceNames: [String]) {
        self.fields = fields
        self.columns = columns
        self.values = values
        self.sources = sources
        self.sourceNames = sourceNames
    }

    @inline(__always)
    func value(_ record: Int, _ field: Int) -> UInt32 {
        values[record &* columns.count &+ field]
    }

    /// Adds a row that says nothing and is from no list, for records that are only asked about.
    mutating func appendGuest() {
        values.append(contentsOf: repeatElement(0, count: columns.count))
        sources.append(.max)
    }

    /// Puts a value into a field of a record, which may be new to the table.
    mutating func set(_ bytes: [UInt8], _ record: Int, _ field: Int) {
        values[record * columns.count + field] = bytes.isEmpty ? 0 : columns[field].internLate(bytes, records: count)
    }

    /// A value as it is compared; empty where the record says nothing.
    public func text(_ record: Int, _ field: Int) -> String {
        columns[field].values.text(of: value(record, field))
    }

    /// The share of records that say something in a field.
    func completeness(_ field: Int) -> Double {
        count == 0 ? 0 : 1 - Double(columns[field].counts[0]) / Double(count)
    }

    /// Bytes that the table takes.
    public var footprint: Int {
        values.capacity * 4 + sources.capacity * 2 + columns.reduce(0) { $0 + $1.footprint }
    }
}
