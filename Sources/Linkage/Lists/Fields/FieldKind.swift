/// What a column of a list holds, and so how its values are read and compared.
public enum FieldKind: String, Sendable, Codable, Hashable, CaseIterable {
    /// A whole name of a person, in any order of its words.
    case person
    case givenName = "given-name"
    case familyName = "family-name"
    /// The name of a business: a bag of words, of which rare ones say more.
    case business
    case address
    /// One or several telephone numbers.
    case phone
    case email
    case date
    /// A number or code given to one person or thing: a NIK, an NIB, an account.
    case identifier
    /// One of a fixed set of words or codes.
    case category
    /// A village, district, regency, province or postal code.
    case place
    /// Free text: a bag of words.
    case text
    case number

    /// Whether a value is a bag of words that are compared one by one.
    var isBag: Bool {
        switch self {
        case .person, .business, .address, .text: true
        default: false
        }
    }

    /// Whether it says who the owner is rather than which business: owners have second shops.
    var isOfOwner: Bool {
        switch self {
        case .person, .givenName, .familyName, .phone, .email, .date: true
        default: false
        }
    }

    /// The levels that two values of this kind can agree on, from most to least.
    public var levels: [AgreementLevel] {
        switch self {
        case .category: [.same, .different]
        case .identifier, .email, .phone: [.same, .close, .different]
        case .givenName, .familyName, .person, .business, .address, .text, .place: [.same, .close, .contained, .partial, .different]
        case .date, .number: [.same, .close, .partial, .different]
        }
    }
}
