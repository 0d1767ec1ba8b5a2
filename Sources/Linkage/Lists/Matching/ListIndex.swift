public import Nusantara

/// Lists made ready to be asked about one record at a time, now: which of their records is it?
///
/// A record is held against those that share its rarest keys with it, so that the work does not grow with the lists. The index learns
/// nothing from what it is asked, and the same question gets the same answer.
public struct ListIndex: Sendable {
    /// A record of the lists that the one in hand may be.
    public struct Match: Sendable, Hashable {
        public let record: Int
        /// The log2 odds that both are of one thing.
        public let weight: Double

        public var probability: Double { Logarithm.probability(log2Odds: weight) }
    }

    private var table: RecordTable
    private let scorer: PairScorer
    private let readers: [ValueReader]
    private let keys: [BlockKeys]
    private let postings: [KeyPostings]
    /// The row that the record in hand takes; those before it are the lists'.
    private let guest: Int
    private var scratch: [UInt8] = []

    /// Keys that more records share than these are only asked after where rarer ones led to few.
    private static let commonKey = 20_000
    /// So many records are looked at under all keys together.
    private static let postingLimit = 60_000
    /// So many of the nearest are weighed.
    private static let candidateLimit = 400

    /// - Parameters:
    ///   - table: finished with `keepsLookup`.
    ///   - model: trained.
    ///   - today: the day by which two-digit years are read.
    public init(_ table: RecordTable, model: ListModel, today: CalendarDate) async {
        let made = await withTaskGroup(of: (Int, BlockKeys, KeyPostings).self) { group in
            for (field, column) in table.columns.enumerated() {
                group.addTask {
                    let keys = BlockKeys(column, keepsTerms: true)
                    return (field, keys, KeyPostings(table, field, keys))
                }
            }
            var made: [(field: Int, keys: BlockKeys, postings: KeyPostings)] = []
            for await one in group { made.append(one) }
            return made.sorted { $0.field < $1.field }
        }
        keys = made.map(\.keys)
        postings = made.map(\.postings)
        scorer = PairScorer(model, table)
        readers = model.fields.map { ValueReader(kind: $0.kind, today: today) }
        guest = table.count
        self.table = table
        self.table.appendGuest()
    }

    /// The records that are most like one, the likeliest first.
    ///
    /// - Parameters:
    ///   - cells: for each field of the model, what the record says; an empty text says nothing.
    ///   - limit: how many at most.
    ///   - floor: the probability below which a record is not told.
    public mutating func matches(of cells: [String], limit: Int = 5, floor: Double = 0.05) -> [Match] {
        func read(_ cell: Int, as field: Int) -> [UInt8] {
            readers[field].read(cell < cells.count ? cells[cell] : "", into: &scratch)
            return scratch
        }
        for field in readers.indices { table.set(read(field, as: field), guest, field) }
        for (place, swap) in table.swaps.enumerated() {
            table.setAlternates(read(swap.second, as: swap.first), read(swap.first, as: swap.second), guest, place)
        }
        let least = Float(Logarithm.log2(min(max(floor, 0.000_001), 0.999_999) / (1 - min(max(floor, 0.000_001), 0.999_999))))
        let near = candidates()
        let found = scorer.withScales(table) { scales in
            near.compactMap { record -> Match? in
                let weight = scales.weight(Int(record), guest, floor: least)
                return weight >= least ? Match(record: Int(record), weight: Double(weight)) : nil
            }
        }
        return Array(found.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.record < $1.record }.prefix(limit))
    }

    /// The records that share the rarest keys with the one in hand, or the most of them.
    private func candidates() -> [UInt32] {
        var asked: [(field: Int, key: UInt32, count: Int)] = []
        for field in keys.indices {
            for key in keys[field].keys(ofLate: table.value(guest, field), table.columns[field]) {
                asked.append((field, key, Int(keys[field].counts[Int(key)])))
            }
        }
        asked.sort { ($0.count, $0.field, $0.key) < ($1.count, $1.field, $1.key) }
        let records = Double(max(guest, 2))
        var nearness: [UInt32: Float] = [:]
        var looked = 0
        for (field, key, count) in asked {
            let bits = Float(Logarithm.log2(records / Double(max(count, 1))))
            // A common key adds to what rarer ones found; it leads to records of its own only where they found hardly any.
            let isCommon = count > Self.commonKey || looked + count > Self.postingLimit
            if isCommon, nearness.count >= Self.candidateLimit / 8 {
                for record in nearness.keys where bears(key, record, field) { nearness[record, default: 0] += bits }
            } else {
                for record in postings[field][key].prefix(Self.postingLimit) { nearness[record, default: 0] += bits }
                looked += min(count, Self.postingLimit)
            }
        }
        let nearest = nearness.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return nearest.prefix(Self.candidateLimit).map(\.key)
    }

    private func bears(_ key: UInt32, _ record: UInt32, _ field: Int) -> Bool {
        keys[field][table.value(Int(record), field)].contains(key)
    }
}
