public import Storage

/// People of one cohort who go together.
public struct Team: Sendable, Hashable {
    public let name: String
    public let members: [Enrolment]

    /// What keeps it from going on.
    public func faults(by rule: TeamRule) -> Set<Fault> {
        var faults: Set<Fault> = []
        if members.count < rule.smallest { faults.insert(.tooSmall) }
        if members.count > rule.largest { faults.insert(.tooLarge) }
        for role in rule.roles where !members.contains(where: { $0.role == role }) { faults.insert(.lacks(role)) }
        return faults
    }

    public enum Fault: Sendable, Hashable {
        case tooSmall
        case tooLarge
        case lacks(String)
    }
}

extension SQLConnection {
    /// The teams of a cohort by name, of those who are still in it.
    public func teams(of cohort: CohortID) throws -> [Team] {
        let members = try enrolments(in: cohort, states: [.accepted, .confirmed, .attending], limit: 1_000_000).filter { !$0.team.isEmpty }
        return Dictionary(grouping: members, by: \.team).map { Team(name: $0.key, members: $0.value) }.sorted { $0.name < $1.name }
    }

    /// Puts somebody into a team. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``LearningError/teamUnfit`` if the team is full, the part is taken, or the programme has no teams; ``LearningError``.
    public func join(_ id: EnrolmentID, team: String, role: String) throws {
        let enrolment = try enrolment(id)
        guard let rule = try definition(of: try cohort(enrolment.cohort)).teams, !team.isEmpty else { throw LearningError.teamUnfit }
        let others = (try teams(of: enrolment.cohort).first { $0.name == team }?.members ?? []).filter { $0.id != id }
        guard others.count < rule.largest, rule.roles.isEmpty || rule.roles.contains(role) else { throw LearningError.teamUnfit }
        try run("UPDATE enrolment SET team = \(team), role = \(role) WHERE id = \(id)")
    }
}
