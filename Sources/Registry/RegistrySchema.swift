public import Storage

/// The tables of lists, claims, links, businesses and owners.
public enum RegistrySchema {
    /// Names, owners and places of businesses, for the search page.
    static let businessWords = TextIndex("business_words")
    /// Businesses by the blocking keys of their claims.
    static let matchKeys = KeyIndex("match_key", newest: "match_key_newest")

    public static let migrations: [Migration] = [
        Migration("0030 registry") { type in
            [
                // One arrival of one partner's list. The file itself lies in the data directory until the import has ended.
                """
                CREATE TABLE list_import (
                    id \(type.bytes) NOT NULL PRIMARY KEY, partner_id \(type.bytes) NOT NULL REFERENCES partner (id),
                    programme_id \(type.bytes) REFERENCES programme (id), file_name \(type.text) NOT NULL, digest \(type.bytes) NOT NULL,
                    file_bytes \(type.integer) NOT NULL, list_day \(type.integer) NOT NULL, mapping \(type.text),
                    state \(type.text) NOT NULL CHECK (state IN ('received', 'checking', 'checked', 'queued', 'running', 'done', 'failed')),
                    line \(type.integer) NOT NULL, fraction \(type.real) NOT NULL, rows_read \(type.integer) NOT NULL,
                    created \(type.integer) NOT NULL, changed \(type.integer) NOT NULL, unchanged \(type.integer) NOT NULL,
                    refused \(type.integer) NOT NULL, linked \(type.integer) NOT NULL, new_businesses \(type.integer) NOT NULL,
                    failure \(type.text), failure_english \(type.text), received_by \(type.bytes), received_at \(type.integer) NOT NULL,
                    finished_at \(type.integer), businesses_before \(type.integer) NOT NULL
                )\(type.strict)
                """,
                "CREATE INDEX list_import_by_time ON list_import (received_at)",
                """
                CREATE TABLE list_mapping (
                    partner_id \(type.bytes) NOT NULL REFERENCES partner (id), signature \(type.text) NOT NULL, mapping \(type.text) NOT NULL,
                    confirmed_at \(type.integer) NOT NULL, confirmed_by \(type.bytes), PRIMARY KEY (partner_id, signature)
                )\(type.clustered)
                """,
                // What was found in the rows of a list: where, what, and how to mend it; never what the cell held.
                """
                CREATE TABLE list_finding (
                    import_id \(type.bytes) NOT NULL REFERENCES list_import (id), line \(type.integer) NOT NULL,
                    position \(type.integer) NOT NULL, column_name \(type.text) NOT NULL, code \(type.text) NOT NULL,
                    refused \(type.integer) NOT NULL CHECK (refused IN (0, 1)), indonesian \(type.text) NOT NULL,
                    english \(type.text) NOT NULL, PRIMARY KEY (import_id, line, position)
                )\(type.clustered)
                """,
                // Claims are found by their key: with the partner first, PostgreSQL would read all claims of a partner as long as it knows nothing
                // of their number.
                """
                CREATE TABLE claim (
                    id \(type.bytes) NOT NULL PRIMARY KEY, partner_id \(type.bytes) NOT NULL REFERENCES partner (id),
                    external_key \(type.text) NOT NULL, programme_id \(type.bytes), import_id \(type.bytes) NOT NULL,
                    line \(type.integer) NOT NULL, version \(type.integer) NOT NULL CHECK (version > 0), content \(type.bytes) NOT NULL,
                    as_sent \(type.bytes) NOT NULL, claimed_day \(type.integer) NOT NULL, received_at \(type.integer) NOT NULL,
                    UNIQUE (external_key, partner_id)
                )\(type.strict)
                """,
                // Earlier contents of a claim, as they were sent.
                """
                CREATE TABLE claim_version (
                    claim_id \(type.bytes) NOT NULL REFERENCES claim (id), version \(type.integer) NOT NULL, import_id \(type.bytes) NOT NULL,
                    line \(type.integer) NOT NULL, content \(type.bytes) NOT NULL, as_sent \(type.bytes) NOT NULL,
                    received_at \(type.integer) NOT NULL, PRIMARY KEY (claim_id, version)
                )\(type.clustered)
                """,
                """
                CREATE TABLE business (
                    id \(type.bytes) NOT NULL PRIMARY KEY, name \(type.text) NOT NULL, owner_name \(type.text) NOT NULL,
                    region \(type.text) NOT NULL, place \(type.text) NOT NULL, trade \(type.integer), created_at \(type.integer) NOT NULL
                )\(type.strict)
                """,
                // What linkage knows of a claim stands with its link, by business: candidates are read from few pages.
                """
                CREATE TABLE link (
                    claim_id \(type.bytes) NOT NULL UNIQUE REFERENCES claim (id), business_id \(type.bytes) NOT NULL REFERENCES business (id),
                    features \(type.bytes) NOT NULL,
                    method \(type.text) NOT NULL CHECK (method IN ('founder', 'rule', 'probability', 'person')),
                    probability \(type.integer) NOT NULL CHECK (probability BETWEEN 0 AND 1000000), near_business_id \(type.bytes),
                    near_probability \(type.integer) NOT NULL CHECK (near_probability BETWEEN 0 AND 1000000),
                    near_same_partner \(type.integer) NOT NULL CHECK (near_same_partner IN (0, 1)),
                    explanation \(type.text) NOT NULL, decided_by \(type.bytes), decided_at \(type.integer) NOT NULL,
                    PRIMARY KEY (business_id, claim_id)
                )\(type.clustered)
                """,
                """
                CREATE TABLE owner (
                    id \(type.bytes) NOT NULL PRIMARY KEY, name \(type.text) NOT NULL, nik_print \(type.bytes) UNIQUE, nik \(type.bytes),
                    phone \(type.bytes), birth_day \(type.integer), sex \(type.integer) CHECK (sex IN (1, 2)), created_at \(type.integer) NOT NULL
                )\(type.strict)
                """,
                """
                CREATE TABLE ownership (
                    business_id \(type.bytes) NOT NULL REFERENCES business (id), owner_id \(type.bytes) NOT NULL REFERENCES owner (id),
                    PRIMARY KEY (business_id, owner_id)
                )\(type.clustered)
                """,
                "CREATE INDEX ownership_by_owner ON ownership (owner_id)",
            ]
        },
        Migration("0031 business words") { businessWords.statements($0) },
        Migration("0032 match keys") { matchKeys.statements($0) },
        Migration("0040 merges and decisions") { merges($0) + decisions($0) },
        // The pairs that linkage was not sure of, written with the link, so that nobody has to look for them.
        Migration("0041 review queue") { type in
            [
                """
                CREATE TABLE review_item (
                    first_claim \(type.bytes) NOT NULL REFERENCES claim (id), second_claim \(type.bytes) NOT NULL REFERENCES claim (id),
                    probability \(type.integer) NOT NULL CHECK (probability BETWEEN 0 AND 1000000), worth \(type.integer) NOT NULL,
                    is_linked \(type.integer) NOT NULL CHECK (is_linked IN (0, 1)),
                    state \(type.text) NOT NULL CHECK (state IN ('open', 'disputed', 'settled')), PRIMARY KEY (first_claim, second_claim)
                )\(type.clustered)
                """,
                "CREATE INDEX review_item_by_worth ON review_item (state, worth DESC, first_claim, second_claim)",
            ]
        },
        // A month's random pairs, drawn by stratum: how many of the kind there were, and which were drawn.
        Migration("0042 clerical sample") { type in
            [
                """
                CREATE TABLE clerical_sample (
                    month \(type.integer) NOT NULL PRIMARY KEY, seed \(type.integer) NOT NULL, drawn_by \(type.bytes),
                    drawn_at \(type.integer) NOT NULL
                )\(type.strict)
                """,
                """
                CREATE TABLE sample_stratum (
                    month \(type.integer) NOT NULL REFERENCES clerical_sample (month), stratum \(type.text) NOT NULL,
                    pairs \(type.integer) NOT NULL, PRIMARY KEY (month, stratum)
                )\(type.clustered)
                """,
                """
                CREATE TABLE sample_pair (
                    month \(type.integer) NOT NULL REFERENCES clerical_sample (month), first_claim \(type.bytes) NOT NULL,
                    second_claim \(type.bytes) NOT NULL, stratum \(type.text) NOT NULL,
                    probability \(type.integer) NOT NULL CHECK (probability BETWEEN 0 AND 1000000),
                    PRIMARY KEY (month, first_claim, second_claim)
                )\(type.clustered)
                """,
            ]
        },
        // How many errors the probabilities of all pairs of a stratum let expect, in millionths.
        Migration("0043 expected errors of a sample") { type in
            ["ALTER TABLE sample_stratum ADD COLUMN expected \(type.integer) NOT NULL DEFAULT 0"]
        },
    ]

    /// What people joined and parted, with every row that it moved.
    private static func merges(_ type: SchemaTypes) -> [String] {
        [
            // Numbered in the order in which they happened, whatever the clocks of several servers say.
            """
            CREATE TABLE business_merge (
                id \(type.bytes) NOT NULL PRIMARY KEY, number \(type.integer) NOT NULL UNIQUE,
                kind \(type.text) NOT NULL CHECK (kind IN ('merge', 'part')), source_id \(type.bytes) NOT NULL REFERENCES business (id),
                destination_id \(type.bytes) NOT NULL REFERENCES business (id), reason \(type.text) NOT NULL,
                region_before \(type.text) NOT NULL, region_after \(type.text) NOT NULL, place_before \(type.text) NOT NULL,
                place_after \(type.text) NOT NULL, done_by \(type.bytes), done_at \(type.integer) NOT NULL, undone_by \(type.bytes),
                undone_at \(type.integer)
            )\(type.strict)
            """,
            "CREATE INDEX business_merge_by_source ON business_merge (source_id)",
            "CREATE INDEX business_merge_by_destination ON business_merge (destination_id)",
            // A row that was not moved would have broken a rule of its table, and stays with the business that was merged away.
            """
            CREATE TABLE merged_row (
                merge_id \(type.bytes) NOT NULL REFERENCES business_merge (id), table_name \(type.text) NOT NULL,
                row_key \(type.bytes) NOT NULL, is_moved \(type.integer) NOT NULL CHECK (is_moved IN (0, 1)),
                PRIMARY KEY (merge_id, table_name, row_key)
            )\(type.clustered)
            """,
            "CREATE INDEX merged_row_by_key ON merged_row (table_name, row_key)",
        ]
    }

    /// What people said about pairs of claims, and what follows from it. The first claim of a pair is the one with the lower id.
    private static func decisions(_ type: SchemaTypes) -> [String] {
        [
            """
            CREATE TABLE claim_verdict (
                first_claim \(type.bytes) NOT NULL REFERENCES claim (id), second_claim \(type.bytes) NOT NULL REFERENCES claim (id),
                reviewer \(type.bytes) NOT NULL, verdict \(type.text) NOT NULL CHECK (verdict IN ('same', 'not-same', 'unsure')),
                is_blind \(type.integer) NOT NULL CHECK (is_blind IN (0, 1)), decided_at \(type.integer) NOT NULL,
                PRIMARY KEY (first_claim, second_claim, reviewer)
            )\(type.clustered)
            """,
            "CREATE INDEX claim_verdict_by_second ON claim_verdict (second_claim)",
            """
            CREATE TABLE claim_decision (
                first_claim \(type.bytes) NOT NULL REFERENCES claim (id), second_claim \(type.bytes) NOT NULL REFERENCES claim (id),
                verdict \(type.text) NOT NULL CHECK (verdict IN ('same', 'not-same')), decided_at \(type.integer) NOT NULL,
                PRIMARY KEY (first_claim, second_claim)
            )\(type.clustered)
            """,
            "CREATE INDEX claim_decision_by_second ON claim_decision (second_claim)",
        ]
    }
}
