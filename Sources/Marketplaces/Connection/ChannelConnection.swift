/// The way to one channel: calls in their turn, again if they may be repeated, and none while the channel rests. Shared by all its shops.
public actor ChannelConnection {
    /// One attempt, as it may be written down: without secrets.
    public struct Attempt: Sendable, Hashable {
        public let channel: Channel
        /// The channel's own identifier of the shop; nil for a call that names none.
        public let shop: String?
        /// When it was sent: seconds since 1970.
        public let at: Double
        public let method: String
        public let address: String
        public let attempt: Int
        public let status: Int?
        public let bytes: Int
        public let seconds: Double
        public let failure: String?
    }

    /// What the connection needs of the world; tests give another one.
    public struct Surroundings: Sendable {
        /// Seconds since 1970.
        public var now: @Sendable () -> Double
        /// Waits so many seconds.
        public var wait: @Sendable (Double) async throws -> Void
        /// A number from 0 to 1.
        public var chance: @Sendable () -> Double
        public var log: @Sendable (Attempt) -> Void

        public init(
            now: @escaping @Sendable () -> Double, wait: @escaping @Sendable (Double) async throws -> Void,
            chance: @escaping @Sendable () -> Double = { .random(in: 0...1) }, log: @escaping @Sendable (Attempt) -> Void = { _ in }
        ) {
            self.now = now
            self.wait = wait
            self.chance = chance
            self.log = log
        }
    }

    private let channel: Channel
    private let transport: ChannelTransport
    private let surroundings: Surroundings
    private var breaker = CircuitBreaker()
    private var whole: RateLimit
    private let shopLimit: RateLimit
    private var shops: [String: RateLimit] = [:]
    private static let attempts = 4
    /// Longer than this nobody waits inside a call: whoever asked comes again later.
    private static let longestWait = 20.0

    /// - Parameters:
    ///   - limit: of all calls to the channel. No channel but one publishes its numbers; these are cautious.
    ///   - shopLimit: of the calls for one shop.
    public init(
        _ channel: Channel, transport: @escaping ChannelTransport, surroundings: Surroundings,
        limit: RateLimit = RateLimit(perSecond: 20, burst: 40), shopLimit: RateLimit = RateLimit(perSecond: 5, burst: 20)
    ) {
        self.channel = channel
        self.transport = transport
        self.surroundings = surroundings
        self.shopLimit = shopLimit
        whole = limit
    }

    /// Seconds since 1970, by the clock that requests are signed with.
    nonisolated var seconds: Int64 { Int64(surroundings.now()) }

    nonisolated func wait(_ seconds: Double) async throws { try await surroundings.wait(seconds) }

    /// Sends a request, made anew for each attempt because signatures grow old.
    ///
    /// - Returns: an answer with any status below 500 but 429.
    /// - Throws: ``ChannelFailure``.
    public func send(shop: String?, _ request: @Sendable () throws -> ChannelRequest) async throws -> ChannelAnswer {
        var failure = ChannelFailure.unreachable("nothing was sent")
        for attempt in 1...Self.attempts {
            if let rest = breaker.mayCall(at: surroundings.now()) { throw ChannelFailure.resting(seconds: Int(rest.rounded(.up))) }
            let turn = max(whole.takeTurn(at: surroundings.now()), takeTurn(shop))
            guard turn <= Self.longestWait else { throw ChannelFailure.throttled(seconds: Int(turn.rounded(.up))) }
            if turn > 0 { try await surroundings.wait(turn) }
            let request = try request()
            let begun = surroundings.now()
            var pause = min(Self.longestWait, 0.5 * Double(1 << attempt)) * surroundings.chance()
            do {
                let answer = try await transport(request)
                note(request, shop, attempt, answer, since: begun, failure: answer.status < 400 ? nil : answer.beginning)
                switch answer.status {
                case 429:
                    let asked = answer.headers["retry-after"].flatMap { Double($0) }
                    failure = .throttled(seconds: asked.map { Int($0.rounded(.up)) })
                    guard let asked, asked <= Self.longestWait else { throw failure }
                    pause = max(pause, asked)
                case 500...:
                    breaker.failed(at: surroundings.now())
                    failure = .failing(code: String(answer.status), reason: answer.beginning)
                default:
                    breaker.succeeded()
                    return answer
                }
            } catch let error as ChannelFailure {
                throw error
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                breaker.failed(at: surroundings.now())
                note(request, shop, attempt, nil, since: begun, failure: "\(error)")
                failure = .unreachable("\(error)")
            }
            // A call that may not be repeated could have taken effect though its answer was lost; a call that was throttled did not.
            let isThrottled = if case .throttled = failure { true } else { false }
            guard request.isRepeatable || isThrottled, attempt < Self.attempts else { break }
            try await surroundings.wait(pause)
        }
        throw failure
    }

    private func takeTurn(_ shop: String?) -> Double {
        guard let shop else { return 0 }
        return shops[shop, default: shopLimit].takeTurn(at: surroundings.now())
    }

    private func note(
        _ request: ChannelRequest, _ shop: String?, _ attempt: Int, _ answer: ChannelAnswer?, since begun: Double, failure: String?
    ) {
        surroundings.log(
            Attempt(
                channel: channel, shop: shop, at: begun, method: request.method.rawValue, address: request.addressWithoutSecrets,
                attempt: attempt,
                status: answer?.status, bytes: answer?.body.count ?? 0, seconds: surroundings.now() - begun, failure: failure))
    }
}
