public import Accounts
import Journey
public import Learning
public import Nusantara
import Registry
public import Storage

extension SQLConnection {
    /// The business of the registry that an applicant means, if it is sure enough which one.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func knownBusiness(of details: LearnerDetails, vault: Vault, today: CalendarDate) throws -> BusinessID? {
        guard details.business == nil, !details.businessName.isEmpty else { return details.business }
        let registration = Registration(
            partner: .directRegistration, businessName: details.businessName, ownerName: details.name, phone: details.phone,
            nik: details.nik, region: details.region)
        guard registration.problems(today: today).isEmpty else { return nil }
        let known = try knownBusinesses(like: registration, vault: vault, today: today, scopes: [Scope()])
        return known.first { $0.probability >= Self.surelyTheSame }?.summary.id
    }

    /// From this probability on, nobody is asked.
    private static var surelyTheSame: Double { 0.9 }
}
