public import Storage

/// What somebody types to sign in.
public enum Credentials: Sendable {
    /// Owners and facilitators; the number in any usual spelling.
    case phone(String, pin: String)
    /// Staff; the code is of the app that was enrolled.
    case name(String, password: String, code: String)
}

/// From where somebody tries to sign in.
public struct Visit: Sendable {
    /// The address of the client, as the server or its trusted proxy sees it.
    public let address: String
    /// What the browser says it is.
    public let client: String
    /// The cookie of an earlier ``Admission/device``, if there is one.
    public let device: String?

    public init(address: String, client: String, device: String? = nil) {
        self.address = address
        self.client = client
        self.device = device
    }
}

/// What somebody gets who has shown who they are.
public struct Admission: Sendable {
    /// The new session; it replaces whatever the browser held before.
    public let token: SessionToken
    /// The cookie by which the browser is known the next time.
    public let device: String
    public let person: Person
}

/// Why somebody is not let in. It does not tell whether there is such an account.
public enum SignInRefusal: Error, Sendable, Hashable {
    /// The account, the secret or the code is wrong, or the person may not sign in.
    case wrong
    /// Too many attempts: the next is looked at from then on.
    case tooMany(until: Timestamp)
}

extension Gate {
    /// Lets a person in. What fails is counted, and written to the trail of the person it was tried on.
    ///
    /// - Throws: ``SignInRefusal``, ``StorageError``.
    public func signIn(
        with credentials: Credentials, from visit: Visit, to database: any SQLDatabase, at time: Timestamp
    ) async throws -> Admission {
        let claim = Claim(credentials, vault)
        let address = ThrottleKey(fingerprint: vault.fingerprint(visit.address, of: .address), rule: addressThrottle)
        let device = visit.device.flatMap { DeviceToken(cookie: $0, vault) }
        // Both units of work change the counts of attempts, so both hold the lock that the second needs for the trail.
        let begun = try await database.write(holding: .auditTrail) { connection in
            let known = try connection.credential(of: claim)
            let account = accountKey(claim, known?.person, device)
            return (known, account, try connection.beginAttempt([account, address], at: time))
        }
        let (known, account, blockedUntil) = begun
        if let blockedUntil { throw SignInRefusal.tooMany(until: blockedUntil) }

        let isRight = await hasher.matches(claim.secret, known?.verifier)
        let renewed = isRight && known?.verifier.cost != hasher.cost ? try await hasher.verifier(for: claim.secret) : nil
        guard let known else { throw SignInRefusal.wrong }

        let admission = try await database.write(holding: .auditTrail) { connection -> Admission? in
            // The credential is read again: it may have been reset or its person deactivated while the hash was made.
            guard
                isRight, let now = try connection.credential(of: claim), now.verifier == known.verifier, now.person.isActive,
                try connection.useCode(claim.code, of: now.person, vault, at: time)
            else {
                try connection.recordAudit(AuditEvent(.signInRefused, of: .person(known.person.id), by: nil), at: time)
                return nil
            }
            try connection.clearAttempts(account)
            try connection.forgiveAttempt(address)
            if let renewed {
                try connection.run("UPDATE person_secret SET verifier = \(renewed.description) WHERE person_id = \(now.person.id)")
            }
            let token = try connection.openSession(
                for: now.person.id, client: visit.client, rule: sessionRule(now.person.kind), at: time)
            try connection.recordAudit(AuditEvent(.signedIn, of: .person(now.person.id), by: now.person.id), at: time)
            let kept = device?.person == now.person.id ? device : nil
            return Admission(token: token, device: (kept ?? DeviceToken(person: now.person.id)).cookie(vault), person: now.person)
        }
        guard let admission else { throw SignInRefusal.wrong }
        return admission
    }

    /// Under what attempts on an account are counted: by the device if the person has signed in there before, else by what is claimed,
    /// whether or not there is such an account.
    private func accountKey(_ claim: Claim, _ person: Person?, _ device: DeviceToken?) -> ThrottleKey {
        if let device, device.person == person?.id {
            return ThrottleKey(fingerprint: vault.fingerprint(device.content, of: .device), rule: accountThrottle)
        }
        return ThrottleKey(fingerprint: claim.fingerprint, rule: accountThrottle)
    }
}

/// Credentials in the form in which they are looked up.
struct Claim: Sendable {
    enum Account: Sendable {
        case phone([UInt8])
        case name(String)
    }

    let account: Account
    /// Keyed hash of what was typed.
    let fingerprint: [UInt8]
    let secret: String
    /// Nil for who signs in without.
    let code: String?

    init(_ credentials: Credentials, _ vault: Vault) {
        switch credentials {
        case .phone(let phone, let pin):
            fingerprint = vault.fingerprint(Person.normalized(phone: phone) ?? phone, of: .phone)
            account = .phone(fingerprint)
            secret = pin
            code = nil
        case .name(let typed, let password, let code):
            let name = Person.normalized(signInName: typed)
            fingerprint = vault.fingerprint(name, of: .signInName)
            account = .name(name)
            secret = password
            self.code = code
        }
    }
}

extension SQLConnection {
    /// The person who is claimed to stand before the gate, with what their secret is checked by.
    fileprivate func credential(of claim: Claim) throws -> (person: Person, verifier: SecretVerifier)? {
        let condition: SQLQuery =
            switch claim.account {
            case .phone(let fingerprint): "person.phone_fingerprint = \(fingerprint) AND person.kind <> 'staff'"
            case .name(let name): "person.sign_in_name = \(name) AND person.kind = 'staff'"
            }
        return try first(
            """
            SELECT \(Person.columns), verifier FROM person JOIN person_secret ON person_secret.person_id = person.id WHERE \(condition)
            """
        ) { row in
            let text: String = try row[Person.columnCount]
            guard let verifier = SecretVerifier(text) else {
                throw StorageError.decoding(column: Person.columnCount, expected: "a verifier")
            }
            return (try Person(row: row), verifier)
        }
    }

    /// Whether the code is right and unused, which uses it up; true for those who sign in without one.
    fileprivate func useCode(_ code: String?, of person: Person, _ vault: Vault, at time: Timestamp) throws -> Bool {
        guard person.kind == .staff else { return true }
        let stored: (sealed: [UInt8], lastStep: Int64)? = try first(
            "SELECT key_sealed, last_step FROM one_time_code WHERE person_id = \(person.id)"
        ) { (try $0[0], try $0[1]) }
        guard
            let code, let stored,
            let step = OneTimeCode(key: try vault.open(stored.sealed, as: .oneTimeCode))
                .step(matching: code, at: time, after: stored.lastStep)
        else { return false }
        return try run("UPDATE one_time_code SET last_step = \(step) WHERE person_id = \(person.id) AND last_step < \(step)") == 1
    }
}
