/// Keeps the tokens of one shop fresh: refreshes them ahead of their end, once however many calls ask at the same time, and has the new pair
/// stored before anybody uses it, because the old one is dead by then. Tokens that somebody else has stored in the meantime, another server or
/// the owner who connected the shop again, are taken instead of refreshing.
public actor TokenKeeper {
    private var tokens: ShopTokens
    private var refreshing: Task<ShopTokens, any Error>?
    private let load: @Sendable () async throws -> ShopTokens?
    private let store: @Sendable (ShopTokens) async throws -> Void
    private let refresh: @Sendable (ShopTokens) async throws -> ShopTokens
    private let now: @Sendable () -> Double
    /// So long before their end tokens are refreshed, in seconds.
    private static let ahead: Int64 = 600

    /// - Parameters:
    ///   - load: the tokens that are stored now.
    ///   - refresh: asks the channel for a new pair.
    ///   - store: keeps the new pair, sealed.
    public init(
        _ tokens: ShopTokens, now: @escaping @Sendable () -> Double, load: @escaping @Sendable () async throws -> ShopTokens?,
        refresh: @escaping @Sendable (ShopTokens) async throws -> ShopTokens, store: @escaping @Sendable (ShopTokens) async throws -> Void
    ) {
        self.tokens = tokens
        self.now = now
        self.load = load
        self.refresh = refresh
        self.store = store
    }

    /// Tokens that hold for a while yet.
    ///
    /// - Throws: ``ChannelFailure``, what `load` and `store` throw.
    public func fresh() async throws -> ShopTokens {
        if let refreshing { return try await refreshing.value }
        guard let ends = tokens.accessEnds, ends - Self.ahead <= Int64(now()), !tokens.refresh.isEmpty else { return tokens }
        return try await renew()
    }

    /// Tokens other than those that the channel has just refused.
    ///
    /// - Throws: as ``fresh()``.
    public func renewed(insteadOf refused: String) async throws -> ShopTokens {
        if let refreshing { return try await refreshing.value }
        guard tokens.access == refused else { return tokens }
        return try await renew()
    }

    private func renew() async throws -> ShopTokens {
        let task = Task { [tokens, load, refresh, store] in
            if let stored = try await load(), stored.access != tokens.access { return stored }
            let renewed = try await refresh(tokens)
            try await store(renewed)
            return renewed
        }
        refreshing = task
        defer { refreshing = nil }
        tokens = try await task.value
        return tokens
    }
}
