public import Storage

/// The tables of partners, programmes, milestones, counters, targets and bulletins.
public enum JourneySchema {
    public static let migrations: [Migration] = [
        Migration("0020 journey") { type in
            [
                """
                CREATE TABLE partner (
                    id \(type.bytes) NOT NULL PRIMARY KEY, code \(type.text) NOT NULL UNIQUE CHECK (code <> ''), name \(type.text) NOT NULL,
                    kind \(type.text) NOT NULL CHECK (kind IN
                        ('marketplace', 'ministry', 'district-office', 'training-provider', 'association', 'other'))
                )\(type.strict)
                """,
                """
                CREATE TABLE programme (
                    id \(type.bytes) NOT NULL PRIMARY KEY, code \(type.text) NOT NULL UNIQUE CHECK (code <> ''), name \(type.text) NOT NULL,
                    active_days \(type.integer) NOT NULL CHECK (active_days > 0)
                )\(type.strict)
                """,
                // The day on which standings were last worked out, and a number that grows with every change of a count.
                """
                CREATE TABLE journey (
                    one \(type.integer) NOT NULL PRIMARY KEY CHECK (one = 1), day \(type.integer) NOT NULL, version \(type.integer) NOT NULL
                )\(type.strict)
                """,
                """
                CREATE TABLE standing (
                    business_id \(type.bytes) NOT NULL PRIMARY KEY, region \(type.text) NOT NULL,
                    rung \(type.integer) NOT NULL CHECK (rung BETWEEN 0 AND 5), next_change \(type.integer)
                )\(type.clustered)
                """,
                "CREATE INDEX standing_by_region ON standing (region, business_id, rung)",
                "CREATE INDEX standing_by_next_change ON standing (next_change) WHERE next_change IS NOT NULL",
                """
                CREATE TABLE milestone (
                    business_id \(type.bytes) NOT NULL, kind \(type.text) NOT NULL CHECK (kind IN
                        ('registered', 'channel-verified', 'channel-closed', 'sold', 'permit-gained', 'size-class-raised', 'sales-grown',
                         'exported')),
                    evidence_id \(type.bytes) NOT NULL, day \(type.integer) NOT NULL, detail \(type.text) NOT NULL,
                    evidence_kind \(type.text) NOT NULL CHECK (evidence_kind IN ('claim', 'order', 'document', 'person')),
                    partner_id \(type.bytes), programme_id \(type.bytes), doubt \(type.integer) NOT NULL CHECK (doubt BETWEEN 0 AND 1000000),
                    near_miss \(type.integer) NOT NULL CHECK (near_miss BETWEEN 0 AND 1000000),
                    near_miss_same_partner \(type.integer) NOT NULL CHECK (near_miss_same_partner IN (0, 1)),
                    recorded_at \(type.integer) NOT NULL,
                    PRIMARY KEY (business_id, kind, evidence_id, day, detail)
                )\(type.clustered)
                """,
                // An empty programme or partner stands for all of them; month 0 for how things stand today.
                """
                CREATE TABLE counter (
                    programme \(type.bytes) NOT NULL, partner \(type.bytes) NOT NULL, month \(type.integer) NOT NULL, region \(type.text) NOT NULL,
                    \(counterColumns(type)),
                    PRIMARY KEY (programme, partner, month, region)
                )\(type.clustered)
                """,
                """
                CREATE TABLE overlap (
                    region \(type.text) NOT NULL, partners \(type.bytes) NOT NULL, businesses \(type.integer) NOT NULL,
                    PRIMARY KEY (region, partners)
                )\(type.clustered)
                """,
                """
                CREATE TABLE target (
                    id \(type.bytes) NOT NULL PRIMARY KEY, title \(type.text) NOT NULL, title_english \(type.text) NOT NULL,
                    metric \(type.text) NOT NULL CHECK (metric IN ('claimed', 'distinct', 'onboard', 'selling', 'growing', 'exporting')),
                    basis \(type.text) NOT NULL CHECK (basis IN ('standing', 'reached')), region \(type.text) NOT NULL,
                    programme_id \(type.bytes) REFERENCES programme (id), partner_id \(type.bytes) REFERENCES partner (id),
                    first_day \(type.integer) NOT NULL, last_day \(type.integer) NOT NULL CHECK (last_day >= first_day),
                    value \(type.integer) NOT NULL CHECK (value > 0)
                )\(type.strict)
                """,
                """
                CREATE TABLE bulletin (
                    id \(type.bytes) NOT NULL PRIMARY KEY, title \(type.text) NOT NULL, day \(type.integer) NOT NULL,
                    frozen_at \(type.integer) NOT NULL, frozen_by \(type.bytes), digest \(type.bytes) NOT NULL
                )\(type.strict)
                """,
                """
                CREATE TABLE bulletin_counter (
                    bulletin_id \(type.bytes) NOT NULL REFERENCES bulletin (id), programme \(type.bytes) NOT NULL,
                    partner \(type.bytes) NOT NULL, month \(type.integer) NOT NULL, region \(type.text) NOT NULL,
                    \(counterColumns(type)),
                    PRIMARY KEY (bulletin_id, programme, partner, month, region)
                )\(type.clustered)
                """,
                """
                CREATE TABLE bulletin_overlap (
                    bulletin_id \(type.bytes) NOT NULL REFERENCES bulletin (id), region \(type.text) NOT NULL, partners \(type.bytes) NOT NULL,
                    businesses \(type.integer) NOT NULL, PRIMARY KEY (bulletin_id, region, partners)
                )\(type.clustered)
                """,
            ]
        }
    ]

    private static func counterColumns(_ type: SchemaTypes) -> String {
        ["claimed", "distinct_businesses", "onboard", "selling", "growing", "exporting", "missing", "surplus", "variance"]
            .map { "\($0) \(type.integer) NOT NULL" }
            .joined(separator: ", ")
    }
}
