/// A question of a lesson or of a final test.
public struct Question: Sendable, Hashable {
    /// What may be chosen, and what is said about it after answering.
    public struct Option: Sendable, Hashable {
        public let text: String
        public let isRight: Bool
        public let explanation: String
    }

    public enum Kind: Sendable, Hashable {
        /// Exactly one option is right.
        case single([Option])
        /// More than one option is right, and all of them have to be chosen.
        case several([Option])
        /// A whole number, and what is said about it after answering.
        case number(Int, explanation: String)
    }

    /// Stays the same when the wording changes: results are kept by it.
    public let id: String
    public let text: String
    public let kind: Kind
    /// Where it stands in its file, counted from 1.
    let line: Int

    /// What may be chosen; nothing where a number is asked for.
    public var options: [Option] {
        switch kind {
        case .single(let options), .several(let options): options
        case .number: []
        }
    }
}
