import Nusantara
public import Storage

extension SQLConnection {
    /// - Throws: ``StorageError``.
    public func person(_ id: PersonID) throws -> Person? {
        try first("SELECT \(Person.columns) FROM person WHERE id = \(id)") { try Person(row: $0) }
    }

    /// The member of staff who signs in with the name, however it is capitalised.
    ///
    /// - Throws: ``StorageError``.
    public func person(signInName: String) throws -> Person? {
        try first("SELECT \(Person.columns) FROM person WHERE sign_in_name = \(Person.normalized(signInName: signInName))") {
            try Person(row: $0)
        }
    }

    /// The owner or facilitator who signs in with the phone number, in any usual spelling.
    ///
    /// - Throws: ``StorageError``.
    public func person(phone: String, _ vault: Vault) throws -> Person? {
        guard let number = Person.normalized(phone: phone) else { return nil }
        return try first("SELECT \(Person.columns) FROM person WHERE phone_fingerprint = \(vault.fingerprint(number, of: .phone))") {
            try Person(row: $0)
        }
    }

    /// Persons in the order of their making, a page at a time.
    ///
    /// - Throws: ``StorageError``.
    public func people(kind: Person.Kind? = nil, after last: PersonID? = nil, limit: Int = 100) throws -> [Person] {
        var query: SQLQuery = "SELECT \(Person.columns) FROM person WHERE 1 = 1"
        if let kind { query = query + " AND kind = \(kind)" }
        if let last { query = query + " AND id > \(last)" }
        return try rows(query + " ORDER BY id LIMIT \(limit)") { try Person(row: $0) }
    }

    /// What a person was granted.
    ///
    /// - Throws: ``StorageError``.
    public func grants(of person: PersonID) throws -> [Grant] {
        try rows("SELECT id, role, region, programme_id, partner_id FROM role_grant WHERE person_id = \(person) ORDER BY id") { row in
            let region: String = try row[2]
            return Grant(
                id: try row[0], role: try row[1],
                scope: Scope(region: RegionCode(rawValue: region), programme: try row[3], partner: try row[4]))
        }
    }

    /// A person with what they were granted, whether or not they have signed in: for commands.
    ///
    /// - Throws: ``StorageError``.
    public func viewer(_ id: PersonID) throws -> Viewer? {
        guard let person = try person(id) else { return nil }
        return Viewer(person: person, grants: try grants(of: id))
    }
}

extension SQLConnection {
    /// Grants a role within a scope; a grant that stands already is returned as it is. Recorded in the trail.
    ///
    /// - Throws: ``AccountsError/unknownPerson``, ``AccountsError/roleNotForKind(_:_:)``, ``AccountsError/partnerMissing``,
    ///   ``StorageError``.
    @discardableResult
    public func addGrant(_ role: Role, in scope: Scope, to id: PersonID, by actor: PersonID?, at time: Timestamp) throws -> Grant {
        guard let person = try person(id) else { throw AccountsError.unknownPerson }
        guard role.kinds.contains(person.kind) else { throw AccountsError.roleNotForKind(role, person.kind) }
        if role == .partner && scope.partner == nil { throw AccountsError.partnerMissing }
        if let standing = try grants(of: id).first(where: { $0.role == role && $0.scope == scope }) { return standing }
        let grant = Grant(role: role, scope: scope)
        try run(
            """
            INSERT INTO role_grant (id, person_id, role, region, programme_id, partner_id, granted_at)
            VALUES (\(grant.id), \(id), \(role), \(scope.region.rawValue), \(scope.programme), \(scope.partner), \(time))
            """)
        try recordAudit(
            AuditEvent(.roleGranted, of: .person(id), by: actor, detail: ["role": .word(role), "region": .region(scope.region)]),
            at: time)
        return grant
    }

    /// Takes a grant back; false if the person does not hold it. Recorded in the trail.
    ///
    /// - Throws: ``StorageError``.
    @discardableResult
    public func revokeGrant(_ id: Identifier<Grant>, of person: PersonID, by actor: PersonID?, at time: Timestamp) throws -> Bool {
        let role: Role? = try value("DELETE FROM role_grant WHERE id = \(id) AND person_id = \(person) RETURNING role")
        guard let role else { return false }
        try recordAudit(AuditEvent(.roleRevoked, of: .person(person), by: actor, detail: ["role": .word(role)]), at: time)
        return true
    }

    /// Ends every session of a person and lets them sign in no more. Recorded in the trail.
    ///
    /// - Throws: ``AccountsError/unknownPerson``, ``StorageError``.
    public func deactivate(_ id: PersonID, by actor: PersonID?, at time: Timestamp) throws {
        guard try person(id) != nil else { throw AccountsError.unknownPerson }
        let ended = try endSessions(of: id)
        guard try run("UPDATE person SET is_active = 0 WHERE id = \(id) AND is_active = 1") > 0 else { return }
        try recordAudit(AuditEvent(.personDeactivated, of: .person(id), by: actor, detail: ["sessions": .count(ended)]), at: time)
    }

    /// Lets a person sign in again. Recorded in the trail.
    ///
    /// - Throws: ``AccountsError/unknownPerson``, ``StorageError``.
    public func reactivate(_ id: PersonID, by actor: PersonID?, at time: Timestamp) throws {
        guard try person(id) != nil else { throw AccountsError.unknownPerson }
        guard try run("UPDATE person SET is_active = 1 WHERE id = \(id) AND is_active = 0") > 0 else { return }
        try recordAudit(AuditEvent(.personReactivated, of: .person(id), by: actor), at: time)
    }
}

extension Person {
    static let columns: SQLQuery = """
        person.id, person.kind, person.name, person.sign_in_name, person.phone_sealed, person.language, person.is_active,
        person.created_at
        """
    static let columnCount = 8

    init(row: any SQLRow) throws {
        self.init(
            id: try row[0], kind: try row[1], name: try row[2], signInName: try row[3], sealedPhone: try row[4], language: try row[5],
            isActive: try row[6], createdAt: try row[7])
    }

    /// In lower case, without the space that keyboards of phones leave at the end.
    static func normalized(signInName: String) -> String {
        let start = signInName.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...end].lowercased()
    }

    /// The one mobile number in the text, `+62…`; nil if there is none, or more than one.
    static func normalized(phone: String) -> String? {
        guard let numbers = PhoneNumber.parseAll(phone).value, numbers.count == 1, numbers[0].isMobile else { return nil }
        return numbers[0].e164
    }
}
