import Accounts
import Journey
import Nusantara
public import Storage

/// What is done after a change in a class: milestones of businesses, and seats to which nobody answered.
public enum LearningJob {
    static let milestone = "learning.milestone"

    struct Payload: Codable, Sendable {
        let enrolment: EnrolmentID
    }

    /// The handlers by the kind of job, for the workers of the server.
    public static func handlers(_ database: any SQLDatabase, now: @escaping @Sendable () -> Timestamp) -> [String: JobRunner.Handler] {
        [milestone: { context in try await record(context, database, now: now) }]
    }

    /// Records what completing a programme says about the participant's business.
    private static func record(_ context: JobContext, _ database: any SQLDatabase, now: @escaping @Sendable () -> Timestamp) async throws {
        let id = try context.payload(as: Payload.self).enrolment
        try await database.write(holding: .journey) { connection in
            try context.complete(in: connection)
            let enrolment = try connection.enrolment(id)
            let cohort = try connection.cohort(enrolment.cohort)
            guard let rule = try connection.definition(of: cohort).milestone,
                let business = try connection.learner(enrolment.learner)?.business
            else { return }
            let day: Int64? = try connection.value("SELECT passed_day FROM enrolment WHERE id = \(id)")
            let kind: Milestone.Kind =
                switch rule.kind {
                case .channelVerified: .channelVerified
                case .permitGained: .permitGained
                }
            var changes = JourneyChanges()
            changes.add(
                Milestone(
                    kind, on: day.map { CalendarDate(dayNumber: Int($0)) } ?? CalendarDate(now()), programme: cohort.programme,
                    evidence: Milestone.Evidence(kind: .document, id: Identifier(high: id.high, low: id.low)), detail: rule.detail),
                to: business)
            do {
                try connection.apply(changes, today: CalendarDate(now()))
            } catch JourneyError.unknownBusiness {
                throw JobRefusal("the business \(business) of enrolment \(id) is not known any more")
            }
        }
    }
}
