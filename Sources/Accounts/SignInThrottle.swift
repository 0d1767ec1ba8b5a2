import Storage

/// How soon somebody may try again after failures: some are free, then each doubles the wait, up to a longest one.
public struct ThrottleRule: Sendable, Hashable {
    public let freeFailures: Int
    public let firstWait: Duration
    public let longestWait: Duration
    /// After so long without an attempt nothing is held against anybody.
    public let forgottenAfter: Duration

    public init(freeFailures: Int, firstWait: Duration, longestWait: Duration, forgottenAfter: Duration) {
        self.freeFailures = freeFailures
        self.firstWait = firstWait
        self.longestWait = longestWait
        self.forgottenAfter = forgottenAfter
    }

    /// For one account, or one device of it.
    public static let account = ThrottleRule(
        freeFailures: 5, firstWait: .seconds(2), longestWait: .seconds(900), forgottenAfter: .seconds(86400))
    /// For one address: a class of sixty behind one connection signs in at once, so more is free.
    public static let address = ThrottleRule(
        freeFailures: 100, firstWait: .seconds(1), longestWait: .seconds(900), forgottenAfter: .seconds(3600))

    /// How long to wait after so many failures.
    func wait(after failures: Int) -> Duration {
        guard failures > freeFailures else { return .zero }
        // 2²⁰ seconds are twelve days: beyond any longest wait.
        return min(firstWait * (1 << min(failures - freeFailures - 1, 20)), longestWait)
    }
}

/// Whose attempts are counted together.
struct ThrottleKey: Sendable, Hashable {
    let fingerprint: [UInt8]
    let rule: ThrottleRule
}

extension SQLConnection {
    /// Counts an attempt to sign in as a failure, before its secret is looked at, so that guesses sent all at once count one by one.
    ///
    /// - Returns: nil if the attempt may go on, or the instant until which it must wait; then nothing was counted.
    func beginAttempt(_ keys: [ThrottleKey], at time: Timestamp) throws -> Timestamp? {
        var failures: [Int] = []
        var blockedUntil: Timestamp?
        for key in keys {
            let state: (failures: Int, last: Timestamp, until: Timestamp)? = try first(
                "SELECT failures, last_attempt_at, blocked_until FROM sign_in_throttle WHERE fingerprint = \(key.fingerprint)"
            ) { (try $0[0], try $0[1], try $0[2]) }
            let isForgotten = state.map { $0.last.adding(key.rule.forgottenAfter) <= time } ?? true
            failures.append(isForgotten ? 0 : state?.failures ?? 0)
            if let until = state?.until, until > time, !isForgotten { blockedUntil = max(blockedUntil ?? until, until) }
        }
        if let blockedUntil { return blockedUntil }
        for (key, failures) in zip(keys, failures) {
            let until = time.adding(key.rule.wait(after: failures + 1))
            try run(
                """
                INSERT INTO sign_in_throttle (fingerprint, failures, last_attempt_at, blocked_until)
                VALUES (\(key.fingerprint), \(failures + 1), \(time), \(until))
                ON CONFLICT (fingerprint) DO UPDATE SET failures = excluded.failures, last_attempt_at = excluded.last_attempt_at,
                    blocked_until = excluded.blocked_until
                """)
        }
        return nil
    }

    /// Takes back the failure that was counted for an attempt that succeeded.
    func forgiveAttempt(_ key: ThrottleKey) throws {
        try run(
            """
            UPDATE sign_in_throttle SET failures = failures - 1, blocked_until = last_attempt_at
            WHERE fingerprint = \(key.fingerprint) AND failures > 0
            """)
    }

    /// Holds nothing more against an account or device: its person has signed in.
    func clearAttempts(_ key: ThrottleKey) throws {
        try run("DELETE FROM sign_in_throttle WHERE fingerprint = \(key.fingerprint)")
    }
}
