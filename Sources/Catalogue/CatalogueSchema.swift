public import Storage

/// The tables of products, photos, stock, shops and listings.
public enum CatalogueSchema {
    public static let migrations: [Migration] = [
        Migration("0070 products", products),
        Migration("0071 photos", photos),
        Migration("0072 stock", stock),
        Migration("0073 shops and listings", listings),
        Migration("0074 keepers") { type in
            [
                // Who looks after a business's products with an account of their own: its owner, or somebody of the family.
                """
                CREATE TABLE business_keeper (
                    business_id \(type.bytes) NOT NULL, person_id \(type.bytes) NOT NULL REFERENCES person (id),
                    added_by \(type.bytes), added_at \(type.integer) NOT NULL, PRIMARY KEY (business_id, person_id)
                )\(type.clustered)
                """,
                "CREATE INDEX business_keeper_by_person ON business_keeper (person_id)",
            ]
        },
        // Which of a channel's categories stands for one of the program's: its operator says so once.
        Migration("0075 categories of channels") { type in
            [
                """
                CREATE TABLE category_mapping (
                    channel \(type.text) NOT NULL, category \(type.text) NOT NULL, reference \(type.text) NOT NULL,
                    PRIMARY KEY (channel, category)
                )\(type.clustered)
                """
            ]
        },
        Migration("0076 calls of channels", calls),
        // More than 0 while nobody knows what the channel holds: it was told and has not answered, or an order has moved its stock by itself.
        // It grows with each such thing, so that whoever clears it knows whether another came in between.
        Migration("0077 doubts about listings") { type in
            ["ALTER TABLE listing_variant ADD COLUMN doubts \(type.integer) NOT NULL DEFAULT 0 CHECK (doubts >= 0)"]
        },
        // What channels told about their categories, as JSON.
        Migration("0078 limits of channels") { type in
            [
                """
                CREATE TABLE channel_limit (
                    channel \(type.text) NOT NULL, reference \(type.text) NOT NULL, content \(type.text) NOT NULL,
                    fetched_at \(type.integer) NOT NULL, PRIMARY KEY (channel, reference)
                )\(type.clustered)
                """
            ]
        },
    ]

    @Sendable private static func calls(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE channel_call_day (
                channel \(type.text) NOT NULL, day \(type.integer) NOT NULL, calls \(type.integer) NOT NULL, failures \(type.integer) NOT NULL,
                PRIMARY KEY (channel, day)
            )\(type.clustered)
            """,
            // Those that failed or changed something, for ninety days.
            """
            CREATE TABLE channel_call (
                id \(type.bytes) NOT NULL PRIMARY KEY, channel \(type.text) NOT NULL, shop_reference \(type.text),
                called_at \(type.integer) NOT NULL, method \(type.text) NOT NULL, address \(type.text) NOT NULL, attempt \(type.integer) NOT NULL,
                status \(type.integer), bytes \(type.integer) NOT NULL, milliseconds \(type.integer) NOT NULL, failure \(type.text)
            )\(type.strict)
            """,
            "CREATE INDEX channel_call_by_time ON channel_call (called_at)",
            "CREATE INDEX channel_call_failed ON channel_call (channel, called_at) WHERE failure IS NOT NULL",
        ]
    }

    @Sendable private static func products(_ type: SchemaTypes) -> [String] {
        [
            // `revision` goes up with every change that a channel has to be told.
            """
            CREATE TABLE product (
                id \(type.bytes) NOT NULL PRIMARY KEY, business_id \(type.bytes) NOT NULL, sku \(type.text) NOT NULL CHECK (sku <> ''),
                title \(type.text) NOT NULL CHECK (title <> ''), title_folded \(type.text) NOT NULL, description \(type.text) NOT NULL,
                category \(type.text), brand \(type.text), is_new \(type.integer) NOT NULL CHECK (is_new IN (0, 1)),
                axis1 \(type.text), axis2 \(type.text), weight_grams \(type.integer) CHECK (weight_grams > 0),
                length_cm \(type.integer), width_cm \(type.integer), height_cm \(type.integer), days_to_ship \(type.integer),
                is_archived \(type.integer) NOT NULL CHECK (is_archived IN (0, 1)), revision \(type.integer) NOT NULL,
                created_at \(type.integer) NOT NULL, changed_at \(type.integer) NOT NULL,
                UNIQUE (business_id, sku), CHECK (axis1 IS NOT NULL OR axis2 IS NULL)
            )\(type.strict)
            """,
            """
            CREATE TABLE variant (
                id \(type.bytes) NOT NULL PRIMARY KEY, product_id \(type.bytes) NOT NULL REFERENCES product (id),
                position \(type.integer) NOT NULL, sku \(type.text) NOT NULL CHECK (sku <> ''), option1 \(type.text), option2 \(type.text),
                price \(type.integer) NOT NULL CHECK (price > 0), cost \(type.integer) CHECK (cost >= 0), gtin \(type.text),
                is_offered \(type.integer) NOT NULL CHECK (is_offered IN (0, 1)), UNIQUE (product_id, sku)
            )\(type.strict)
            """,
            "CREATE INDEX variant_by_sku ON variant (sku)",
            """
            CREATE TABLE product_permit (
                product_id \(type.bytes) NOT NULL REFERENCES product (id), kind \(type.text) NOT NULL, number \(type.text) NOT NULL,
                PRIMARY KEY (product_id, kind)
            )\(type.clustered)
            """,
        ]
    }

    @Sendable private static func photos(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE photo (
                id \(type.bytes) NOT NULL PRIMARY KEY, product_id \(type.bytes) NOT NULL REFERENCES product (id),
                position \(type.integer) NOT NULL, digest \(type.bytes) NOT NULL, width \(type.integer) NOT NULL, height \(type.integer) NOT NULL,
                size \(type.integer) NOT NULL, content \(type.bytes) NOT NULL, thumbnail \(type.bytes) NOT NULL,
                added_at \(type.integer) NOT NULL, UNIQUE (product_id, digest)
            )\(type.strict)
            """
        ]
    }

    @Sendable private static func stock(_ type: SchemaTypes) -> [String] {
        [
            // Kept, not computed: what the movements of a variant come to. `recountStock` must find it equal.
            """
            CREATE TABLE stock_level (
                variant_id \(type.bytes) NOT NULL PRIMARY KEY REFERENCES variant (id), on_hand \(type.integer) NOT NULL,
                reserved \(type.integer) NOT NULL, changed_at \(type.integer) NOT NULL
            )\(type.clustered)
            """,
            // The ledger. A movement that is told twice is one, by what caused it.
            """
            CREATE TABLE stock_movement (
                variant_id \(type.bytes) NOT NULL REFERENCES variant (id), kind \(type.text) NOT NULL, reference \(type.text) NOT NULL,
                on_hand \(type.integer) NOT NULL, reserved \(type.integer) NOT NULL, moved_at \(type.integer) NOT NULL,
                person_id \(type.bytes), PRIMARY KEY (variant_id, kind, reference)
            )\(type.clustered)
            """,
            "CREATE INDEX stock_movement_by_time ON stock_movement (variant_id, moved_at)",
        ]
    }

    @Sendable private static func listings(_ type: SchemaTypes) -> [String] {
        [
            // A shop of a business on a channel. A shop without tokens is kept by hand.
            """
            CREATE TABLE shop (
                id \(type.bytes) NOT NULL PRIMARY KEY, business_id \(type.bytes) NOT NULL, channel \(type.text) NOT NULL,
                reference \(type.text) NOT NULL, name \(type.text) NOT NULL, state \(type.text) NOT NULL
                    CHECK (state IN ('by-hand', 'connected', 'disconnected', 'closed')),
                tokens \(type.bytes), access_ends \(type.integer), refresh_ends \(type.integer), token_failure \(type.text),
                held_back \(type.integer) NOT NULL CHECK (held_back >= 0), orders_read_to \(type.integer),
                orders_read_at \(type.integer), created_at \(type.integer) NOT NULL, changed_at \(type.integer) NOT NULL,
                UNIQUE (channel, reference)
            )\(type.strict)
            """,
            "CREATE INDEX shop_by_business ON shop (business_id)",
            // `wanted` is what the owner asked for; `state` what the channel says; `published_revision` what it was told last.
            """
            CREATE TABLE listing (
                id \(type.bytes) NOT NULL PRIMARY KEY, product_id \(type.bytes) NOT NULL REFERENCES product (id),
                shop_id \(type.bytes) NOT NULL REFERENCES shop (id), wanted \(type.text) NOT NULL CHECK (wanted IN ('live', 'hidden')),
                state \(type.text), reference \(type.text), channel_category \(type.text), reason \(type.text) NOT NULL,
                published_revision \(type.integer), link \(type.text), first_live_at \(type.integer), created_at \(type.integer) NOT NULL,
                changed_at \(type.integer) NOT NULL, UNIQUE (product_id, shop_id)
            )\(type.strict)
            """,
            "CREATE INDEX listing_by_shop ON listing (shop_id, reference)",
            """
            CREATE TABLE listing_variant (
                listing_id \(type.bytes) NOT NULL REFERENCES listing (id), variant_id \(type.bytes) NOT NULL REFERENCES variant (id),
                reference \(type.text) NOT NULL, price \(type.integer) NOT NULL, stock \(type.integer) NOT NULL,
                failure \(type.text), PRIMARY KEY (listing_id, variant_id)
            )\(type.clustered)
            """,
            "CREATE INDEX listing_variant_by_variant ON listing_variant (variant_id)",
        ]
    }
}
