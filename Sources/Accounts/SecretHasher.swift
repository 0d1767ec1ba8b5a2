import Crypto
import CryptoExtras
import Dispatch
import Synchronization

/// How much work one guess costs (RFC 7914): memory is 128 × blockSize × 2^rounds bytes.
public struct ScryptCost: Sendable, Hashable {
    /// The power of two that is N.
    public let rounds: Int
    public let blockSize: Int
    public let parallelism: Int

    public init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 32 MiB and about 60 ms. The key of the vault is mixed in, so that the database alone does not let anybody guess at all.
    public static let standard = ScryptCost(rounds: 15, blockSize: 8, parallelism: 1)
    /// No protection; for tests.
    public static let tiny = ScryptCost(rounds: 4, blockSize: 1, parallelism: 1)
}

/// What is stored to check a secret by: `scrypt:<rounds>:<block size>:<parallelism>:<salt>:<hash>`, the last two in hexadecimal.
struct SecretVerifier: Sendable, Hashable {
    let cost: ScryptCost
    let salt: [UInt8]
    let hash: [UInt8]

    /// One that no secret matches, so that an unknown account takes the time of a known one.
    static func decoy(_ cost: ScryptCost) -> SecretVerifier {
        SecretVerifier(cost: cost, salt: Array(repeating: 0, count: 16), hash: [])
    }
}

extension SecretVerifier: LosslessStringConvertible {
    var description: String {
        "scrypt:\(cost.rounds):\(cost.blockSize):\(cost.parallelism):\(salt.hexadecimal):\(hash.hexadecimal)"
    }

    init?(_ description: String) {
        let fields = description.split(separator: ":", omittingEmptySubsequences: false)
        guard
            fields.count == 6, fields[0] == "scrypt",
            let rounds = Int(fields[1]), let blockSize = Int(fields[2]), let parallelism = Int(fields[3]),
            (1...24).contains(rounds), (1...64).contains(blockSize), (1...64).contains(parallelism),
            let salt = [UInt8](hexadecimal: fields[4]), let hash = [UInt8](hexadecimal: fields[5]), hash.count == 32
        else { return nil }
        self.init(cost: ScryptCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism), salt: salt, hash: hash)
    }
}

/// Hashes PINs and passwords with scrypt, on threads of its own: a request that waits for a hash holds up no other.
public final class SecretHasher: Sendable {
    let cost: ScryptCost
    private let vault: Vault
    private let queues: [DispatchQueue]
    private let turn = Atomic<UInt>(0)

    /// - Parameters:
    ///   - vault: whose key is mixed into each secret.
    ///   - cost: what new verifiers cost; those of another cost are replaced when their owner signs in.
    ///   - width: how many hashes are made at once, each in the memory of its cost.
    public init(vault: Vault, cost: ScryptCost = .standard, width: Int = 2) {
        self.vault = vault
        self.cost = cost
        queues = (0..<max(width, 1)).map { DispatchQueue(label: "naikkelas.secrets.\($0)") }
    }

    /// What to store for a new secret.
    ///
    /// - Throws: ``VaultError/internal`` if the hash fails, which no secret should cause.
    func verifier(for secret: String) async throws(VaultError) -> SecretVerifier {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        guard let key = await derive(secret, salt: salt, cost: cost) else { throw .internal }
        return SecretVerifier(cost: cost, salt: salt, hash: key.withUnsafeBytes { Array($0) })
    }

    /// Whether the secret is the one that was stored. Without a verifier the answer is no, after the same time.
    func matches(_ secret: String, _ verifier: SecretVerifier?) async -> Bool {
        let stored = verifier ?? .decoy(cost)
        guard let key = await derive(secret, salt: stored.salt, cost: stored.cost), verifier != nil else { return false }
        // Symmetric keys compare in constant time.
        return key == SymmetricKey(data: stored.hash)
    }

    private func derive(_ secret: String, salt: [UInt8], cost: ScryptCost) async -> SymmetricKey? {
        let mixed = vault.fingerprint(secret, of: .secret)
        let queue = queues[Int(turn.wrappingAdd(1, ordering: .relaxed).oldValue % UInt(queues.count))]
        return await withCheckedContinuation { continuation in
            queue.async {
                let key = try? KDF.Scrypt.deriveKey(
                    from: mixed, salt: salt, outputByteCount: 32, rounds: 1 << cost.rounds, blockSize: cost.blockSize,
                    parallelism: cost.parallelism)
                continuation.resume(returning: key)
            }
        }
    }
}
