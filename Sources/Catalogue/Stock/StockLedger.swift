public import Accounts
public import Storage

extension SQLConnection {
    /// Writes a movement into the ledger and changes the level; returns false if it was told before.
    ///
    /// - Throws: ``Storage/StorageError``.
    @discardableResult
    public func move(_ movement: StockMovement, at now: Timestamp) throws -> Bool {
        let isKnown: Int64? = try value(
            """
            SELECT 1 FROM stock_movement WHERE variant_id = \(movement.variant) AND kind = \(movement.kind)
                AND reference = \(movement.reference)
            """)
        guard isKnown == nil else { return false }
        let level = try stock(of: [movement.variant])[movement.variant] ?? StockLevel()
        let change = movement.change(of: level)
        try run(
            """
            INSERT INTO stock_movement (variant_id, kind, reference, on_hand, reserved, moved_at, person_id)
            VALUES (\(movement.variant), \(movement.kind), \(movement.reference), \(change.onHand), \(change.reserved), \(now),
                \(movement.person))
            """)
        try run(
            """
            INSERT INTO stock_level (variant_id, on_hand, reserved, changed_at)
            VALUES (\(movement.variant), \(change.onHand), \(change.reserved), \(now))
            ON CONFLICT (variant_id) DO UPDATE SET on_hand = stock_level.on_hand + excluded.on_hand,
                reserved = stock_level.reserved + excluded.reserved, changed_at = excluded.changed_at
            """)
        return true
    }

    /// How much there is; variants of which nothing was ever said are not among the keys.
    public func stock(of variants: some Collection<VariantID>) throws -> [VariantID: StockLevel] {
        Dictionary(
            uniqueKeysWithValues: try rows(
                "SELECT variant_id, on_hand, reserved FROM stock_level WHERE variant_id IN \(list: variants)"
            ) { (try $0[0] as VariantID, StockLevel(onHand: try $0[1], reserved: try $0[2])) })
    }

    /// The ledger of a variant, the newest movement first.
    public func movements(of variant: VariantID, limit: Int) throws -> [StockEntry] {
        try rows(
            """
            SELECT kind, reference, on_hand, reserved, moved_at, person_id FROM stock_movement WHERE variant_id = \(variant)
            ORDER BY moved_at DESC, kind, reference LIMIT \(Int64(limit))
            """
        ) { row in
            StockEntry(
                kind: try row[0], reference: try row[1], onHand: try row[2], reserved: try row[3], movedAt: try row[4], person: try row[5])
        }
    }

    /// Compares every level with what its movements come to, and returns those that differ: none, unless somebody changed the tables.
    public func recountStock() throws -> [StockDifference] {
        try rows(
            """
            SELECT v.id, COALESCE(l.on_hand, 0), COALESCE(l.reserved, 0), COALESCE(m.on_hand, 0), COALESCE(m.reserved, 0)
            FROM variant v LEFT JOIN stock_level l ON l.variant_id = v.id
            LEFT JOIN (SELECT variant_id, SUM(on_hand) AS on_hand, SUM(reserved) AS reserved FROM stock_movement GROUP BY variant_id) m
                ON m.variant_id = v.id
            WHERE COALESCE(l.on_hand, 0) <> COALESCE(m.on_hand, 0) OR COALESCE(l.reserved, 0) <> COALESCE(m.reserved, 0)
            ORDER BY v.id
            """
        ) { row in
            StockDifference(
                variant: try row[0], kept: StockLevel(onHand: try row[1], reserved: try row[2]),
                counted: StockLevel(onHand: try row[3], reserved: try row[4]))
        }
    }
}

/// One line of the ledger.
public struct StockEntry: Sendable, Hashable {
    public let kind: StockMovement.Kind
    public let reference: String
    /// What it added to what is on hand.
    public let onHand: Int
    /// What it added to what is reserved.
    public let reserved: Int
    public let movedAt: Timestamp
    public let person: PersonID?
}

/// A level that is not what its movements come to.
public struct StockDifference: Sendable, Hashable {
    public let variant: VariantID
    public let kept: StockLevel
    public let counted: StockLevel
}
