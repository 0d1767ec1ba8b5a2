public import Storage

/// Something that somebody wants to happen in a live room.
public struct LiveWrite: Sendable {
    public enum Deed: Sendable {
        case join(LiveAttendee, AttendeeToken)
        case ask(LiveQuestionID, text: String, by: LiveAttendee)
        case vote(LiveQuestionID, by: LiveAttendee)
        case answer(LivePollID, option: Int, by: LiveAttendee)
        case openPoll(LivePoll)
        case closePoll(LivePollID)
        case mark(LiveQuestionID, LiveQuestion.State)
        case closeRoom
    }

    public let room: LiveRoomID
    public let deed: Deed
    public let time: Timestamp

    public init(_ deed: Deed, in room: LiveRoomID, at time: Timestamp) {
        self.deed = deed
        self.room = room
        self.time = time
    }
}

/// What became of it.
public enum LiveOutcome: Sendable, Hashable {
    /// It is stored.
    case done
    /// It was stored before; nothing changed.
    case doneBefore
    /// The room is closed, the poll is over, or what it speaks of is not there.
    case over
    /// Too many questions in a minute.
    case tooMany
    /// The room holds no more people.
    case full
}
