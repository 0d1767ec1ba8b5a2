public import Accounts
public import Storage

/// What happened to the stock of one variant. What causes it is its reference: told twice, it counts once.
public struct StockMovement: Sendable, Hashable {
    public let variant: VariantID
    public let kind: Kind
    public let quantity: Int
    /// What caused it, unique among the movements of its kind for the variant: a line of an order, a form that was sent, a row of a list.
    public let reference: String
    /// Who did it; nil for the program.
    public let person: PersonID?

    public enum Kind: String, Sendable, Hashable, CaseIterable, SQLConvertible {
        /// Made or bought.
        case received
        /// Counted: what is on hand is this number now.
        case counted
        /// Lost, given away or spoilt.
        case withdrawn
        /// Ordered: it is on hand and no longer for sale.
        case reserved
        /// The order was cancelled before it left.
        case released
        /// The order left.
        case shipped
        /// It came back after it had left.
        case returned
    }

    public init(_ kind: Kind, _ quantity: Int, of variant: VariantID, reference: String, by person: PersonID? = nil) {
        self.kind = kind
        self.quantity = quantity
        self.variant = variant
        self.reference = reference
        self.person = person
    }

    /// What it does to a level.
    func change(of level: StockLevel) -> (onHand: Int, reserved: Int) {
        switch kind {
        case .received, .returned: (quantity, 0)
        case .counted: (quantity - level.onHand, 0)
        case .withdrawn: (-quantity, 0)
        case .reserved: (0, quantity)
        case .released: (0, -quantity)
        case .shipped: (-quantity, -quantity)
        }
    }
}

/// How much there is of a variant.
public struct StockLevel: Sendable, Hashable {
    /// In the store room; below zero if more was sold than anybody counted.
    public var onHand: Int
    /// Of these, ordered and not yet sent.
    public var reserved: Int

    public init(onHand: Int = 0, reserved: Int = 0) {
        self.onHand = onHand
        self.reserved = reserved
    }

    /// What may still be sold.
    public var available: Int { onHand - reserved }

    /// What a channel may sell, for which some are held back.
    public func offered(heldBack: Int) -> Int { max(0, available - heldBack) }
}
