/// Sets that grow together (Tarjan 1975, with path halving).
struct DisjointSets {
    private var parents: [UInt32]

    init(count: Int) {
        parents = (0..<UInt32(count)).map { $0 }
    }

    mutating func root(of member: UInt32) -> UInt32 {
        var member = Int(member)
        while Int(parents[member]) != member {
            parents[member] = parents[Int(parents[member])]
            member = Int(parents[member])
        }
        return UInt32(member)
    }

    /// The lesser root leads, so that the result does not depend on the order of joining.
    mutating func join(_ one: UInt32, _ other: UInt32) {
        let (first, second) = (root(of: one), root(of: other))
        if first != second { parents[Int(max(first, second))] = min(first, second) }
    }
}
