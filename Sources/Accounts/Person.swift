public import Storage

/// Somebody with an account.
public struct Person: Sendable, Hashable {
    /// What somebody is to the programme; it decides how they sign in.
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        /// Owns a business; signs in with phone and PIN.
        case owner
        /// Registers people in markets and villages; signs in with phone and PIN.
        case facilitator
        /// Works at a desk: office, partner, operator; signs in with name, password and one-time code.
        case staff
    }

    /// The language of the pages.
    public enum Language: String, Sendable, CaseIterable, SQLConvertible {
        case indonesian = "id"
        case english = "en"
    }

    public let id: PersonID
    public let kind: Kind
    public let name: String
    /// In lower case; staff have one.
    public let signInName: String?
    /// The number, sealed for ``Purpose/phone``; owners and facilitators have one.
    public let sealedPhone: [UInt8]?
    public let language: Language
    /// Whether the person may sign in.
    public let isActive: Bool
    public let createdAt: Timestamp

    public init(
        id: PersonID, kind: Kind, name: String, signInName: String? = nil, sealedPhone: [UInt8]? = nil,
        language: Language = .indonesian, isActive: Bool = true, createdAt: Timestamp
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.signInName = signInName
        self.sealedPhone = sealedPhone
        self.language = language
        self.isActive = isActive
        self.createdAt = createdAt
    }
}
