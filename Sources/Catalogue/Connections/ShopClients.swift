public import Marketplaces

/// Makes the client of a shop: with its tokens, over the connection of its channel. Nil for a channel that the operator has not set up.
///
/// - Throws: ``Marketplaces/ChannelFailure``, ``Storage/StorageError``.
public typealias ShopClients = @Sendable (Shop) async throws -> (any MarketplaceClient)?
