public import Storage

public typealias LivePollID = Identifier<LivePoll>

/// A question to everybody, with options to choose from; one of them is right if it is a quiz.
public struct LivePoll: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case poll, quiz
    }

    public let id: LivePollID
    public let question: String
    public let options: [String]
    /// The place of the right option, from 0; nil if it is no quiz.
    public let rightOption: Int?
    /// How long answers are taken; nil until it is closed by hand.
    public let seconds: Int?
    public let openedAt: Timestamp
    public var closedAt: Timestamp?

    public static let questionLimit = 200
    public static let optionLimit = 80
    public static let optionCount = 2...6
    /// The most that one answer to a quiz brings.
    public static let fullPoints = 1000
    /// How long after the end an answer is still taken, for the way that it travels.
    static let grace = Duration.seconds(1)

    /// Nil unless there are two to six options, and a right one among them if there is one at all.
    public init?(
        id: LivePollID = LivePollID(), question: String, options: [String], rightOption: Int? = nil, seconds: Int? = nil,
        openedAt: Timestamp, closedAt: Timestamp? = nil
    ) {
        guard !question.isEmpty, Self.optionCount.contains(options.count), options.allSatisfy({ !$0.isEmpty && !$0.contains("\n") }),
            rightOption.map(options.indices.contains) ?? true, seconds.map({ (5...3600).contains($0) }) ?? true
        else { return nil }
        self.id = id
        self.question = question
        self.options = options
        self.rightOption = rightOption
        self.seconds = seconds
        self.openedAt = openedAt
        self.closedAt = closedAt
    }

    public var kind: Kind { rightOption == nil ? .poll : .quiz }

    /// When answers are no longer taken, if there is a limit.
    public var endsAt: Timestamp? { seconds.map { openedAt.adding(.seconds($0)) } }

    /// Whether it runs although its time is over.
    public func isOverdue(at time: Timestamp) -> Bool {
        guard closedAt == nil, let endsAt else { return false }
        return time >= endsAt.adding(Self.grace)
    }

    func takesAnswers(at time: Timestamp) -> Bool { closedAt == nil && !isOverdue(at: time) }

    /// What an answer brings: nothing if it is wrong, all of ``fullPoints`` at once, falling evenly to half of them at the end of the time.
    /// Without a limit, a minute counts as the time.
    public func points(for option: Int, after milliseconds: Int) -> Int {
        guard option == rightOption else { return 0 }
        let limit = (seconds ?? 60) * 1000
        let taken = min(max(milliseconds, 0), limit)
        return Self.fullPoints - Self.fullPoints / 2 * taken / limit
    }

    static let columns: SQLQuery = "id, question, options, right_option, seconds, opened_at, closed_at"

    init(row: any SQLRow) throws {
        id = try row[0]
        question = try row[1]
        options = (try row[2] as String).split(separator: "\n").map(String.init)
        rightOption = row.isNull(at: 3) ? nil : try row[3] as Int
        seconds = row.isNull(at: 4) ? nil : try row[4] as Int
        openedAt = try row[5]
        closedAt = row.isNull(at: 6) ? nil : try row[6] as Timestamp
    }
}
