public import Nusantara

/// How a programme is run: who may apply, how they are chosen, the stages that they go through, and what they get in the end.
///
/// Programmes differ in this, not in code. A definition is a JSON file that people read and change; ``init(json:)`` says what is wrong with one.
public struct ProgrammeDefinition: Sendable, Hashable {
    /// A short word: `umkm-go-online`. It names the programme in addresses and commands.
    public let code: String
    public let name: LocalText
    public let summary: LocalText
    /// The pillar of digital literacy that it teaches, where it is one alone.
    public let pillar: Pillar?
    public let applicants: ApplicantRule
    public let selection: SelectionRule
    /// How many people a cohort takes unless the cohort says otherwise.
    public let seats: Int
    /// Hours that somebody has to take a seat that became free; cut short by the first session.
    public let offerHours: Int
    /// Whether somebody who was accepted has to say that they will come.
    public let needsConfirmation: Bool
    public let teams: TeamRule?
    /// In the order in which they are written; the first is where everybody begins.
    public let stages: [Stage]
    public let certificate: CertificateRule?
    public let voucher: VoucherRule?
    /// What completing it says about the participant's business.
    public let milestone: MilestoneRule?

    public init(
        code: String, name: LocalText, summary: LocalText = LocalText(indonesian: "", english: ""), pillar: Pillar? = nil,
        applicants: ApplicantRule = ApplicantRule(), selection: SelectionRule = SelectionRule(), seats: Int, offerHours: Int = 24,
        needsConfirmation: Bool = false, teams: TeamRule? = nil, stages: [Stage], certificate: CertificateRule? = nil,
        voucher: VoucherRule? = nil, milestone: MilestoneRule? = nil
    ) {
        self.code = code
        self.name = name
        self.summary = summary
        self.pillar = pillar
        self.applicants = applicants
        self.selection = selection
        self.seats = seats
        self.offerHours = offerHours
        self.needsConfirmation = needsConfirmation
        self.teams = teams
        self.stages = stages
        self.certificate = certificate
        self.voucher = voucher
        self.milestone = milestone
    }

    public func stage(_ code: String) -> Stage? { stages.first { $0.code == code } }

    /// The stage that follows one, if any.
    public func next(after code: String) -> Stage? { stages.first { $0.after == code } }
}

/// A text in both languages of the pages.
public struct LocalText: Sendable, Hashable {
    public let indonesian: String
    public let english: String

    public init(indonesian: String, english: String) {
        self.indonesian = indonesian
        self.english = english
    }
}

/// The four pillars of the national movement for digital literacy.
public enum Pillar: String, Sendable, CaseIterable {
    /// Kecakapan digital.
    case skills
    /// Budaya digital.
    case culture
    /// Etika digital.
    case ethics
    /// Keamanan digital, with the protection of personal data.
    case safety
}

/// Who may apply. What is not said is not asked.
public struct ApplicantRule: Sendable, Hashable {
    public var youngest: Int?
    public var oldest: Int?
    /// Whether a business is asked for.
    public var ownsBusiness: Bool
    /// Regions, with all that lies in them; empty for the whole country.
    public var regions: [RegionCode]
    /// Months that have to lie between two cohorts of the programme for one person.
    public var monthsBetween: Int
    /// Months for which somebody who had a seat and never came cannot apply.
    public var monthsAfterAbsence: Int

    public init(
        youngest: Int? = nil, oldest: Int? = nil, ownsBusiness: Bool = false, regions: [RegionCode] = [], monthsBetween: Int = 0,
        monthsAfterAbsence: Int = 0
    ) {
        self.youngest = youngest
        self.oldest = oldest
        self.ownsBusiness = ownsBusiness
        self.regions = regions
        self.monthsBetween = monthsBetween
        self.monthsAfterAbsence = monthsAfterAbsence
    }
}

/// How seats are given.
public struct SelectionRule: Sendable, Hashable {
    public enum Method: String, Sendable, CaseIterable {
        /// Whoever applies first.
        case firstCome = "first-come"
        /// Whoever applies first within the seats of their province; what is left goes to whoever waits longest.
        case regionQuota = "region-quota"
        /// By what reviewers give for each criterion.
        case rubric
        /// By a test.
        case test
    }

    /// Something that reviewers judge.
    public struct Criterion: Sendable, Hashable {
        public let code: String
        public let name: LocalText
        /// How much it counts beside the others.
        public let weight: Int
        /// The most points that it gets.
        public let highest: Int

        public init(code: String, name: LocalText, weight: Int, highest: Int) {
            self.code = code
            self.name = name
            self.weight = weight
            self.highest = highest
        }
    }

    public var method: Method
    /// Whether an officer looks at each application first.
    public var isChecked: Bool
    /// The least score, in percent, with which somebody may be accepted; for a rubric or a test.
    public var passMark: Int
    public var criteria: [Criterion]
    /// How many reviewers each application needs.
    public var reviewers: Int

    public init(
        method: Method = .firstCome, isChecked: Bool = false, passMark: Int = 0, criteria: [Criterion] = [], reviewers: Int = 1
    ) {
        self.method = method
        self.isChecked = isChecked
        self.passMark = passMark
        self.criteria = criteria
        self.reviewers = reviewers
    }

    /// Whether seats are given while applications still come in.
    public var isImmediate: Bool { !isChecked && (method == .firstCome || method == .regionQuota) }
}

/// People who go through the programme together.
public struct TeamRule: Sendable, Hashable {
    public let smallest: Int
    public let largest: Int
    /// Parts that each team needs: `hustler`, `hipster`, `hacker`.
    public let roles: [String]

    public init(smallest: Int, largest: Int, roles: [String] = []) {
        self.smallest = smallest
        self.largest = largest
        self.roles = roles
    }
}

/// A part of a programme, with what it takes to pass it.
public struct Stage: Sendable, Hashable {
    public let code: String
    public let name: LocalText
    /// The stage before it; nil for the first.
    public let after: String?
    /// The share of its sessions that somebody has to attend, 0…1.
    public let attendance: Double
    /// The least score of its assessment, in percent; nil where nothing is assessed.
    public let passMark: Int?
    /// How many go on to this stage, the best first; nil for everybody who passed the one before.
    public let seats: Int?
    /// The course of lessons whose final test is this stage's assessment; nil where results come in otherwise.
    public let course: String?

    public init(
        code: String, name: LocalText, after: String? = nil, attendance: Double = 0, passMark: Int? = nil, seats: Int? = nil,
        course: String? = nil
    ) {
        self.code = code
        self.name = name
        self.after = after
        self.attendance = attendance
        self.passMark = passMark
        self.seats = seats
        self.course = course
    }
}

/// What somebody gets who went through.
public struct CertificateRule: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Says that somebody took part to the end.
        case completion
        /// Says that an assessor found somebody able; needs an assessment of its own.
        case competence
    }

    public let kind: Kind
    public let name: LocalText
    /// What it took to get it, in a sentence.
    public let criteria: LocalText
    /// Nil for one that does not expire.
    public let validYears: Int?

    public init(kind: Kind, name: LocalText, criteria: LocalText, validYears: Int? = nil) {
        self.kind = kind
        self.name = name
        self.criteria = criteria
        self.validYears = validYears
    }
}

/// A course that is paid with a voucher.
public struct VoucherRule: Sendable, Hashable {
    /// What it is worth, in rupiah.
    public let value: Int
    /// Days from activation within which it has to be redeemed.
    public let days: Int
    /// Whether it counts only once the participant has rated the course.
    public let needsRating: Bool

    public init(value: Int, days: Int, needsRating: Bool) {
        self.value = value
        self.days = days
        self.needsRating = needsRating
    }
}

/// A milestone of the participant's business.
public struct MilestoneRule: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case channelVerified = "channel-verified"
        case permitGained = "permit-gained"
    }

    public let kind: Kind
    /// The channel or the permit: `gofood`, `nib`.
    public let detail: String

    public init(kind: Kind, detail: String) {
        self.kind = kind
        self.detail = detail
    }
}
