import Registry
import Storage

extension PairID {
    /// Both ids in one word of an address.
    var text: String { "\(first)~\(second)" }

    init?(text: String) {
        let parts = text.split(separator: "~")
        guard parts.count == 2, let first = ClaimID(String(parts[0])), let second = ClaimID(String(parts[1])) else { return nil }
        self.init(first, second)
    }

    /// Where the pair is reviewed.
    var path: String { Paths.review(first.description, second.description) }
}
