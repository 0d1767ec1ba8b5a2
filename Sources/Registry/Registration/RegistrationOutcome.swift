public import Accounts
import Journey
import Linkage
public import Nusantara
public import Storage

/// What became of a registration.
public struct RegistrationOutcome: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case newBusiness
        /// It was put to a business that was known already.
        case knownBusiness
        /// The form had been sent before; nothing was changed.
        case sentBefore
    }

    public let business: BusinessID
    public let claim: ClaimID
    public let kind: Kind
}

/// What an owner agreed to when the business was registered, and how.
public struct RegistrationConsent: Sendable, Hashable {
    public let purposes: Set<ConsentPurpose>
    public let channel: ConsentChannel

    public init(_ purposes: Set<ConsentPurpose>, channel: ConsentChannel) {
        self.purposes = purposes
        self.channel = channel
    }
}

extension AuditAction {
    static let businessRegistered = AuditAction("business.registered")
}

extension SQLConnection {
    /// Stores what an owner said as a claim of the registration's partner, and puts it where the person who registers says it belongs:
    /// through the same rows as an import, with a receipt for each consent. The unit of work holds ``Storage/SQLLock/journey``.
    ///
    /// A registration that was stored before changes nothing, whatever it says now.
    ///
    /// - Parameter person: who registers; the caller has checked what they may do.
    /// - Throws: ``RegistrationError``, ``Storage/StorageError``.
    public func register(
        _ registration: Registration, as choice: Registration.Choice, consent: RegistrationConsent, by person: PersonID, vault: Vault,
        today: CalendarDate, at now: Timestamp
    ) throws -> RegistrationOutcome {
        let partner = registration.partner
        if let before = try outcome(of: registration) { return before }
        guard registration.problems(today: today).isEmpty else { throw RegistrationError.unreadable }
        var list = try registrationList(of: registration, today: today)
        guard let claim = registration.claim(line: list.tally.line + 1, vault: vault, today: today) else {
            throw RegistrationError.unreadable
        }

        var linker = try Linker(self, claims: [claim], model: try currentModel())
        guard let link = linker.link(claim, as: choice, by: person) else { throw RegistrationError.unknownChoice }
        var rows = RegistryRows(listImport: list, partner: partner, now: now)
        let id = rows.add(claim, link)
        try rows.write(to: self, matchKeys: linker.newKeys, today: today)

        list.tally.line += 1
        list.tally.rowsRead += 1
        list.tally.created += 1
        list.tally.linked += rows.linked
        list.tally.newBusinesses += rows.newBusinesses
        list.finishedAt = now
        try update(list)
        try keep(consent, for: link.business, by: person, at: now)
        try recordAudit(
            AuditEvent(
                .businessRegistered, of: .business(link.business), by: person,
                detail: ["claim": .id(id), "partner": .id(partner.id), "new": .flag(link.isNew)]), at: now)
        return RegistrationOutcome(business: link.business, claim: id, kind: link.isNew ? .newBusiness : .knownBusiness)
    }

    /// What became of a registration that was stored before, or nil if it was not.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func outcome(of registration: Registration) throws -> RegistrationOutcome? {
        let key = registration.id.description
        return try standingClaims([key], of: registration.partner.id)[key].map {
            RegistrationOutcome(business: $0.business, claim: $0.id, kind: .sentBefore)
        }
    }

    /// The list that the day's registrations of one partner and programme make, begun with the first of them.
    private func registrationList(of registration: Registration, today: CalendarDate) throws -> ListImport {
        let fileName = "formulir-\(today.iso)"
        // Searched by time, for which there is an index; a day more, because days begin at different hours across Indonesia.
        let since = Timestamp(rawValue: (Int64(today.dayNumber) - 1) * 86_400_000_000)
        let known: [(id: ListImportID, programme: ProgrammeID?)] = try rows(
            """
            SELECT id, programme_id FROM list_import
            WHERE received_at >= \(since) AND partner_id = \(registration.partner.id) AND file_name = \(fileName)
            """
        ) { (try $0[0], try $0[1]) }
        if let id = known.first(where: { $0.programme == registration.programme })?.id, let list = try listImport(id) { return list }
        var list = try receiveList(
            partner: registration.partner.id, programme: registration.programme, fileName: fileName, digest: [], fileBytes: 0, day: today,
            by: nil)
        list.mapping = Registration.mapping
        list.state = .done
        list.tally.fraction = 1
        return list
    }

    private func keep(_ consent: RegistrationConsent, for business: BusinessID, by person: PersonID, at now: Timestamp) throws {
        guard let notice = try currentPrivacyNotice() else { throw RegistrationError.noPrivacyNotice }
        for purpose in consent.purposes.sorted(by: { $0.rawValue < $1.rawValue }) {
            try recordConsent(
                ConsentReceipt(
                    subject: .business(business), noticeVersion: notice.version, purpose: purpose, basis: .consent,
                    channel: consent.channel, givenAt: now, recordedBy: person, evidence: "formulir"), at: now)
        }
    }
}
