public import Nusantara
import Synchronization

/// Takes in the rows of lists, chunk by chunk, and makes the table of them. The fields of a chunk are read beside each other on all cores,
/// each in the order of the rows, so that the same lists give the same table.
public struct RecordTableBuilder: Sendable {
    /// One field, of which one task at a time may read cells.
    private final class Field: Sendable {
        let name: String
        let builder: Mutex<FieldColumnBuilder>

        init(name: String, kind: FieldKind, today: CalendarDate) {
            self.name = name
            builder = Mutex(FieldColumnBuilder(kind: kind, today: today))
        }
    }

    private let fields: [Field]
    private let swaps: [FieldSwap]
    private var sources: [UInt16] = []
    private var sourceNames: [String] = []

    /// - Parameter today: the day by which two-digit years are read.
    public init(model: ListModel, today: CalendarDate) {
        fields = model.fields.map { Field(name: $0.name, kind: $0.kind, today: today) }
        swaps = FieldSwap.all(model.fields)
    }

    /// Begins a list; the rows that follow are from it.
    public mutating func beginSource(_ name: String) {
        sourceNames.append(name)
    }

    /// Adds rows of the list begun last.
    ///
    /// - Parameter cells: for each field of the model, the cells of all rows; empty texts where a row says nothing.
    public mutating func append(_ cells: [[String]], rows: Int) async {
        let (fields, swaps) = (fields, swaps)
        await withTaskGroup(of: Void.self) { group in
            for (place, field) in fields.enumerated() {
                group.addTask {
                    field.builder.withLock { builder in
                        for cell in cells[place] { builder.append(cell) }
                        for swap in swaps where swap.first == place || swap.second == place {
                            // A cell that is empty cannot have been mixed up with another.
                            for (first, second) in zip(cells[swap.first], cells[swap.second]) {
                                builder.appendAlternate(first.isEmpty || second.isEmpty ? "" : swap.first == place ? second : first)
                            }
                        }
                    }
                }
            }
        }
        sources.append(contentsOf: repeatElement(UInt16(truncatingIfNeeded: max(sourceNames.count - 1, 0)), count: rows))
    }

    /// The table of all rows; the builder is empty afterwards.
    ///
    /// - Parameter keepsLookup: whether a ``ListIndex`` is to be made of it, which takes more memory.
    public mutating func finish(keepsLookup: Bool = false) async -> RecordTable {
        let count = sources.count
        let width = fields.count
        var columns: [FieldColumn] = []
        let fields = fields
        let swaps = swaps
        var alternates = [UInt32](repeating: 0, count: count * swaps.count * 2)
        let values = await withTaskGroup(of: (Int, FieldColumn, [UInt32], [UInt32]).self) { group in
            for (place, field) in fields.enumerated() {
                group.addTask {
                    let (column, records, others) = field.builder.withLock { $0.finish(keepsLookup: keepsLookup) }
                    return (place, column, records, others)
                }
            }
            var found: [(Int, FieldColumn)] = []
            var values = [UInt32](repeating: 0, count: count * width)
            for await (place, column, records, others) in group {
                found.append((place, column))
                for (number, swap) in swaps.enumerated() where swap.first == place || swap.second == place {
                    var slot = number * 2 + (swap.first == place ? 0 : 1)
                    for value in others {
                        alternates[slot] = value
                        slot += swaps.count * 2
                    }
                }
                var slot = place
                for value in records {
                    values[slot] = value
                    slot += width
                }
            }
            columns = found.sorted { $0.0 < $1.0 }.map(\.1)
            return values
        }
        let table = RecordTable(
            fields: fields.map(\.name), columns: columns, values: values, swaps: swaps, alternates: alternates, sources: sources,
            sourceNames: sourceNames)
        sources = []
        return table
    }
}
