public import Storage

/// The tables of orders and of what channels pushed.
public enum SalesSchema {
    public static let migrations: [Migration] = [
        Migration("0080 orders", orders),
        Migration("0081 pushes", pushes),
        // What the last comparison of a shop with its channel found, as JSON; an empty list is the statement that both are equal.
        Migration("0082 reconciliations") { type in
            [
                """
                CREATE TABLE reconciliation (
                    shop_id \(type.bytes) NOT NULL PRIMARY KEY REFERENCES shop (id), finished_at \(type.integer) NOT NULL,
                    drifts \(type.integer) NOT NULL, open \(type.integer) NOT NULL, content \(type.text) NOT NULL
                )\(type.clustered)
                """
            ]
        },
    ]

    @Sendable private static func orders(_ type: SchemaTypes) -> [String] {
        [
            // An order as its channel told it last. It moves forward by the channel's own time and never back.
            """
            CREATE TABLE sales_order (
                id \(type.bytes) NOT NULL PRIMARY KEY, shop_id \(type.bytes) NOT NULL REFERENCES shop (id),
                business_id \(type.bytes) NOT NULL, channel \(type.text) NOT NULL, reference \(type.text) NOT NULL,
                state \(type.text) NOT NULL, channel_state \(type.text) NOT NULL, ordered_at \(type.integer) NOT NULL,
                changed_at \(type.integer) NOT NULL, total \(type.integer) NOT NULL, fees \(type.integer), shipping \(type.integer) NOT NULL,
                buyer \(type.text), destination \(type.text), tracking_number \(type.text), ship_by \(type.integer),
                cancel_reason \(type.text), read_at \(type.integer) NOT NULL, UNIQUE (shop_id, reference)
            )\(type.strict)
            """,
            "CREATE INDEX sales_order_by_business ON sales_order (business_id, ordered_at)",
            "CREATE INDEX sales_order_to_do ON sales_order (business_id, ship_by) WHERE state IN ('paid', 'cancel-requested', 'unknown')",
            // `variant_id` is NULL for goods that this catalogue does not know; `cost` is what one cost when it was ordered.
            """
            CREATE TABLE sales_order_line (
                order_id \(type.bytes) NOT NULL REFERENCES sales_order (id), reference \(type.text) NOT NULL,
                variant_id \(type.bytes) REFERENCES variant (id), product_reference \(type.text) NOT NULL,
                variant_reference \(type.text) NOT NULL, sku \(type.text), title \(type.text) NOT NULL, quantity \(type.integer) NOT NULL,
                price \(type.integer) NOT NULL, cost \(type.integer), PRIMARY KEY (order_id, reference)
            )\(type.clustered)
            """,
            "CREATE INDEX sales_order_line_by_variant ON sales_order_line (variant_id) WHERE variant_id IS NOT NULL",
            // What was told about an order, in the order in which it came; kept for ever.
            """
            CREATE TABLE sales_order_event (
                order_id \(type.bytes) NOT NULL REFERENCES sales_order (id), number \(type.integer) NOT NULL, state \(type.text) NOT NULL,
                channel_state \(type.text) NOT NULL, changed_at \(type.integer) NOT NULL, read_at \(type.integer) NOT NULL,
                PRIMARY KEY (order_id, number)
            )\(type.clustered)
            """,
        ]
    }

    @Sendable private static func pushes(_ type: SchemaTypes) -> [String] {
        [
            // What channels pushed and was believed: stored before it is answered, so that nothing is lost that was acknowledged.
            """
            CREATE TABLE channel_push (
                channel \(type.text) NOT NULL, key \(type.text) NOT NULL, kind \(type.text) NOT NULL, shop_reference \(type.text),
                reference \(type.text), body \(type.bytes) NOT NULL, received_at \(type.integer) NOT NULL, done_at \(type.integer),
                failure \(type.text), PRIMARY KEY (channel, key)
            )\(type.clustered)
            """,
            "CREATE INDEX channel_push_open ON channel_push (received_at) WHERE done_at IS NULL",
        ]
    }
}
