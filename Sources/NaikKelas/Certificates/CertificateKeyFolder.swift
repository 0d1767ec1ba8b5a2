import Credentials
import Foundation
import Learning
import Nusantara

/// The folder in which an issuer keeps its keys: `history.json` and `revocations.json`, which are published, and a file of private keys for
/// each entry, which nobody else may read.
struct CertificateKeyFolder {
    static let usual = "certificate-keys"

    let path: String

    var historyPath: String { path + "/history.json" }
    var revocationsPath: String { path + "/revocations.json" }

    private func privatePath(_ id: KeyID) -> String { "\(path)/\(id).private" }

    /// The keys that the issuer has had.
    ///
    /// - Throws: ``CommandFailure`` if there are none; ``KeyHistoryError``.
    func history() throws -> KeyHistory {
        guard let text = try CertificateFile.text(of: historyPath) else {
            throw CommandFailure("there are no keys in \(path); make them with naikkelas certificate key new --keys \(path)")
        }
        return try KeyHistory(text: text)
    }

    /// The private keys of the last entry.
    ///
    /// - Throws: ``CommandFailure`` if they are missing or others can read them; ``CredentialError``.
    func presentKeys(of history: KeyHistory) throws -> IssuerKeys {
        let path = privatePath(history.present.id)
        guard let text = try CertificateFile.text(of: path, isPrivate: true) else {
            throw CommandFailure("the private keys are not at \(path); restore them from a backup")
        }
        let keys = try IssuerKeys(privateText: text)
        guard keys.id == history.present.id else { throw KeyHistoryError.notThePresentKey }
        return keys
    }

    /// The list of certificates that were taken back, or nil if there is none yet.
    ///
    /// - Throws: ``CredentialError``, ``CommandFailure``.
    func revocations(checkedBy history: KeyHistory) throws -> RevocationList? {
        try CertificateFile.text(of: revocationsPath).map { try RevocationList(text: $0, history: history) }
    }

    /// Makes the folder with its first keys.
    ///
    /// - Throws: ``CommandFailure`` if there are keys already; what the library throws if it cannot make some.
    func start(_ keys: IssuerKeys, on day: CalendarDate) throws -> KeyHistory {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("the folder \(path) cannot be made: \(error.localizedDescription)")
        }
        return try holdingLock {
            guard !FileManager.default.fileExists(atPath: historyPath) else {
                throw CommandFailure("\(path) holds keys already; replace them with naikkelas certificate key rotate --keys \(path)")
            }
            let history = try KeyHistory(startingWith: keys, on: day)
            try CertificateFile.create(privatePath(keys.id), content: keys.privateText, isPrivate: true)
            try CertificateFile.replace(historyPath, with: history.text)
            return history
        }
    }

    /// Replaces the present keys by new ones. Killed half-way, it leaves the old keys in force, and a file of private keys that nothing
    /// names.
    ///
    /// - Throws: ``CommandFailure``, ``KeyHistoryError``, ``CredentialError``.
    func rotate(on day: CalendarDate, rsa: Bool, compromised: [KeyID: CalendarDate]) throws -> KeyHistory {
        try holdingLock {
            let history = try history()
            for id in compromised.keys where history.entry(id) == nil {
                throw CommandFailure("there is no key \(id); see naikkelas certificate key list --keys \(path)")
            }
            let former = try presentKeys(of: history)
            let list = try revocations(checkedBy: history)
            let keys = try IssuerKeys(new: former.issuer, rsa: rsa)
            let rotated = try history.rotated(to: keys, from: former, on: day, compromised: compromised)
            try CertificateFile.create(privatePath(keys.id), content: keys.privateText, isPrivate: true)
            try CertificateFile.replace(historyPath, with: rotated.text)
            // A list that a compromised key signed would be believed no more.
            if let list { try CertificateFile.replace(revocationsPath, with: try list.signed(by: keys, on: day)) }
            return rotated
        }
    }

    /// Adds to the list of certificates that were taken back, and dates it anew.
    ///
    /// - Throws: ``CommandFailure``, ``KeyHistoryError``, ``CredentialError``.
    func revoke(_ revocations: [RevocationList.Revocation], on day: CalendarDate) throws -> RevocationList {
        try holdingLock {
            let history = try history()
            let keys = try presentKeys(of: history)
            let former = try self.revocations(checkedBy: history)
            let list = (former ?? RevocationList(issuer: keys.issuer.id, asOf: day)).adding(revocations, asOf: day)
            try CertificateFile.replace(revocationsPath, with: try list.signed(by: keys, on: day))
            return list
        }
    }

    /// Runs the body while no other process changes the folder. The lock ends with the process that holds it, however it ends.
    ///
    /// - Throws: ``CommandFailure`` if another process holds it; what the body throws.
    func holdingLock<T>(_ body: () throws -> T) throws -> T {
        let lock = path + "/lock"
        let file = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)
        guard file >= 0 else { throw CommandFailure("\(lock) cannot be opened: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            throw CommandFailure("another command is changing the keys in \(path); try again when it has ended")
        }
        return try body()
    }

    /// What a server signs with; nil where there are no keys.
    ///
    /// - Throws: as ``history()`` and ``presentKeys(of:)``.
    func issuer() throws -> CertificateIssuer? {
        guard FileManager.default.fileExists(atPath: historyPath) else { return nil }
        let history = try history()
        return CertificateIssuer(keys: try presentKeys(of: history), history: history)
    }
}
