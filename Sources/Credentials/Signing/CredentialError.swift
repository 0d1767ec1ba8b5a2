/// Why something cannot be signed, or read.
public enum CredentialError: Error, Hashable {
    /// Not in a form that this program writes.
    case unreadable(String)
    /// The signature is not that of the key over these words.
    case altered
    /// A text is too long for the compact form, or the whole is.
    case tooLong(String)
    /// The day cannot be written in the compact form, or the days are out of order.
    case impossibleDay(String)
    /// The keys have no RSA key.
    case noRSAKey

    /// What to do, in English.
    public var sentence: String {
        switch self {
        case .unreadable(let reason): "this cannot be read: \(reason)"
        case .altered: "the signature does not belong to this text"
        case .tooLong(let what): "\(what) is too long for the code on a certificate; shorten it"
        case .impossibleDay(let what): "\(what) cannot be written on a certificate; check the date"
        case .noRSAKey: "these keys hold no RSA key; rotate them with one"
        }
    }
}
