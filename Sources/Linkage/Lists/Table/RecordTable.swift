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
    /// The fields that may be mixed up.
    let swaps: [FieldSwap]
    /// For each record and each of ``swaps`` what the first field would be if its cell were that of the second, and the other way round.
    private(set) var alternates: [UInt32]
    /// Which list each record is from.
    private(set) var sources: [UInt16]
    /// Names of the lists.
    public let sourceNames: [String]

    /// The number of records.
    public var count: Int { sources.count }

    init(
        fields: [String], columns: [FieldColumn], values: [UInt32], swaps: [FieldSwap], alternates: [UInt32], sources: [UInt16],
        sourceNames: [String]
    ) {
        self.fields = fields
        self.columns = columns
        self.values = values
        self.swaps = swaps
        self.alternates = alternates
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
        alternates.append(contentsOf: repeatElement(0, count: swaps.count * 2))
        sources.append(.max)
    }

    /// Puts a value into a field of a record, which may be new to the table.
    mutating func set(_ bytes: [UInt8], _ record: Int, _ field: Int) {
        values[record * columns.count + field] = bytes.isEmpty ? 0 : columns[field].internLate(bytes, records: count)
    }

    /// Says what a record would say if the cells of two fields were mixed up.
    ///
    /// - Parameter bytes: the cell of the second field as the first reads it, and the other way round.
    mutating func setAlternates(_ first: [UInt8], _ second: [UInt8], _ record: Int, _ swap: Int) {
        let place = (record * swaps.count + swap) * 2
        alternates[place] = first.isEmpty ? 0 : columns[swaps[swap].first].internLate(first, records: count)
        alternates[place + 1] = second.isEmpty ? 0 : columns[swaps[swap].second].internLate(second, records: count)
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
        (values.capacity + alternates.capacity) * 4 + sources.capacity * 2 + columns.reduce(0) { $0 + $1.footprint }
    }
}
