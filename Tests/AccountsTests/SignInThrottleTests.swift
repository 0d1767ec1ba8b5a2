import Accounts
import Storage
import StorageTesting
import Testing

@Suite("Throttling", .serialized)
struct SignInThrottleTests {
    @Test("after five failures the wait doubles, up to a quarter of an hour", arguments: TestEngine.allCases)
    func doublesWait(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            var seconds = 0
            for _ in 0..<5 { await #expect(throws: SignInRefusal.wrong) { try await arrival.enter(pin: "839275") } }
            for wait in [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
                await #expect(throws: SignInRefusal.wrong) { try await arrival.enter(pin: "839275", after: seconds) }
                let until = Arrival.noon.adding(.seconds(seconds + wait))
                let early = seconds + wait - 1
                await #expect(throws: SignInRefusal.tooMany(until: until)) { try await arrival.enter(after: early) }
                seconds += wait
            }
            // The right PIN at the right time lets in and forgets what was before.
            _ = try await arrival.enter(after: seconds)
            await #expect(throws: SignInRefusal.wrong) { try await arrival.enter(pin: "839275", after: seconds) }
            _ = try await arrival.enter(after: seconds)
        }
    }

    @Test("an unknown account is throttled like a known one", arguments: TestEngine.allCases)
    func throttlesUnknown(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            for phone in [Arrival.ownerPhone, "+6281299999999"] {
                for _ in 0..<6 { await #expect(throws: SignInRefusal.wrong) { try await arrival.enter(phone: phone, pin: "839275") } }
                await #expect(throws: SignInRefusal.tooMany(until: Arrival.noon.adding(.seconds(2)))) {
                    try await arrival.enter(phone: phone, pin: "839275")
                }
            }
        }
    }

    @Test("a stranger who fails without end cannot keep out an owner whose browser is known", arguments: TestEngine.allCases)
    func keepsKnownBrowserIn(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            let device = try await arrival.enter().device
            for second in 0..<60 { _ = try? await arrival.enter(pin: "839275", address: "198.51.100.\(second)", after: second * 20) }
            let now = 60 * 20
            #expect(try await arrival.isThrottled { try await arrival.enter(after: now) })
            let admission = try await arrival.enter(device: device, after: now)
            #expect(admission.device == device)
        }
    }

    @Test("a device token is no way around the throttle", arguments: TestEngine.allCases)
    func throttlesDevice(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            _ = try await arrival.addOwner(phone: "+6281311112225", pin: "730592")
            let own = try await arrival.enter().device
            let other = try await arrival.enter(phone: "+6281311112225", pin: "730592").device
            // Five failures are free for the account, and again for the device on which its person has been.
            for _ in 0..<6 { _ = try? await arrival.enter(pin: "839275", device: own) }
            #expect(try await arrival.isThrottled { try await arrival.enter(device: own) })
            // A token of somebody else, or a forged one, counts as none.
            let forged = String(own.dropLast()) + (own.last == "0" ? "1" : "0")
            for device in [other, other.replacing("-7", with: "-6"), "rubbish", forged, ""] {
                _ = try? await arrival.enter(pin: "839275", device: device)
            }
            _ = try? await arrival.enter(pin: "839275", device: other)
            #expect(try await arrival.isThrottled { try await arrival.enter(device: other) })
        }
    }

    @Test("one address may fail a hundred times over all accounts, successes not counted", arguments: TestEngine.allCases)
    func throttlesAddress(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            for _ in 0..<10 { _ = try await arrival.enter() }
            for number in 0..<101 {
                await #expect(throws: SignInRefusal.wrong) { try await arrival.enter(phone: "+62813\(10_000_000 + number)") }
            }
            #expect(try await arrival.isThrottled { try await arrival.enter() })
            #expect(try await !arrival.isThrottled { try await arrival.enter(address: "203.0.113.8") })
            #expect(try await !arrival.isThrottled { try await arrival.enter(after: 2) })
        }
    }

    @Test("guesses sent all at once count one by one", arguments: TestEngine.allCases)
    func countsAtOnce(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            let looked = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            _ = try await arrival.enter(pin: "839275")
                        } catch SignInRefusal.tooMany {
                            return false
                        } catch SignInRefusal.wrong {
                            return true
                        }
                        return true
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(looked == 6)
        }
    }

    @Test("a day without an attempt clears the account, and a sweep clears the table", arguments: TestEngine.allCases)
    func forgets(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            for _ in 0..<6 { _ = try? await arrival.enter(pin: "839275") }
            #expect(try await arrival.isThrottled { try await arrival.enter() })
            for _ in 0..<5 {
                await #expect(throws: SignInRefusal.wrong) { try await arrival.enter(pin: "839275", after: 86_400) }
            }
            _ = try await arrival.enter(after: 86_400)
            let left = try await arrival.database.write { connection in
                try connection.sweepSignIn(at: Arrival.noon.adding(.seconds(4 * 86_400)))
                return try connection.value("SELECT COUNT(*) FROM sign_in_throttle", as: Int.self)
            }
            #expect(left == 0)
        }
    }
}
