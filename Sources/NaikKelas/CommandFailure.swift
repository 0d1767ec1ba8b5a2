import Accounts
import Credentials
import Journey
import Nusantara
import Registry
import Simulation
import Storage

/// Why a command could not do what was wanted: one sentence, or a few, that say what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// What went wrong, for the person at the terminal.
func sentence(for error: any Error) -> String {
    switch error {
    case let error as ImportError: error.englishSentence
    case let error as StorageError: error.sentence
    case let error as AccountsError: error.sentence
    case let error as JourneyError: error.sentence
    case let error as CredentialError: error.sentence
    case let error as KeyHistoryError: error.sentence
    case is CancellationError: "stopped; run the same command again to go on"
    default: "\(error)"
    }
}

extension ImportError {
    var englishSentence: String {
        switch self {
        case .notAList(_, let english): english
        case .unknownImport: "the import is not in the database"
        case .noMapping: "the columns of the list have not been confirmed"
        }
    }

    var indonesianSentence: String {
        switch self {
        case .notAList(let indonesian, _): indonesian
        case .unknownImport: "Impor itu tidak ada di basis data."
        case .noMapping: "Kolom daftar ini belum dikonfirmasi."
        }
    }
}

extension StorageError {
    fileprivate var sentence: String {
        switch self {
        case .constraint(let rule): "the database refused the change: \(rule)"
        case .busy: "another program kept the database busy; try again when it has ended"
        case .serialization: "other programs kept changing the same rows; try again"
        case .readOnly: "the database may only be read; check the rights of its file or user"
        case .newerSchema(let found): "the database was made by a newer naikkelas (it holds “\(found)”); install that version"
        case .decoding(let column, let expected): "a row of the database holds something other than \(expected) in column \(column)"
        case .invalidValue(let reason): "a value cannot be stored: \(reason)"
        case .unavailable(let reason): "the database cannot be reached: \(reason)"
        case .other(let message): "the database says: \(message)"
        }
    }
}

extension AccountsError {
    fileprivate var sentence: String {
        switch self {
        case .signInNameTaken: "somebody signs in with this name already; choose another one"
        case .phoneTaken: "somebody signs in with this phone number already; see naikkelas user list"
        case .phoneUnreadable: "this is no Indonesian mobile number; write it as 0812…"
        case .incomplete: "a name is missing, or what the person signs in with"
        case .weakSecret(let reason): "this PIN or password is too easily guessed (\(reason))"
        case .secretDiffers: "the present PIN or password is another one"
        case .unknownPerson: "there is no such person; see naikkelas user list"
        case .roleNotForKind(let role, let kind):
            "the role \(role.rawValue) is not for persons of the kind \(kind.rawValue): staff sign in with --sign-in, others with --phone"
        case .partnerMissing: "the role partner needs --partner CODE"
        case .unknownReceipt: "there is no such receipt of consent"
        case .notWithdrawable: "this consent cannot be withdrawn"
        case .notOpen: "there is no such open request"
        }
    }
}

extension JourneyError {
    fileprivate var sentence: String {
        switch self {
        case .unknownBusiness(let id): "the business \(id) is not in the registry"
        case .unknownBulletin: "there is no such bulletin; see naikkelas report bulletin list"
        case .bulletinAltered: "the figures of this bulletin are not those that were frozen: restore them from a backup"
        }
    }
}
