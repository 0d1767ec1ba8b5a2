public import Accounts
import Journey
import Linkage
public import Nusantara
public import Storage

/// A business of the registry that somebody who wants to register may mean.
public struct KnownBusiness: Sendable {
    public let summary: BusinessSummary
    /// Identifiers masked.
    public let owners: [OwnerRecord]
    /// How probable it is that this is the business, weighed as if no other came into question, 0…1. A rule makes it 1, or 0 where the rule
    /// says that it is another business of the same owner.
    public let probability: Double
    /// What speaks for it and against it.
    public let explanation: LinkExplanation
}

extension SQLConnection {
    /// Asks the registry whether a business that somebody wants to register is known already: one record matched now.
    ///
    /// - Parameters:
    ///   - scopes: where the viewer may read names; businesses elsewhere are not returned.
    ///   - limit: how many businesses at most.
    /// - Returns: the businesses that may be the same, the most probable first; nothing is stored. Who is shown them records the reading.
    /// - Throws: ``RegistrationError/unreadable``, ``Accounts/VaultError``, ``Storage/StorageError``.
    /// - Complexity: it looks at no more than a few dozen claims, however many the registry holds.
    public func knownBusinesses(
        like registration: Registration, vault: Vault, today: CalendarDate, scopes: [Scope], limit: Int = 5
    ) throws -> [KnownBusiness] {
        guard let claim = registration.claim(line: 1, vault: vault, today: today) else { throw RegistrationError.unreadable }
        let model = try currentModel()
        var linker = try Linker(self, claims: [claim], model: model)
        let weighed = linker.weigh(claim).sorted { a, b in
            let (first, second) = (Self.probability(a.assignment), Self.probability(b.assignment))
            return first != second ? first > second : a.business < b.business
        }
        var known: [KnownBusiness] = []
        for (business, assignment) in weighed where known.count < limit {
            let probability = Self.probability(assignment)
            guard probability >= model.doubtfulThreshold || !assignment.otherBusinessesOfOwner.isEmpty,
                try mayRead(business, scopes: scopes), let summary = try summaries(of: [business], programme: nil).first
            else { continue }
            known.append(
                KnownBusiness(
                    summary: summary, owners: try owners(of: business, vault: vault), probability: probability,
                    explanation: LinkExplanation(weighing: assignment)))
        }
        return known
    }

    /// The model as the registry of today needs it.
    func currentModel() throws -> LinkageModel {
        .starting.expecting(businesses: max(Int(try counts(in: Cell()).distinct), 10_000))
    }

    private static func probability(_ assignment: Assignment) -> Double {
        if case .existing = assignment.outcome { return assignment.probability }
        return assignment.nearMiss?.probability ?? 0
    }
}
