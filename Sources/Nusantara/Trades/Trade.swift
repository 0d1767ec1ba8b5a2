/// What a small business does, with its code in KBLI 2020 and the words its owner would use.
public struct Trade: Sendable, Hashable, Identifiable {
    /// What became of a code of 2020 in the version of 2025.
    public enum Succession: Sendable, Hashable, CaseIterable {
        /// The same code means the same.
        case kept
        /// The same digits mean something else, or more or less than before: the business must be asked again.
        case changed
        /// The code is gone.
        case withdrawn
        /// Not compared yet.
        case unverified
    }

    /// Five digits of KBLI 2020.
    public let code: String
    /// A short title in Indonesian, in plain words.
    public let title: String
    /// A short title in English.
    public let englishTitle: String
    public let sector: Sector
    /// Everyday words and phrases, lower case, the most usual first.
    public let words: [String]
    public let succession: Succession

    public var id: String { code }

    /// Whether the code may be kept as it is in KBLI 2025.
    public var survivesIn2025: Bool { succession == .kept }

    /// The code with its version.
    public var kbli: KBLI? { KBLI(code, version: .v2020) }
}
