import Storage

/// What is needed to let people in: the vault, the hasher of secrets, and the limits.
///
/// Hashing takes time and memory and so happens outside of any transaction: these functions take the database and run units of work of
/// their own.
public struct Gate: Sendable {
    let vault: Vault
    let hasher: SecretHasher
    let accountThrottle: ThrottleRule
    let addressThrottle: ThrottleRule
    let sessionRule: @Sendable (Person.Kind) -> SessionRule

    public init(
        vault: Vault, hasher: SecretHasher, accountThrottle: ThrottleRule = .account, addressThrottle: ThrottleRule = .address,
        sessionRule: @escaping @Sendable (Person.Kind) -> SessionRule = SessionRule.standard(for:)
    ) {
        self.vault = vault
        self.hasher = hasher
        self.accountThrottle = accountThrottle
        self.addressThrottle = addressThrottle
        self.sessionRule = sessionRule
    }

    /// With hashes at the cost given.
    public init(vault: Vault, cost: ScryptCost = .standard) {
        self.init(vault: vault, hasher: SecretHasher(vault: vault, cost: cost))
    }
}
