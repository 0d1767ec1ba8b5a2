/// What is needed to say how probable it is that two records are the same business (Fellegi and Sunter 1969).
///
/// Each field adds the log2 of how much likelier its agreement is between claims of one business than between claims of two. The fields
/// are not independent in one way that matters: name, phone, birth date, NIK, tax number and e-mail of an owner all say the same thing,
/// that it is the same *person*, and persons own second shops. So what they say together is limited (``personOdds``).
public struct LinkageModel: Sendable, Codable, Hashable {
    /// The log2 odds that two claims drawn at random are the same business.
    public var prior: Double
    /// A claim is put to a business from this probability on.
    public var linkThreshold: Double
    /// A business that a claim was not put to counts as doubtful, for review, from this probability on.
    public var doubtfulThreshold: Double
    /// A claim whose evidence against any one claim of a business, place apart, falls below this does not join it, whatever the others say.
    public var contradictionLimit: Double

    public var businessName: FieldWeights
    public var businessNameRarity: RarityAdjustment
    /// The most that agreement on a name that thousands bear can weigh.
    public var genericNameLimit: Double
    public var owner: FieldWeights
    public var ownerRarity: RarityAdjustment
    public var phone: FieldWeights
    /// What each doubling of the businesses behind one phone, or one e-mail address, takes from its weight.
    public var sharingPenalty: Double
    public var nik: FieldWeights
    public var nib: FieldWeights
    public var npwp: FieldWeights
    public var email: FieldWeights
    public var account: FieldWeights
    public var regency: FieldWeights
    public var village: FieldWeights
    public var address: FieldWeights
    public var trade: FieldWeights
    public var birthDate: FieldWeights
    public var sex: FieldWeights
    public var source: FieldWeights

    /// The log2 odds beyond which the signs of one person in one place do not bring two claims: even the certain same owner may run two
    /// businesses in one village. Name, trade and address say the rest.
    public var personOdds: Double
    /// The same for claims of two owners that share phone and door.
    public var householdOdds: Double

    public var businessWords: TermFrequencies
    public var ownerWords: TermFrequencies
}

extension LinkageModel {
    /// Weights set by hand, to begin with: before lists have come in from which they could be learned.
    public static let starting = LinkageModel(
        prior: -13.5,
        linkThreshold: 0.5,
        doubtfulThreshold: 0.1,
        contradictionLimit: -8,
        businessName: FieldWeights(same: 8, close: 7.5, contained: 5, partial: -1, different: -4.5),
        businessNameRarity: RarityAdjustment(share: 0.4, typicalBits: 16, strongest: 12, weakest: 0.5),
        genericNameLimit: 2.5,
        owner: FieldWeights(same: 9, close: 7.5, contained: 6, partial: -1, different: -4.5),
        ownerRarity: RarityAdjustment(share: 0.5, typicalBits: 16, strongest: 13, weakest: 0.5),
        phone: FieldWeights(same: 15, close: 5, contained: 5, partial: -1, different: -1),
        sharingPenalty: 2.2,
        nik: FieldWeights(same: 15, different: -4),
        nib: FieldWeights(same: 18, different: -9),
        npwp: FieldWeights(same: 13, different: -3),
        email: FieldWeights(same: 11, different: -0.7),
        account: FieldWeights(same: 18, different: -0.3),
        regency: FieldWeights(same: 5.5, different: -4),
        village: FieldWeights(same: 4, close: 2.5, contained: 1, partial: 0, different: -3),
        address: FieldWeights(same: 6, close: 3.5, contained: 2, partial: -0.5, different: -1.5),
        trade: FieldWeights(same: 3.5, close: 2.5, contained: 1.5, partial: 0.3, different: -3.5),
        birthDate: FieldWeights(same: 10, close: 5, contained: 3, partial: -0.3, different: -4),
        sex: FieldWeights(same: 0.8, different: -2.5),
        source: FieldWeights(same: -4, different: 0),
        personOdds: 2.5,
        householdOdds: -1,
        businessWords: .startingBusinessWords,
        ownerWords: .startingNames)

    /// The same model for a register of so many businesses: the more there are, the less a resemblance by chance means.
    ///
    /// Drawn at random, the odds fall by one bit with each doubling. A larger register also spreads over more regencies and villages,
    /// so that the same place tells more than its weight says; that takes back two fifths (measured on lists of 10,000 and 100,000 rows).
    /// The odds start a bit above one in 4,096, because the limits on evidence leave some of it uncounted.
    public func expecting(businesses: Int) -> LinkageModel {
        let doublings = Logarithm.log2(Double(max(businesses, 2)) / 4096)
        var model = self
        model.prior = -11 - doublings * (doublings > 0 ? 0.6 : 1)
        return model
    }
}
