public import Accounts
public import Nusantara
public import Storage

/// A dated fact about a business, with its evidence. Rungs and counts follow from milestones alone.
public struct Milestone: Sendable, Hashable {
    /// What happened.
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        /// A partner claims the business; the evidence is the claim.
        case registered
        /// An account on a channel was verified, or a listing seen live.
        case channelVerified = "channel-verified"
        /// The account on that channel was closed, or the channel itself.
        case channelClosed = "channel-closed"
        /// An online sale.
        case sold
        /// A permit was gained: NIB, halal, P-IRT.
        case permitGained = "permit-gained"
        /// The size class of PP 7/2021 went up.
        case sizeClassRaised = "size-class-raised"
        /// Sales grew by the programme's share in two periods running.
        case salesGrown = "sales-grown"
        /// Goods went abroad.
        case exported
    }

    /// What a milestone rests on.
    public struct Evidence: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
            case claim
            case order
            case document
            case person
        }

        public let kind: Kind
        /// The identifier of the claim, order, document or person.
        public let id: Identifier<EvidenceSubject>

        public init(kind: Kind, id: Identifier<EvidenceSubject>) {
            self.kind = kind
            self.id = id
        }

        /// Evidence that is the row of a list.
        public static func claim<Subject>(_ id: Identifier<Subject>) -> Evidence {
            Evidence(kind: .claim, id: Identifier(high: id.high, low: id.low))
        }
    }

    public let kind: Kind
    public let on: CalendarDate
    public let partner: PartnerID?
    public let programme: ProgrammeID?
    public let evidence: Evidence
    /// The channel, the permit, or whatever else the kind needs to be told apart: `shopee`, `nib`.
    public let detail: String
    /// How sure it is that this claim belongs to this business; on milestones other than ``Kind/registered`` it is certain.
    public let certainty: Certainty

    /// What tells the milestones of one business apart: recording the same one again changes nothing.
    struct Key: Sendable, Hashable {
        let kind: Kind
        let evidence: Identifier<EvidenceSubject>
        let on: CalendarDate
        let detail: String
    }

    var key: Key { Key(kind: kind, evidence: evidence.id, on: on, detail: detail) }

    public init(
        _ kind: Kind, on: CalendarDate, partner: PartnerID? = nil, programme: ProgrammeID? = nil, evidence: Evidence, detail: String = "",
        certainty: Certainty = .certain
    ) {
        self.kind = kind
        self.on = on
        self.partner = partner
        self.programme = programme
        self.evidence = evidence
        self.detail = detail
        self.certainty = certainty
    }

    /// The same milestone, more or less sure than it was.
    public func with(_ certainty: Certainty) -> Milestone {
        Milestone(kind, on: on, partner: partner, programme: programme, evidence: evidence, detail: detail, certainty: certainty)
    }
}

/// Whatever a milestone may rest on.
public enum EvidenceSubject {}

/// What linkage left open about a claim, in millionths, so that sums are exact.
public struct Certainty: Sendable, Hashable {
    /// The probability that the claim does not belong to its business.
    public let doubt: Int64
    /// The probability that the claim belongs to the nearest business to which it was not put.
    public let nearMiss: Int64
    /// Whether that nearest business was known to the same partner.
    public let nearMissOfSamePartner: Bool

    public init(doubt: Int64, nearMiss: Int64, nearMissOfSamePartner: Bool) {
        self.doubt = doubt
        self.nearMiss = nearMiss
        self.nearMissOfSamePartner = nearMissOfSamePartner
    }

    /// No doubt at all: a rule, or a person's decision.
    public static let certain = Certainty(doubt: 0, nearMiss: 0, nearMissOfSamePartner: false)
}
