import Accounts
import Nusantara

/// All that the counts need to know of one business.
struct BusinessFacts: Sendable, Hashable {
    var region: RegionCode
    var milestones: [Milestone.Key: Milestone] = [:]
}

/// The ladder's thresholds by programme.
struct Ladders: Sendable {
    var national = LadderRules.national
    var programmes: [ProgrammeID: LadderRules] = [:]

    func rules(of programme: ProgrammeID?) -> LadderRules {
        programme.flatMap { programmes[$0] } ?? national
    }

    var all: [LadderRules] { [national] + programmes.values }
}
