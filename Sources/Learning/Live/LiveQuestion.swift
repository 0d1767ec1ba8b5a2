public import Storage

public typealias LiveQuestionID = Identifier<LiveQuestion>

/// A question from the floor.
public struct LiveQuestion: Sendable, Hashable {
    public enum State: String, Sendable, CaseIterable, SQLConvertible {
        case open, answered, hidden
    }

    public let id: LiveQuestionID
    public let text: String
    /// The name of whoever asked.
    public let asker: String
    public var votes: Int
    public var state: State

    public static let textLimit = 280
    /// So many questions one attendee may ask in a minute.
    public static let perMinute = 5

    public init(id: LiveQuestionID, text: String, asker: String, votes: Int = 0, state: State = .open) {
        self.id = id
        self.text = text
        self.asker = asker
        self.votes = votes
        self.state = state
    }
}
