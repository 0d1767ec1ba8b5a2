/// The rows of all lists by name: which list, and the row's own id. Kept as bytes, since there may be ten million.
struct RowNames: Sendable {
    private(set) var sources: [String] = []
    /// The first row of each list.
    private var firsts: [Int] = []
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func beginSource(_ name: String) {
        sources.append(name)
        firsts.append(count)
    }

    mutating func append(_ id: String) {
        bytes.append(contentsOf: id.utf8)
        ends.append(bytes.count)
    }

    func id(_ row: Int) -> String {
        String(decoding: bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]], as: UTF8.self)
    }

    func source(_ row: Int) -> String {
        sources[(firsts.firstIndex { $0 > row } ?? firsts.count) - 1]
    }

    /// The rows of a list.
    func rows(of source: Int) -> Range<Int> {
        firsts[source]..<(source + 1 < firsts.count ? firsts[source + 1] : count)
    }

    /// The rows that bear a name: `shopee:1343242609`, or the id alone.
    func rows(named name: String) -> [Int] {
        var found: [Int] = []
        for (place, source) in sources.enumerated() {
            let isQualified = name.hasPrefix(source + ":")
            let id = isQualified ? String(name.dropFirst(source.count + 1)) : name
            found += rows(of: place).filter { self.id($0) == id }
        }
        return found
    }

    /// How many rows of a list bear an id that another row of it bears, and how many bear none.
    func repeated(in source: Int) -> (repeated: Int, missing: Int) {
        var seen: Set<Int> = []
        var repeated = 0
        var missing = 0
        for row in rows(of: source) {
            let id = bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
            if id.isEmpty {
                missing += 1
            } else if !seen.insert(id.hashValue).inserted {
                repeated += 1
            }
        }
        return (repeated, missing)
    }
}
