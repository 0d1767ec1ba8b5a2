public import Nusantara

/// A true population of businesses and their owners: what a count would find if every list were perfect.
///
/// People, businesses and addresses are kept as numbers, about two hundred bytes a business, and turned into text when it is asked for.
public struct SimulatedPopulation: Sendable {
    public let settings: SimulationSettings
    public let businesses: [SimulatedBusiness]
    public let owners: [SimulatedOwner]
    let facilitators: [Facilitator]

    /// Makes the population that the settings describe; the same settings make the same one on every platform.
    ///
    /// - Complexity: O(n)
    public init(_ settings: SimulationSettings) {
        var founding = Founding(settings)
        founding.run()
        self.settings = settings
        businesses = founding.businesses
        owners = founding.owners
        facilitators = founding.facilitators
    }

    /// The name that the business bears today.
    public func name(of business: SimulatedBusiness) -> String {
        name(of: business, seed: business.nameSeed)
    }

    /// The name on the owner's identity card.
    public func name(of owner: SimulatedOwner) -> String {
        owner.name.text
    }

    /// Those who own the business: one person, or husband and wife.
    public func owners(of business: SimulatedBusiness) -> [SimulatedOwner] {
        [business.owner, business.coOwner].filter { $0 >= 0 }.map { owners[Int($0)] }
    }

    /// Where the business is.
    public func regency(of business: SimulatedBusiness) -> Region {
        Gazetteer.shared.regencies[Int(business.regency)]
    }

    /// Where the owner lives.
    public func regency(of owner: SimulatedOwner) -> Region {
        Gazetteer.shared.regencies[Int(owner.regency)]
    }

    /// The owner of a business, of two the one whose name comes first.
    public func firstOwner(of business: SimulatedBusiness) -> SimulatedOwner { owners[Int(business.owner)] }

    /// How many businesses stand on each rung, as of the settings' day.
    public func ladder() -> SimulatedLadder {
        var ladder = SimulatedLadder()
        for business in businesses {
            ladder.registered += 1
            let isOnboard = PartnerList.allCases.contains { $0.isChannel && business.isKnown(to: $0) }
            if isOnboard { ladder.onboard += 1 }
            if business.lastSaleDay > 0, settings.today.dayNumber - Int(business.lastSaleDay) < 90 { ladder.selling += 1 }
            if business.isLicensed || !business.permits.isDisjoint(with: [.foodProduction, .halal]) { ladder.permitted += 1 }
            if business.exports { ladder.exporting += 1 }
        }
        return ladder
    }

    func name(of business: SimulatedBusiness, seed: UInt32) -> String {
        let owner = owners[Int(business.owner)]
        return BusinessNaming.name(
            trade: business.trade, ownerWords: owner.name.texts, ownerIsFemale: owner.isFemale,
            place: Gazetteer.shared.villageName(Int(business.village), in: Int(business.regency)), seed: seed)
    }
}

/// How many businesses of a population stand on each rung in truth.
public struct SimulatedLadder: Sendable, Equatable {
    public var registered = 0
    /// With an account at a marketplace or a delivery service.
    public var onboard = 0
    /// With an online sale in the last 90 days.
    public var selling = 0
    /// With an NIB, a P-IRT number or a halal certificate.
    public var permitted = 0
    public var exporting = 0
}
