/// The records of all lists, as numbers in rows: what linkage works on.
///
/// Each field is a ``FieldColumn``; the values of one record stand side by side, so that comparing two records touches few lines of
/// memory.
public struct RecordTable: Sendable {
    /// The fields by name, in the order of the model.
    public let fields: [String]
    let columns: [FieldColumn]
    /// For each record, the number of its value of each field: `values[record * fields.count + field]`.
    let values: [UInt32]
    /// Which list each record is from.
    let sources: [UInt16]
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
