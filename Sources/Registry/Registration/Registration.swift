public import Accounts
public import Journey
public import Nusantara
public import Storage

/// The subject of a ``RegistrationID``.
public enum RegistrationSubject {}
/// The number of one form, made before it is filled in: the same form sent twice is the same registration.
public typealias RegistrationID = Identifier<RegistrationSubject>

/// What an owner tells somebody of the programme who registers the business.
public struct Registration: Sendable, Hashable {
    /// What was decided when the form asked whether the business is known already.
    public enum Choice: Sendable, Hashable {
        /// It is this one.
        case business(BusinessID)
        /// It is none of those that were shown. Rules and weights may still put it to a business that nobody could be shown.
        case noneOf(Set<BusinessID>)
    }

    public let id: RegistrationID
    /// On whose behalf it is registered; ``Partner/directRegistration`` if nobody else's.
    public let partner: Partner
    public let programme: ProgrammeID?
    /// As it was typed, like everything below; empty where nothing was.
    public let businessName: String
    public let ownerName: String
    public let phone: String
    public let nik: String
    /// The regency or city.
    public let region: RegionCode
    public let district: String
    public let village: String
    public let address: String
    public let trade: String
    public let products: String

    public init(
        id: RegistrationID = RegistrationID(), partner: Partner, programme: ProgrammeID? = nil, businessName: String, ownerName: String,
        phone: String = "", nik: String = "", region: RegionCode, district: String = "", village: String = "", address: String = "",
        trade: String = "", products: String = ""
    ) {
        self.id = id
        self.partner = partner
        self.programme = programme
        self.businessName = businessName
        self.ownerName = ownerName
        self.phone = phone
        self.nik = nik
        self.region = region
        self.district = district
        self.village = village
        self.address = address
        self.trade = trade
        self.products = products
    }
}

/// Why a business cannot be registered.
public enum RegistrationError: Error, Sendable, Hashable {
    /// Some field cannot be read; ``Registration/problems(today:)`` says which.
    case unreadable
    /// The business that was chosen is not among those that may be the same.
    case unknownChoice
    /// No privacy notice has been published that the owner could have been told.
    case noPrivacyNotice
}

extension Partner {
    /// In whose name the programme's own people register businesses.
    public static let directRegistration = Partner(code: "pendaftaran", name: "Pendaftaran langsung", kind: .other)
}

extension SQLConnection {
    /// The partner in whose name the programme's own people register businesses; it is made when it is first needed.
    ///
    /// - Throws: ``Storage/StorageError``.
    @discardableResult
    public func directRegistrationPartner() throws -> Partner {
        if let known = try partner(code: Partner.directRegistration.code) { return known }
        let id = try upsertPartner(.directRegistration)
        return Partner(
            id: id, code: Partner.directRegistration.code, name: Partner.directRegistration.name, kind: Partner.directRegistration.kind)
    }
}
