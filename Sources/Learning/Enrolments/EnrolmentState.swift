public import Storage

/// Where somebody stands in a cohort.
public enum EnrolmentState: String, Sendable, CaseIterable, SQLConvertible {
    case draft
    /// Sent in, not looked at yet.
    case submitted
    /// An officer found the application in order.
    case checked
    /// Took the selection test.
    case tested
    /// Has a seat.
    case accepted
    /// In the queue for a seat.
    case waiting
    /// A seat became free, and is kept until the answer is due.
    case offered
    case rejected
    /// Said that they will come.
    case confirmed
    case attending
    /// Passed every stage.
    case completed
    /// Did not pass a stage, or did not get on to the next.
    case failed
    /// Left, or never came.
    case dropped
    /// Found able by an assessor.
    case assessed
    case certified
    /// Took the application back.
    case withdrawn

    /// The states that may follow: the only place that says so.
    public var following: Set<EnrolmentState> {
        switch self {
        case .draft: [.submitted, .withdrawn]
        case .submitted: [.checked, .tested, .accepted, .waiting, .rejected, .withdrawn]
        case .checked: [.tested, .accepted, .waiting, .rejected, .withdrawn]
        case .tested: [.accepted, .waiting, .rejected, .withdrawn]
        case .waiting: [.offered, .accepted, .rejected, .withdrawn]
        case .offered: [.confirmed, .withdrawn, .dropped]
        case .accepted: [.confirmed, .attending, .withdrawn, .dropped]
        case .confirmed: [.attending, .withdrawn, .dropped]
        case .attending: [.attending, .completed, .failed, .dropped]
        case .completed: [.assessed, .certified]
        case .assessed: [.certified]
        case .rejected, .failed, .dropped, .certified, .withdrawn: []
        }
    }

    public func mayBecome(_ next: EnrolmentState) -> Bool { following.contains(next) }

    /// Whether a seat of the cohort is taken.
    public var holdsSeat: Bool {
        switch self {
        case .accepted, .offered, .confirmed, .attending, .completed, .failed, .assessed, .certified: true
        case .draft, .submitted, .checked, .tested, .waiting, .rejected, .dropped, .withdrawn: false
        }
    }

    /// Whether nothing follows any more.
    public var isFinal: Bool { following.isEmpty }
}
