public import Storage

/// The tables of people, sign-in, consent and the audit trail.
public enum AccountsSchema {
    public static let migrations: [Migration] = [people, signIn, consent, auditTrail]

    private static let people = Migration("0010 people") { type in
        // A grant without programme and one without partner are each one scope, but NULL differs from NULL in a unique index.
        let none = type.dialect == .sqlite ? "x''" : "'\\x'::bytea"
        return [
            """
            CREATE TABLE person (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                kind \(type.text) NOT NULL CHECK (kind IN ('owner', 'facilitator', 'staff')),
                name \(type.text) NOT NULL CHECK (name <> ''),
                sign_in_name \(type.text) UNIQUE CHECK (sign_in_name <> ''),
                phone_fingerprint \(type.bytes) UNIQUE CHECK (length(phone_fingerprint) = 16),
                phone_sealed \(type.bytes),
                language \(type.text) NOT NULL CHECK (language IN ('id', 'en')),
                is_active \(type.integer) NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
                created_at \(type.integer) NOT NULL,
                CHECK ((phone_fingerprint IS NULL) = (phone_sealed IS NULL)),
                CHECK (CASE kind WHEN 'staff' THEN sign_in_name IS NOT NULL ELSE phone_fingerprint IS NOT NULL END)
            )\(type.strict)
            """,
            """
            CREATE TABLE role_grant (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                person_id \(type.bytes) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                role \(type.text) NOT NULL CHECK (role IN
                    ('owner', 'facilitator', 'officer', 'reviewer', 'partner', 'auditor', 'administrator')),
                region \(type.text) NOT NULL CHECK (region <> ''),
                programme_id \(type.bytes) CHECK (length(programme_id) = 16),
                partner_id \(type.bytes) CHECK (length(partner_id) = 16),
                granted_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
            """
            CREATE UNIQUE INDEX role_grant_scope ON role_grant
                (person_id, role, region, COALESCE(programme_id, \(none)), COALESCE(partner_id, \(none)))
            """,
        ]
    }

    private static let signIn = Migration("0011 sign-in") { type in
        [
            """
            CREATE TABLE person_secret (
                person_id \(type.bytes) PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
                verifier \(type.text) NOT NULL,
                changed_at \(type.integer) NOT NULL
            )\(type.clustered)
            """,
            """
            CREATE TABLE one_time_code (
                person_id \(type.bytes) PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
                key_sealed \(type.bytes) NOT NULL,
                last_step \(type.integer) NOT NULL,
                enrolled_at \(type.integer) NOT NULL
            )\(type.clustered)
            """,
            """
            CREATE TABLE sign_in_throttle (
                fingerprint \(type.bytes) PRIMARY KEY CHECK (length(fingerprint) = 16),
                failures \(type.integer) NOT NULL CHECK (failures >= 0),
                last_attempt_at \(type.integer) NOT NULL,
                blocked_until \(type.integer) NOT NULL
            )\(type.clustered)
            """,
            "CREATE INDEX sign_in_throttle_age ON sign_in_throttle (last_attempt_at)",
            """
            CREATE TABLE sign_in_session (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                token_hash \(type.bytes) NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                person_id \(type.bytes) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                client \(type.text) NOT NULL,
                created_at \(type.integer) NOT NULL,
                last_seen_at \(type.integer) NOT NULL,
                idle_until \(type.integer) NOT NULL,
                expires_at \(type.integer) NOT NULL,
                CHECK (created_at < expires_at)
            )\(type.strict)
            """,
            "CREATE INDEX sign_in_session_person ON sign_in_session (person_id)",
            "CREATE INDEX sign_in_session_end ON sign_in_session (expires_at)",
        ]
    }

    // Receipts and requests concern people who may have no account, and businesses of a room above: hence no reference.
    private static let consent = Migration("0012 consent") { type in
        [
            """
            CREATE TABLE privacy_notice (
                version \(type.integer) PRIMARY KEY CHECK (version > 0),
                published_at \(type.integer) NOT NULL,
                indonesian \(type.text) NOT NULL CHECK (indonesian <> ''),
                english \(type.text) NOT NULL CHECK (english <> '')
            )\(type.strict)
            """,
            """
            CREATE TABLE consent_receipt (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                subject_kind \(type.text) NOT NULL CHECK (subject_kind IN ('person', 'business')),
                subject_id \(type.bytes) NOT NULL CHECK (length(subject_id) = 16),
                notice_version \(type.integer) NOT NULL REFERENCES privacy_notice (version),
                purpose \(type.text) NOT NULL CHECK (purpose IN
                    ('registration', 'training', 'marketplace-sharing', 'contact', 'showcase', 'research')),
                legal_basis \(type.text) NOT NULL CHECK (legal_basis IN
                    ('consent', 'contract', 'legal-duty', 'vital-interest', 'public-duty', 'legitimate-interest')),
                channel \(type.text) NOT NULL CHECK (channel IN ('web', 'app', 'whatsapp', 'telephone', 'paper', 'spoken', 'list')),
                given_at \(type.integer) NOT NULL,
                recorded_by \(type.bytes) REFERENCES person (id),
                evidence \(type.text) NOT NULL,
                withdrawn_at \(type.integer),
                CHECK (withdrawn_at IS NULL OR (legal_basis = 'consent' AND withdrawn_at >= given_at))
            )\(type.strict)
            """,
            "CREATE INDEX consent_receipt_subject ON consent_receipt (subject_kind, subject_id)",
            """
            CREATE TABLE privacy_request (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                kind \(type.text) NOT NULL CHECK (kind IN ('access', 'correct', 'withdraw', 'restrict', 'erase', 'breach')),
                subject_kind \(type.text) CHECK (subject_kind IN ('person', 'business')),
                subject_id \(type.bytes) CHECK (length(subject_id) = 16),
                receipt_id \(type.bytes) REFERENCES consent_receipt (id),
                note \(type.text) NOT NULL,
                received_at \(type.integer) NOT NULL,
                due_at \(type.integer) NOT NULL,
                handled_at \(type.integer),
                handled_by \(type.bytes) REFERENCES person (id),
                outcome \(type.text),
                CHECK (due_at > received_at),
                CHECK ((subject_kind IS NULL) = (subject_id IS NULL)),
                CHECK (kind = 'breach' OR subject_id IS NOT NULL),
                CHECK ((handled_at IS NULL) = (outcome IS NULL)),
                CHECK (handled_at IS NULL OR handled_at >= received_at)
            )\(type.strict)
            """,
            "CREATE INDEX privacy_request_due ON privacy_request (due_at) WHERE handled_at IS NULL",
            "CREATE INDEX privacy_request_subject ON privacy_request (subject_kind, subject_id)",
            PrivacyNotice.firstInsertion,
        ]
    }

    // The actor is no reference either: the trail outlives the people in it.
    private static let auditTrail = Migration("0013 audit trail") { type in
        [
            """
            CREATE TABLE audit_entry (
                sequence \(type.integer) PRIMARY KEY CHECK (sequence > 0),
                recorded_at \(type.integer) NOT NULL,
                actor_id \(type.bytes) CHECK (length(actor_id) = 16),
                action \(type.text) NOT NULL CHECK (action <> ''),
                subject_kind \(type.text) NOT NULL CHECK (subject_kind <> ''),
                subject_id \(type.bytes) CHECK (length(subject_id) = 16),
                detail \(type.text) NOT NULL,
                previous_hash \(type.bytes) NOT NULL CHECK (length(previous_hash) = 32),
                hash \(type.bytes) NOT NULL UNIQUE CHECK (length(hash) = 32)
            )\(type.strict)
            """,
            "CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id, sequence)",
            "CREATE INDEX audit_entry_actor ON audit_entry (actor_id, sequence)",
            """
            CREATE TABLE audit_head (
                one \(type.integer) PRIMARY KEY CHECK (one = 1),
                sequence \(type.integer) NOT NULL CHECK (sequence >= 0),
                hash \(type.bytes) NOT NULL CHECK (length(hash) = 32)
            )\(type.strict)
            """,
            type.dialect == .sqlite
                ? "INSERT INTO audit_head (one, sequence, hash) VALUES (1, 0, zeroblob(32))"
                : "INSERT INTO audit_head (one, sequence, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'))",
        ]
    }
}
