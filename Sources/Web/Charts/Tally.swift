/// A figure as it may be shown: exact, or too small to be shown to everybody.
public enum Tally: Sendable, Hashable {
    case exact(Int64)
    /// One to four: shown as `<5`, so that nobody can be recognised.
    case small
    /// Not shown, because a small figure beside it could be worked out from it.
    case withheld

    /// The figure as the public sees it; whoever is allowed to see names is shown ``exact(_:)``.
    public init(publicly count: Int64) {
        self = (1...4).contains(count) ? .small : .exact(count)
    }

    var value: TemplateValue {
        switch self {
        case .exact(let count): .number(count)
        case .small: .text("<5")
        case .withheld: .text("–")
        }
    }

    func text(in language: Language) -> String {
        switch self {
        case .exact(let count): language.number(count)
        case .small: "<5"
        case .withheld: "–"
        }
    }

    /// How much of a bar it fills; a small figure is drawn as the least that can be seen.
    var size: Double {
        switch self {
        case .exact(let count): Double(max(count, 0))
        case .small, .withheld: 1
        }
    }
}
