public import Storage

/// What somebody does in the programme, within the scope of a ``Grant``.
public enum Role: String, Sendable, CaseIterable, SQLConvertible {
    /// Owns businesses; sees and changes their own, which needs no permission of this table.
    case owner
    /// Registers people and businesses in the field.
    case facilitator
    /// Runs the programme in a district, a province or the ministry, as far as the scope goes.
    case officer
    /// Decides doubtful matches, and nothing else.
    case reviewer
    /// Sends the lists of one partner.
    case partner
    /// Checks figures down to names, and the trail.
    case auditor
    /// Keeps accounts and partners, and sees no names.
    case administrator

    /// The kinds of person who may hold the role: what reaches far needs the sign-in of staff.
    public var kinds: Set<Person.Kind> {
        switch self {
        case .owner: [.owner]
        case .facilitator: [.facilitator, .staff]
        case .officer, .reviewer, .partner, .auditor, .administrator: [.staff]
        }
    }
}

/// Something that not everybody may do.
public enum Permission: String, Sendable, CaseIterable {
    /// See figures with their small cells.
    case seeFigures
    /// See the names behind a figure, with identifiers masked.
    case readNames
    /// Open sealed identifiers.
    case openIdentifiers
    case registerBusinesses
    case importLists
    /// Decide whether a doubtful pair is one business.
    case decideLinks
    /// Decide where two who looked at a doubtful pair disagree.
    case settleDisputes
    case recordMilestones
    case manageProgrammes
    /// Mark who was at a class.
    case takeAttendance
    case setTargets
    case freezeBulletins
    case managePartners
    case manageUsers
    case handlePrivacyRequests
    case readAuditTrail
}

extension Role {
    /// The table of roles and permissions: all that a role may do, and the only place that says so.
    public var permissions: Set<Permission> {
        switch self {
        case .owner:
            []
        case .facilitator:
            [.seeFigures, .readNames, .registerBusinesses, .recordMilestones, .takeAttendance]
        case .officer:
            [
                .seeFigures, .readNames, .openIdentifiers, .registerBusinesses, .importLists, .decideLinks, .settleDisputes,
                .recordMilestones, .manageProgrammes, .takeAttendance, .setTargets, .freezeBulletins, .handlePrivacyRequests,
            ]
        case .reviewer:
            [.decideLinks]
        case .partner:
            [.seeFigures, .readNames, .importLists]
        case .auditor:
            [.seeFigures, .readNames, .readAuditTrail]
        case .administrator:
            [.managePartners, .manageUsers, .readAuditTrail]
        }
    }
}
