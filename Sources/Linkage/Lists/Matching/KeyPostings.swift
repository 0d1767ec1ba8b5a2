/// For each key of a field the records that bear it, ascending.
struct KeyPostings: Sendable {
    private let starts: [UInt32]
    private let records: [UInt32]

    init(_ table: RecordTable, _ field: Int, _ keys: BlockKeys) {
        var starts = [UInt32](repeating: 0, count: keys.counts.count + 2)
        for (key, count) in keys.counts.enumerated() { starts[key + 2] = starts[key + 1] &+ count }
        var records = [UInt32](repeating: 0, count: Int(starts[keys.counts.count + 1]))
        for record in 0..<table.count {
            for key in keys[table.value(record, field)] {
                records[Int(starts[Int(key) + 1])] = UInt32(truncatingIfNeeded: record)
                starts[Int(key) + 1] &+= 1
            }
        }
        self.starts = starts
        self.records = records
    }

    subscript(key: UInt32) -> ArraySlice<UInt32> {
        records[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])]
    }
}
