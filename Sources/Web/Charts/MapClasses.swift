/// The classes of a map's figures: nought, then up to five classes, of which the higher hold fewer places.
struct MapClasses {
    /// The lowest figure of the second and each further class, rounded so that a reader can keep it in mind.
    let bounds: [Int64]
    private let hasZero: Bool
    private let hasWithheld: Bool
    private let hasFigures: Bool

    init(_ counts: [Tally]) {
        let sizes = counts.filter { $0 != .withheld }.map { Int64($0.size) }.filter { $0 > 0 }.sorted()
        hasZero = counts.contains(.exact(0))
        hasWithheld = counts.contains(.withheld)
        hasFigures = !sizes.isEmpty
        var bounds: [Int64] = []
        for share in [20, 50, 75, 92] where !sizes.isEmpty {
            let bound = Self.rounded(sizes[sizes.count * share / 100])
            if bound > max(bounds.last ?? 0, sizes[0]), bound <= sizes[sizes.count - 1] { bounds.append(bound) }
        }
        self.bounds = bounds
    }

    /// 0 for nothing and for what is withheld, 1 to 5 for the classes.
    func index(of count: Tally) -> Int {
        if count == .withheld { return 0 }
        let size = Int64(count.size)
        return size == 0 ? 0 : 1 + bounds.count { size >= $0 }
    }

    /// The classes that occur with their ranges in words.
    func ranges(in language: Language) -> [(index: Int, text: String)] {
        let marks = (hasZero ? ["0"] : []) + (hasWithheld ? ["–"] : [])
        var ranges: [(Int, String)] = marks.isEmpty ? [] : [(0, marks.joined(separator: ", "))]
        guard hasFigures else { return ranges }
        for index in 0...bounds.count {
            let low = index == 0 ? nil : bounds[index - 1]
            let high = index == bounds.count ? nil : bounds[index]
            switch (low, high) {
            case (nil, nil): ranges.append((index + 1, "≥ 1"))
            case (nil, let high?): ranges.append((index + 1, "< \(language.compact(high))"))
            case (let low?, nil): ranges.append((index + 1, "≥ \(language.compact(low))"))
            case (let low?, let high?): ranges.append((index + 1, "\(language.compact(low))–\(language.compact(high))"))
            }
        }
        return ranges
    }

    /// The nearest of 1, 1.5, 2, 3, 5 and 7 times a power of ten that is a whole number.
    private static func rounded(_ value: Int64) -> Int64 {
        var power: Int64 = 1
        while value / 10 >= power { power *= 10 }
        let candidates = [10, 15, 20, 30, 50, 70, 100].map { $0 * power }.filter { $0 % 10 == 0 }
        return (candidates.min { abs($0 - value * 10) < abs($1 - value * 10) } ?? value * 10) / 10
    }
}
