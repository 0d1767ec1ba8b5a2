public import Accounts
public import Nusantara

/// What somebody says who applies, as they write it; empty where they say nothing.
public struct LearnerDetails: Sendable, Hashable {
    public var name: String
    public var nik: String
    public var phone: String
    public var birthDate: String
    public var sex: String
    /// Whether the person has a disability; nil where it was not asked or not told.
    public var hasDisability: Bool?
    /// The regency or city where the person lives.
    public var region: RegionCode
    /// The business that the person owns, where it is known.
    public var business: BusinessID?
    /// What the business is called, where it is not known which one it is.
    public var businessName: String
    /// The account of the person, where they signed in.
    public var account: PersonID?

    public init(
        name: String, nik: String = "", phone: String = "", birthDate: String = "", sex: String = "", hasDisability: Bool? = nil,
        region: RegionCode, business: BusinessID? = nil, businessName: String = "", account: PersonID? = nil
    ) {
        self.name = name
        self.nik = nik
        self.phone = phone
        self.birthDate = birthDate
        self.sex = sex
        self.hasDisability = hasDisability
        self.region = region
        self.business = business
        self.businessName = businessName
        self.account = account
    }
}

/// Why an application cannot be taken as it stands; each with words for whoever filled it in.
public enum ApplicantFault: Error, Sendable, Hashable {
    case nameMissing
    case nikUnreadable
    case phoneUnreadable
    case birthDateUnreadable
    case birthDateMissing
    case regionUnknown
    case tooYoung(Int)
    case tooOld(Int)
    case businessMissing
    case outsideRegions
    case tooSoon(months: Int)
    case wasAbsent(months: Int)
}
