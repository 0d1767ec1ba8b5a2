public import Storage

/// Something that happened in a live room and changes what everybody sees.
public enum LiveEvent: Sendable, Hashable {
    case joined
    case asked(LiveQuestion)
    case voted(LiveQuestionID)
    case marked(LiveQuestionID, LiveQuestion.State)
    /// A poll began; the one before it ended.
    case pollOpened(LivePoll)
    case answered(LivePollID, by: LiveAttendeeID, name: String, option: Int, points: Int)
    case pollClosed(LivePollID, at: Timestamp)
    case roomClosed(at: Timestamp)
}
