import HTTPTypes

/// Why a page cannot be shown.
enum WebError: Error {
    case notFound
    /// Nobody is signed in where somebody has to be.
    case signInNeeded
    case forbidden
    /// The form was not made for this session, or the browser says that it comes from elsewhere.
    case forgedForm
    case badRequest
    case tooLarge

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .signInNeeded: .unauthorized
        case .forbidden, .forgedForm: .forbidden
        case .badRequest: .badRequest
        case .tooLarge: .contentTooLarge
        }
    }
}
