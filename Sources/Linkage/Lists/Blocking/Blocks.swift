/// Records that share a key, block by block, in the order of the rules: the pairs that are worth comparing.
struct Blocks: Sendable {
    /// Where the records of each block begin in ``records``; one more than there are blocks.
    private(set) var starts: [UInt32] = [0]
    private(set) var records: [UInt32] = []
    /// The first block of each rule; one more than there are rules.
    private(set) var ruleStarts: [Int] = [0]
    /// For each record, the blocks that it is in, ascending: so a pair is compared in the first block that both are in, and nowhere else.
    private var membershipStarts: [UInt32] = []
    private var memberships: [UInt32] = []
    /// Records under keys that too many share, by rule: compared with their nearest neighbours alone.
    private(set) var cutRecords: [Int] = []
    /// Pairs under such keys that are not compared, by rule.
    private(set) var cutPairs: [Double] = []

    var count: Int { starts.count - 1 }
    var ruleCount: Int { ruleStarts.count - 1 }

    @inline(__always)
    func records(of block: Int) -> Range<Int> {
        Int(starts[block])..<Int(starts[block + 1])
    }

    /// Bytes that the blocks take.
    var footprint: Int {
        (starts.capacity + records.capacity + membershipStarts.capacity + memberships.capacity) * 4
    }

    /// No blocks.
    init() {}

    /// Finds the blocks of all rules, two rules at a time.
    ///
    /// - Parameter share: which part of all keys is looked at, of how many: what does not fit into memory is done part by part.
    init(_ table: RecordTable, _ plan: BlockingPlan, _ keys: [BlockKeys], share: BlockShare = .all) async {
        let rules = plan.rules
        var next = 0
        var waiting: [Int: RuleBlocks] = [:]
        var finished: [RuleBlocks] = []
        await withTaskGroup(of: (Int, RuleBlocks).self) { group in
            func start() {
                guard next < rules.count else { return }
                let rule = next
                next += 1
                group.addTask { (rule, RuleBlocks(table, rules[rule], keys, salt: UInt64(rule), share: share)) }
            }
            start()
            start()
            while let (rule, blocks) = await group.next() {
                waiting[rule] = blocks
                while let ready = waiting.removeValue(forKey: finished.count) { finished.append(ready) }
                start()
            }
        }
        for blocks in finished {
            let base = UInt32(truncatingIfNeeded: records.count)
            records.append(contentsOf: blocks.records)
            starts.append(contentsOf: blocks.ends.lazy.map { $0 &+ base })
            ruleStarts.append(count)
            cutRecords.append(blocks.cutRecords)
            cutPairs.append(blocks.cutPairs)
        }
        finished = []
        findMemberships(recordCount: table.count)
    }

    private mutating func findMemberships(recordCount: Int) {
        membershipStarts = [UInt32](repeating: 0, count: recordCount + 2)
        for record in records { membershipStarts[Int(record) + 2] &+= 1 }
        for record in 0...recordCount { membershipStarts[record + 1] &+= membershipStarts[record] }
        memberships = [UInt32](repeating: 0, count: records.count)
        for block in 0..<count {
            for place in self.records(of: block) {
                let record = Int(records[place])
                memberships[Int(membershipStarts[record + 1])] = UInt32(truncatingIfNeeded: block)
                membershipStarts[record + 1] &+= 1
            }
        }
    }

    /// The blocks as they lie in memory; the view is valid within the call alone.
    func withView<Result>(_ body: (BlockView) -> Result) -> Result {
        starts.withUnsafeBufferPointer { starts in
            records.withUnsafeBufferPointer { records in
                membershipStarts.withUnsafeBufferPointer { membershipStarts in
                    memberships.withUnsafeBufferPointer { memberships in
                        body(
                            BlockView(starts: starts, records: records, membershipStarts: membershipStarts, memberships: memberships))
                    }
                }
            }
        }
    }

    /// How many pairs stand in the blocks, repeated ones counted again.
    func pairs(in blocks: Range<Int>) -> Int {
        blocks.reduce(0) { sum, block in
            let size = records(of: block).count
            return sum + size * (size - 1) / 2
        }
    }
}

/// One part of all keys, of several.
struct BlockShare: Sendable {
    let part: UInt64
    let of: UInt64

    static let all = BlockShare(part: 0, of: 1)

    @inline(__always)
    func holds(_ hash: UInt64) -> Bool {
        of == 1 || (hash & 0xFFFF) % of == part
    }
}

/// Blocks as they lie in memory.
struct BlockView {
    let starts: UnsafeBufferPointer<UInt32>
    let records: UnsafeBufferPointer<UInt32>
    let membershipStarts: UnsafeBufferPointer<UInt32>
    let memberships: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func records(of block: Int) -> Range<Int> {
        Int(starts[block])..<Int(starts[block &+ 1])
    }

    /// Whether a pair of this block has been met in an earlier one.
    @inline(__always)
    func isRepeated(_ first: UInt32, _ second: UInt32, in block: Int) -> Bool {
        var i = Int(membershipStarts[Int(first)])
        var j = Int(membershipStarts[Int(second)])
        // The block itself ends both walks.
        while true {
            let (one, other) = (memberships[i], memberships[j])
            if one == other { return Int(one) != block }
            if one < other { i &+= 1 } else { j &+= 1 }
        }
    }
}

/// The blocks of one rule.
private struct RuleBlocks: Sendable {
    private(set) var ends: [UInt32] = []
    private(set) var records: [UInt32] = []
    private(set) var cutRecords = 0
    private(set) var cutPairs = 0.0

    private let rule: BlockingRule
    private let share: BlockShare
    /// More keys than these of one record are not looked at.
    private static let keysPerRecord = 12
    /// So many neighbours are compared where nothing parts the records.
    private static let window = 8

    init(_ table: RecordTable, _ rule: BlockingRule, _ keys: [BlockKeys], salt: UInt64, share: BlockShare) {
        self.rule = rule
        self.share = share
        var postings = postings(table, keys, salt: salt)
        RadixSort.sort(&postings, from: 32)
        var start = 0
        while start < postings.count {
            var end = start + 1
            while end < postings.count, postings[end] >> 32 == postings[start] >> 32 { end += 1 }
            if end - start > 1 { add(postings[start..<end], table, keys, besides: rule.fields) }
            start = end
        }
    }

    /// Hash above, record below.
    private func postings(_ table: RecordTable, _ keys: [BlockKeys], salt: UInt64) -> [UInt64] {
        var postings: [UInt64] = []
        postings.reserveCapacity(table.count)
        let width = table.columns.count
        let alone = rule.fields.count == 1 && !rule.refines
        for record in 0..<table.count {
            let row = record &* width
            if rule.fields.count == 1 {
                let field = rule.fields[0]
                for key in keys[field][table.values[row &+ field]] {
                    let sharing = keys[field].counts[Int(key)]
                    if sharing > 1, !alone || sharing <= rule.limit { post(UInt64(key), salt, record, into: &postings) }
                }
            } else if rule.fields.count == 2 {
                post(table.values[row &+ rule.fields[0]], table.values[row &+ rule.fields[1]], keys, salt, record, into: &postings)
                // Two fields that may be mixed up meet across as well.
                for (place, swap) in table.swaps.enumerated()
                where min(swap.first, swap.second) == rule.fields[0] && max(swap.first, swap.second) == rule.fields[1] {
                    let crossing = (record &* table.swaps.count &+ place) &* 2
                    let (first, second) = (table.alternates[crossing], table.alternates[crossing &+ 1])
                    let isOrdered = swap.first < swap.second
                    post(isOrdered ? first : second, isOrdered ? second : first, keys, salt, record, into: &postings)
                }
            } else {
                var hashes: [UInt64] = [0]
                for field in rule.fields {
                    let found = keys[field][table.values[row &+ field]]
                    hashes = hashes.flatMap { hash in found.map { ByteHash.mix(hash ^ UInt64($0), 0xE703_7ED1_A0B4_28DB) } }
                }
                for hash in hashes.prefix(Self.keysPerRecord) { post(hash, salt, record, into: &postings) }
            }
        }
        return postings
    }

    /// Posts a record under the keys of two values together, as far as other records may bear them.
    @inline(__always)
    private func post(
        _ first: UInt32, _ second: UInt32, _ keys: [BlockKeys], _ salt: UInt64, _ record: Int, into postings: inout [UInt64]
    ) {
        let (one, other) = (keys[rule.fields[0]], keys[rule.fields[1]])
        for key in one[first] where one.counts[Int(key)] > 0 {
            for second in other[second] where other.counts[Int(second)] > 0 {
                post(UInt64(key) << 32 | UInt64(second), salt, record, into: &postings)
            }
        }
    }

    @inline(__always)
    private func post(_ key: UInt64, _ salt: UInt64, _ record: Int, into postings: inout [UInt64]) {
        let hash = ByteHash.mix(key ^ 0x9E37_79B9_7F4A_7C15, 0xA076_1D64_78BD_642F &+ salt << 1)
        if share.holds(hash) { postings.append(hash & 0xFFFF_FFFF_0000_0000 | UInt64(record)) }
    }

    /// Adds the records under one key: as a block, or parted further where there are too many.
    private mutating func add(_ postings: ArraySlice<UInt64>, _ table: RecordTable, _ keys: [BlockKeys], besides fields: [Int]) {
        var members: [UInt32] = []
        members.reserveCapacity(postings.count)
        for posting in postings {
            let record = UInt32(truncatingIfNeeded: posting)
            if members.last != record { members.append(record) }
        }
        guard members.count > 1 else { return }
        if members.count <= rule.limit {
            append(members[...])
        } else if rule.refines {
            refine(members, table, keys, besides: fields)
        }
    }

    private mutating func append(_ members: ArraySlice<UInt32>) {
        records.append(contentsOf: members)
        ends.append(UInt32(truncatingIfNeeded: records.count))
    }

    /// Parts records by the keys of each other field in turn; those that no field parts are compared with their neighbours.
    private mutating func refine(_ members: [UInt32], _ table: RecordTable, _ keys: [BlockKeys], besides fields: [Int]) {
        let all = Double(members.count)
        cutRecords += members.count
        cutPairs += all * (all - 1) / 2
        let others = keys.indices.filter { !fields.contains($0) && keys[$0].counts.count > 1 }
        let deepest = fields.count >= rule.fields.count + 1
        var isParted = false
        for field in others {
            var postings: [UInt64] = []
            for record in members {
                for key in keys[field][table.value(Int(record), field)] { postings.append(UInt64(key) << 32 | UInt64(record)) }
            }
            RadixSort.sort(&postings, from: 32)
            var start = 0
            while start < postings.count {
                var end = start + 1
                while end < postings.count, postings[end] >> 32 == postings[start] >> 32 { end += 1 }
                let size = end - start
                if size > 1, size <= rule.limit {
                    let part = postings[start..<end].map { UInt32(truncatingIfNeeded: $0) }
                    append(part[...])
                    cutPairs -= Double(size) * Double(size - 1) / 2
                    isParted = true
                } else if size > rule.limit, size < members.count {
                    let part = postings[start..<end].map { UInt32(truncatingIfNeeded: $0) }
                    if deepest { compareNeighbours(part, table) } else { refine(part, table, keys, besides: fields + [field]) }
                    isParted = true
                }
                start = end
            }
        }
        if !isParted { compareNeighbours(members, table) }
    }

    /// Records in the order of their values, each with those around it.
    private mutating func compareNeighbours(_ members: [UInt32], _ table: RecordTable) {
        let width = table.columns.count
        let ordered = members.sorted { one, other in
            for field in 0..<width {
                let (first, second) = (table.value(Int(one), field), table.value(Int(other), field))
                if first != second { return first < second }
            }
            return one < other
        }
        var start = 0
        while start + 1 < ordered.count {
            append(ordered[start..<min(start + Self.window, ordered.count)].sorted()[...])
            start += Self.window / 2
        }
    }
}
