import Crypto

/// Seals identifiers of people so that the database alone does not tell them, and makes keyed hashes by which sealed values still match.
///
/// The keys live in a file outside the database, see ``Vault/init(file:)``. Sealing is AES-256-GCM under the newest key with a random
/// nonce, safe for 2³² values per key (NIST SP 800-38D, section 8.3): rotate before. Fingerprints are HMAC-SHA-256 under a key of their
/// own that never changes, because what is stored must go on matching.
public struct Vault: Sendable {
    private let sealing: [UInt8: SymmetricKey]
    private let newest: UInt8
    private let newestKey: SymmetricKey
    private let matching: SymmetricKey

    init(_ ring: KeyRing) {
        var sealing: [UInt8: SymmetricKey] = [:]
        for (number, key) in ring.sealing {
            sealing[number] = SymmetricKey(data: key)
        }
        self.sealing = sealing
        newest = ring.newest.number
        newestKey = SymmetricKey(data: ring.newest.key)
        matching = SymmetricKey(data: ring.matching)
    }

    /// A vault whose keys are forgotten with it, for tests and trials.
    public static func ephemeral() -> Vault {
        Vault(KeyRing())
    }
}

// MARK: - Sealing

extension Vault {
    /// How many bytes longer than its content a sealed value is: number of the key, nonce, tag.
    public static let overhead = 1 + 12 + 16

    /// The bytes, readable only with the key and for the same purpose. Sealing the same bytes twice gives different results.
    ///
    /// - Throws: ``VaultError/internal`` if the cipher refuses, which no input should cause.
    public func seal(_ bytes: [UInt8], as purpose: Purpose) throws(VaultError) -> [UInt8] {
        guard let combined = try? AES.GCM.seal(bytes, using: newestKey, authenticating: Array(purpose.name.utf8)).combined else {
            throw .internal
        }
        var sealed: [UInt8] = []
        sealed.reserveCapacity(1 + combined.count)
        sealed.append(newest)
        sealed.append(contentsOf: combined)
        return sealed
    }

    /// The text in UTF-8, sealed.
    ///
    /// - Throws: as ``seal(_:as:)-([UInt8],_)``.
    public func seal(_ text: String, as purpose: Purpose) throws(VaultError) -> [UInt8] {
        try seal(Array(text.utf8), as: purpose)
    }

    /// What was sealed.
    ///
    /// - Throws: ``VaultError/unknownKey(_:)`` if the key is not in the ring, ``VaultError/notAuthentic`` if the bytes were changed or
    ///   sealed for another purpose.
    public func open(_ sealed: [UInt8], as purpose: Purpose) throws(VaultError) -> [UInt8] {
        guard sealed.count >= Self.overhead else { throw .notAuthentic }
        guard let key = sealing[sealed[0]] else { throw .unknownKey(sealed[0]) }
        guard
            let box = try? AES.GCM.SealedBox(combined: sealed[1...]),
            let content = try? AES.GCM.open(box, using: key, authenticating: Array(purpose.name.utf8))
        else { throw .notAuthentic }
        return Array(content)
    }

    /// The text that was sealed.
    ///
    /// - Throws: as ``open(_:as:)``; ``VaultError/notAuthentic`` also if the bytes are no text.
    public func openText(_ sealed: [UInt8], as purpose: Purpose) throws(VaultError) -> String {
        guard let text = String(validating: try open(sealed, as: purpose), as: UTF8.self) else { throw .notAuthentic }
        return text
    }

    /// The same content under the newest key, or nil if it is already. Run over every sealed column after a rotation.
    ///
    /// - Throws: as ``open(_:as:)``.
    public func reseal(_ sealed: [UInt8], as purpose: Purpose) throws(VaultError) -> [UInt8]? {
        if sealed.first == newest { return nil }
        return try seal(try open(sealed, as: purpose), as: purpose)
    }
}

// MARK: - Matching

extension Vault {
    /// Sixteen bytes by which equal texts are found without knowing them. Normalise first: other spelling, other fingerprint.
    public func fingerprint(_ text: String, of purpose: Purpose) -> [UInt8] {
        code(text, of: purpose).withUnsafeBytes { Array($0.prefix(16)) }
    }

    /// The first eight bytes of the fingerprint as a number, for tables that compare millions.
    ///
    /// Two of a million different texts share one with a chance of 1 : 37 million.
    public func matchKey(_ text: String, of purpose: Purpose) -> UInt64 {
        code(text, of: purpose).withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
    }

    /// HMAC over purpose, zero byte, text: no two pairs of purpose and text run together.
    private func code(_ text: String, of purpose: Purpose) -> HMAC<SHA256>.MAC {
        let name = purpose.name.utf8
        var message: [UInt8] = []
        message.reserveCapacity(name.count + 1 + text.utf8.count)
        message.append(contentsOf: name)
        message.append(0)
        message.append(contentsOf: text.utf8)
        return HMAC<SHA256>.authenticationCode(for: message, using: matching)
    }
}
