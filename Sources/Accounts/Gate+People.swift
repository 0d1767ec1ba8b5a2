public import Storage

/// A person to be added.
public struct NewPerson: Sendable, Hashable {
    public let kind: Person.Kind
    public let name: String
    /// For staff.
    public let signInName: String?
    /// For owners and facilitators, in any usual spelling.
    public let phone: String?
    public let language: Person.Language

    /// Somebody who signs in with phone and PIN.
    public static func owner(name: String, phone: String, language: Person.Language = .indonesian) -> NewPerson {
        NewPerson(kind: .owner, name: name, signInName: nil, phone: phone, language: language)
    }

    /// Somebody who registers people in the field and signs in with phone and PIN.
    public static func facilitator(name: String, phone: String, language: Person.Language = .indonesian) -> NewPerson {
        NewPerson(kind: .facilitator, name: name, signInName: nil, phone: phone, language: language)
    }

    /// Somebody who signs in with name, password and one-time code.
    public static func staff(name: String, signInName: String, language: Person.Language = .indonesian) -> NewPerson {
        NewPerson(kind: .staff, name: name, signInName: signInName, phone: nil, language: language)
    }
}

/// A person who was added, with what they need to sign in.
public struct AddedPerson: Sendable {
    public let id: PersonID
    /// For staff: what their app is told, shown this once.
    public let oneTimeCode: OneTimeCode?
}

extension Gate {
    /// Adds a person with a PIN or password, and what they are granted. Recorded in the trail.
    ///
    /// - Parameter actor: who adds; nil for the command.
    /// - Throws: ``AccountsError``, ``StorageError``.
    public func addPerson(
        _ new: NewPerson, secret: String, grants: [(role: Role, scope: Scope)] = [], by actor: PersonID?,
        to database: any SQLDatabase, at time: Timestamp
    ) async throws -> AddedPerson {
        let signInName = new.signInName.map(Person.normalized(signInName:))
        let phone = try new.phone.map { phone in
            guard let number = Person.normalized(phone: phone) else { throw AccountsError.phoneUnreadable }
            return number
        }
        guard !new.name.isEmpty, new.kind == .staff ? signInName?.isEmpty == false : phone != nil else {
            throw AccountsError.incomplete
        }
        try check(secret, for: new.kind, signInName: signInName, phone: phone)
        let verifier = try await hasher.verifier(for: secret)
        let phoneFingerprint = phone.map { vault.fingerprint($0, of: .phone) }
        let sealedPhone = try phone.map { try vault.seal($0, as: .phone) }
        let oneTimeCode = new.kind == .staff ? OneTimeCode() : nil
        let sealedCode = try oneTimeCode.map { try vault.seal($0.key, as: .oneTimeCode) }
        let id = PersonID()

        try await database.write(holding: .auditTrail) { connection in
            if let signInName, try connection.person(signInName: signInName) != nil { throw AccountsError.signInNameTaken }
            if let phone, try connection.person(phone: phone, vault) != nil { throw AccountsError.phoneTaken }
            try connection.run(
                """
                INSERT INTO person (id, kind, name, sign_in_name, phone_fingerprint, phone_sealed, language, is_active, created_at)
                VALUES (\(id), \(new.kind), \(new.name), \(signInName), \(phoneFingerprint), \(sealedPhone), \(new.language), 1, \(time))
                """)
            try connection.run(
                "INSERT INTO person_secret (person_id, verifier, changed_at) VALUES (\(id), \(verifier.description), \(time))")
            if let sealedCode { try connection.storeCode(sealedCode, of: id, at: time) }
            try connection.recordAudit(AuditEvent(.personAdded, of: .person(id), by: actor, detail: ["kind": .word(new.kind)]), at: time)
            for grant in grants {
                try connection.addGrant(grant.role, in: grant.scope, to: id, by: actor, at: time)
            }
        }
        return AddedPerson(id: id, oneTimeCode: oneTimeCode)
    }

    /// Gives a person another PIN or password and ends their sessions; what was held against the account is forgotten. Recorded in the
    /// trail.
    ///
    /// - Throws: ``AccountsError``, ``StorageError``.
    public func resetSecret(
        of id: PersonID, to secret: String, by actor: PersonID?, in database: any SQLDatabase, at time: Timestamp
    ) async throws {
        let person = try await checked(secret, for: id, in: database)
        let verifier = try await hasher.verifier(for: secret)
        try await database.write(holding: .auditTrail) { connection in
            try connection.storeSecret(verifier, of: id, at: time)
            try connection.endSessions(of: id)
            let account = try person.signInName ?? person.phone(vault) ?? ""
            let purpose: Purpose = person.kind == .staff ? .signInName : .phone
            try connection.clearAttempts(ThrottleKey(fingerprint: vault.fingerprint(account, of: purpose), rule: accountThrottle))
            try connection.recordAudit(AuditEvent(.secretReset, of: .person(id), by: actor), at: time)
        }
    }

    /// Lets a person change their own PIN or password; other sessions end. Recorded in the trail.
    ///
    /// - Throws: ``AccountsError/secretDiffers`` if `current` is not it; ``AccountsError``, ``StorageError``.
    public func changeSecret(
        of id: PersonID, from current: String, to secret: String, keeping session: Identifier<Session>?, in database: any SQLDatabase,
        at time: Timestamp
    ) async throws {
        _ = try await checked(secret, for: id, in: database)
        let stored = try await database.read { connection in
            try connection.value("SELECT verifier FROM person_secret WHERE person_id = \(id)", as: String.self)
        }
        guard await hasher.matches(current, stored.flatMap(SecretVerifier.init)) else { throw AccountsError.secretDiffers }
        let verifier = try await hasher.verifier(for: secret)
        try await database.write(holding: .auditTrail) { connection in
            try connection.storeSecret(verifier, of: id, at: time)
            try connection.endSessions(of: id, except: session)
            try connection.recordAudit(AuditEvent(.secretChanged, of: .person(id), by: id), at: time)
        }
    }

    /// Gives one of the staff another key for one-time codes, for who has lost the phone. Recorded in the trail.
    ///
    /// - Throws: ``AccountsError/unknownPerson``, ``StorageError``.
    public func resetOneTimeCode(
        of id: PersonID, by actor: PersonID?, in database: any SQLDatabase, at time: Timestamp
    ) async throws -> OneTimeCode {
        let oneTimeCode = OneTimeCode()
        let sealed = try vault.seal(oneTimeCode.key, as: .oneTimeCode)
        try await database.write(holding: .auditTrail) { connection in
            guard try connection.person(id)?.kind == .staff else { throw AccountsError.unknownPerson }
            try connection.storeCode(sealed, of: id, at: time)
            try connection.endSessions(of: id)
            try connection.recordAudit(
                AuditEvent(.secretReset, of: .person(id), by: actor, detail: ["oneTimeCode": .flag(true)]), at: time)
        }
        return oneTimeCode
    }

    private func checked(_ secret: String, for id: PersonID, in database: any SQLDatabase) async throws -> Person {
        guard let person = try await database.read({ try $0.person(id) }) else { throw AccountsError.unknownPerson }
        try check(secret, for: person.kind, signInName: person.signInName, phone: try person.phone(vault))
        return person
    }

    private func check(_ secret: String, for kind: Person.Kind, signInName: String?, phone: String?) throws(AccountsError) {
        do {
            switch kind {
            case .owner, .facilitator: try checkPIN(secret, phone: phone)
            case .staff: try checkPassword(secret, signInName: signInName)
            }
        } catch {
            throw .weakSecret(error)
        }
    }
}

extension SQLConnection {
    fileprivate func storeSecret(_ verifier: SecretVerifier, of id: PersonID, at time: Timestamp) throws {
        let changed = try run(
            "UPDATE person_secret SET verifier = \(verifier.description), changed_at = \(time) WHERE person_id = \(id)")
        guard changed == 1 else { throw AccountsError.unknownPerson }
    }

    fileprivate func storeCode(_ sealed: [UInt8], of id: PersonID, at time: Timestamp) throws {
        try run(
            """
            INSERT INTO one_time_code (person_id, key_sealed, last_step, enrolled_at) VALUES (\(id), \(sealed), 0, \(time))
            ON CONFLICT (person_id) DO UPDATE SET key_sealed = excluded.key_sealed, last_step = 0, enrolled_at = excluded.enrolled_at
            """)
    }
}

extension Person {
    /// The number with which the person signs in, `+62…`; nil for staff. Showing it to somebody else is a reading to be recorded.
    ///
    /// - Throws: ``VaultError``.
    public func phone(_ vault: Vault) throws(VaultError) -> String? {
        guard let sealedPhone else { return nil }
        return try vault.openText(sealedPhone, as: .phone)
    }
}
