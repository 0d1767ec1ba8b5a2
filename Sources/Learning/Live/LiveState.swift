public import Storage

/// What everybody in a live room sees, as one value: made from rows, and then moved on event by event.
public struct LiveState: Sendable, Equatable {
    /// Who scored in the quizzes that are over.
    public struct Score: Sendable, Hashable {
        public let attendee: LiveAttendeeID
        public let name: String
        public var points: Int
    }

    /// Raised by one with each transaction that changed something.
    public internal(set) var version: Int64
    public internal(set) var closedAt: Timestamp?
    public internal(set) var attendeeCount: Int
    /// The newest poll, running or over.
    public internal(set) var poll: LivePoll?
    /// How often each option of the newest poll was chosen.
    public internal(set) var counts: [Int]
    var questions: [LiveQuestionID: LiveQuestion]
    var scores: [LiveAttendeeID: Score]
    /// What the running quiz brought so far; nobody sees it before its end.
    var pending: [LiveAttendeeID: Score]

    public init(version: Int64 = 1) {
        self.version = version
        attendeeCount = 0
        counts = []
        questions = [:]
        scores = [:]
        pending = [:]
    }

    public var isOpen: Bool { closedAt == nil }

    /// How many answered the newest poll.
    public var answerCount: Int { counts.reduce(0, +) }

    /// The questions that anybody may see, most votes first and the older first among equals; what is answered comes last.
    public func topQuestions(_ limit: Int) -> [LiveQuestion] {
        Array(questions.values.filter { $0.state != .hidden }.sorted(by: Self.comesBefore).prefix(limit))
    }

    /// The hidden questions, for whoever guides the room.
    public func hiddenQuestions(_ limit: Int) -> [LiveQuestion] {
        Array(questions.values.filter { $0.state == .hidden }.sorted(by: Self.comesBefore).prefix(limit))
    }

    private static func comesBefore(_ left: LiveQuestion, _ right: LiveQuestion) -> Bool {
        if left.state != right.state { return left.state == .open }
        return left.votes != right.votes ? left.votes > right.votes : left.id < right.id
    }

    /// The best of the quizzes that are over; who came earlier is first among equals.
    public func leaders(_ limit: Int) -> [Score] {
        Array(
            scores.values.filter { $0.points > 0 }
                .sorted { $0.points != $1.points ? $0.points > $1.points : $0.attendee < $1.attendee }.prefix(limit))
    }

    /// The state after an event. An event about what is not there changes nothing.
    public mutating func apply(_ event: LiveEvent) {
        switch event {
        case .joined: attendeeCount += 1
        case .asked(let question): questions[question.id] = question
        case .voted(let question): questions[question]?.votes += 1
        case .marked(let question, let state): questions[question]?.state = state
        case .pollOpened(let next):
            if let running = poll, running.closedAt == nil { endPoll(at: next.openedAt) }
            poll = next
            counts = Array(repeating: 0, count: next.options.count)
        case .answered(let id, let attendee, let name, let option, let points):
            guard poll?.id == id, counts.indices.contains(option) else { return }
            counts[option] += 1
            if points > 0 { pending[attendee, default: Score(attendee: attendee, name: name, points: 0)].points += points }
        case .pollClosed(let id, let time):
            if poll?.id == id, poll?.closedAt == nil { endPoll(at: time) }
        case .roomClosed(let time):
            if poll?.closedAt == nil { endPoll(at: time) }
            if closedAt == nil { closedAt = time }
        }
    }

    /// The state after one transaction: its events in order, and the version that it gave the room.
    public mutating func version(_ version: Int64, after events: [LiveEvent]) {
        for event in events { apply(event) }
        self.version = version
    }

    private mutating func endPoll(at time: Timestamp) {
        poll?.closedAt = time
        for (attendee, score) in pending {
            scores[attendee, default: Score(attendee: attendee, name: score.name, points: 0)].points += score.points
        }
        pending = [:]
    }
}
