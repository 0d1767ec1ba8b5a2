/// Two texts taken apart into runs that both have and runs that only one has, so that a reader sees at once where they differ.
///
/// Upper and lower case count as the same. The runs of each side, put together, are its text.
public struct TextDifference: Sendable, Hashable {
    /// A piece of one text.
    public struct Run: Sendable, Hashable, TemplateModel {
        public let text: String
        /// Whether the other text lacks it.
        public let isDifferent: Bool

        public init(_ text: String, isDifferent: Bool) {
            self.text = text
            self.isDifferent = isDifferent
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "text": .text(text)
            case "isDifferent": .flag(isDifferent)
            default: nil
            }
        }
    }

    public let first: [Run]
    public let second: [Run]

    /// Beyond so many characters between a common beginning and a common end, everything there counts as different: the work stays bounded
    /// however long a cell is.
    static let limit = 400

    /// - Complexity: the product of the lengths between the common beginning and the common end, at most the square of ``limit``.
    public init(_ first: String, _ second: String) {
        let (a, b) = (Array(first), Array(second))
        let (foldedA, foldedB) = (a.map { $0.lowercased() }, b.map { $0.lowercased() })
        var start = 0
        while start < min(a.count, b.count), foldedA[start] == foldedB[start] { start += 1 }
        var end = 0
        while end < min(a.count, b.count) - start, foldedA[a.count - 1 - end] == foldedB[b.count - 1 - end] { end += 1 }

        var sharedA = a.indices.map { $0 < start || $0 >= a.count - end }
        var sharedB = b.indices.map { $0 < start || $0 >= b.count - end }
        let (middleA, middleB) = (foldedA[start..<(a.count - end)], foldedB[start..<(b.count - end)])
        if middleA.count <= Self.limit, middleB.count <= Self.limit {
            for (indexA, indexB) in Self.common(Array(middleA), Array(middleB)) {
                sharedA[start + indexA] = true
                sharedB[start + indexB] = true
            }
        }
        self.first = Self.runs(a, sharedA)
        self.second = Self.runs(b, sharedB)
    }

    /// The places of a longest common subsequence (Wagner and Fischer 1974).
    private static func common(_ a: [String], _ b: [String]) -> [(Int, Int)] {
        guard !a.isEmpty, !b.isEmpty else { return [] }
        let width = b.count + 1
        // The length of the longest common subsequence of what follows each pair of places.
        var lengths = [Int](repeating: 0, count: (a.count + 1) * width)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                lengths[i * width + j] =
                    a[i] == b[j]
                    ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var places: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                places.append((i, j))
                i += 1
                j += 1
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return places
    }

    private static func runs(_ characters: [Character], _ isShared: [Bool]) -> [Run] {
        var runs: [Run] = []
        var text = ""
        for (index, character) in characters.enumerated() {
            text.append(character)
            if index + 1 == characters.count || isShared[index + 1] != isShared[index] {
                runs.append(Run(text, isDifferent: !isShared[index]))
                text = ""
            }
        }
        return runs
    }
}
