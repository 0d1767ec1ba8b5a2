import Linkage

/// The result of an earlier linkage, read back for the rows that are linked now.
enum KnownRows {
    private struct Entry {
        let id: String
        let cluster: UInt32
        let certainty: Float
    }

    /// Reads `source,id,cluster,probability`.
    ///
    /// Rows of a list stand in the file in the order of the list, so that those that bear one id are told apart by their order.
    ///
    /// - Returns: where each row was, and how many rows of the file are in the lists no more.
    /// - Throws: ``CommandFailure`` if the file is not such a result.
    static func read(_ path: String, names: RowNames) throws -> (clusters: KnownClusters, gone: Int) {
        let list = try NamedColumns(path, [["source"], ["id"], ["cluster"], ["probability"]])
        var entries: [String: [Entry]] = [:]
        var highest: UInt32 = 0
        while let cells = try list.next() {
            guard let cluster = UInt32(cells[2]), cluster > 0, let certainty = Float(cells[3]), (0...1).contains(certainty) else {
                throw CommandFailure("\(path): “\(cells.joined(separator: ","))” is no row of an earlier result")
            }
            highest = max(highest, cluster)
            entries[cells[0], default: []].append(Entry(id: cells[1], cluster: cluster, certainty: certainty))
        }
        var numbers = [UInt32](repeating: 0, count: names.count)
        var certainties = [Float](repeating: 0, count: names.count)
        var found = 0
        for (place, source) in names.sources.enumerated() {
            guard let known = entries[source] else { continue }
            var next = 0
            var places: [String: [Int]]?
            for row in names.rows(of: place) {
                let id = names.id(row)
                var entry: Int?
                if places == nil, next < known.count, known[next].id == id {
                    entry = next
                    next += 1
                } else if next < known.count {
                    // The list has changed since: from here on rows are found by their ids.
                    var left = places ?? Dictionary(grouping: known.indices[next...].reversed()) { known[$0].id }
                    entry = left[id]?.popLast()
                    places = left
                }
                guard let entry else { continue }
                numbers[row] = known[entry].cluster
                certainties[row] = known[entry].certainty
                found += 1
            }
        }
        let all = entries.values.reduce(0) { $0 + $1.count }
        return (KnownClusters(numbers: numbers, certainties: certainties, highest: highest), all - found)
    }
}
