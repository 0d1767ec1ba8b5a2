/// The ladder of people: how far somebody who learns has come.
public enum PeopleStep: String, Sendable, CaseIterable {
    /// Has a seat.
    case enrolled
    /// Was there at least once.
    case attended
    case passed
    case certified
}
