public import Accounts
import Linkage
public import Nusantara

/// What somebody said about themselves, read, sealed, and ready to be compared with those who are known.
public struct PreparedLearner: Sendable {
    public let name: String
    public let birthDay: CalendarDate?
    public let sex: Sex?
    public let hasDisability: Bool?
    public let region: RegionCode
    public let business: BusinessID?
    public let businessName: String
    public let account: PersonID?
    let sealedNIK: [UInt8]?
    let nikPrint: [UInt8]?
    let sealedPhone: [UInt8]?
    let features: LinkageRecord

    /// Reads what was written.
    ///
    /// - Throws: ``ApplicantFault``; ``Accounts/VaultError``.
    public init(_ details: LearnerDetails, vault: Vault, today: CalendarDate) throws {
        guard let parsed = PersonName.parse(String(details.name.prefix(200))).value else { throw ApplicantFault.nameMissing }
        guard Regions.region(details.region) != nil else { throw ApplicantFault.regionUnknown }
        let nik = NIK.parse(details.nik, today: today)
        if case .refused = nik { throw ApplicantFault.nikUnreadable }
        let phones = PhoneNumber.parseAll(details.phone)
        if case .refused = phones { throw ApplicantFault.phoneUnreadable }
        let birth = DateText.parse(details.birthDate, today: today)
        if case .refused = birth { throw ApplicantFault.birthDateUnreadable }
        name = parsed.display
        // What the number says of birth and sex stands where nothing was said.
        birthDay = birth.value ?? nik.value?.birthDate
        sex = Sex.parse(details.sex).value ?? nik.value?.sex
        hasDisability = details.hasDisability
        region = details.region
        business = details.business
        businessName = String(details.businessName.prefix(200))
        account = details.account
        sealedNIK = try nik.value.map { try vault.seal($0.digits, as: .nik) }
        nikPrint = nik.value.map { vault.fingerprint($0.digits, of: .nik) }
        sealedPhone = try phones.value?.first.map { try vault.seal($0.e164, as: .phone) }
        features = LinkageRecord(
            owner: parsed.tokens, phones: phones.value?.map { vault.matchKey($0.e164, of: .phone) } ?? [],
            nik: nik.value.map { vault.matchKey($0.digits, of: .nik) },
            region: details.region.rawValue.utf8.count == 5 ? UInt32(details.region.rawValue.filter { $0 != "." }) : nil,
            birthDay: birthDay.map { Int32($0.dayNumber) }, sex: sex.map { $0 == .male ? 1 : 2 })
    }
}

extension LinkageRecord {
    /// Under which keys people who may be one meet.
    var learnerKeys: [Int64] { blockingKeys().map { Int64(bitPattern: $0) } }
}
