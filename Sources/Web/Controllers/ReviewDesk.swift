import Accounts
import Journey
import Linkage
import Nusantara
import Registry
import Storage

/// Who reviews, and what that person sees of the queue and of a pair.
struct ReviewDesk: Sendable {
    /// How a form says that it was filled in by somebody who saw the dispute.
    static let arbiter = "arbiter"
    static let rules = ReviewRules.national
    /// So far the queue is looked through.
    private static let horizon = 500

    let viewer: Viewer
    let vault: Vault
    let today: CalendarDate
    let now: Timestamp

    /// How a pair stands for the reviewer.
    enum Standing: Sendable {
        case blind, dispute, waiting, decided
    }

    /// A pair within reach, and how it stands.
    struct Sight: Sendable {
        let pair: ReviewPair
        let verdicts: [RecordedVerdict]
        let settled: Verdict?
        let standing: Standing
    }

    private var scopes: [Scope] { viewer.scopes(for: .decideLinks) }
    private var disputeScopes: [Scope] { viewer.scopes(for: .settleDisputes) }

    // MARK: - The queue

    /// Disputes first, then what is most doubtful.
    private func queue(_ connection: any SQLConnection) throws -> [ReviewItem] {
        let reviewer = viewer.person.id
        let limit = Self.horizon + 1
        let disputed =
            disputeScopes.isEmpty
            ? []
            : try connection.reviewQueue(for: reviewer, scopes: disputeScopes, isArbiter: true, limit: limit).filter(\.isDisputed)
        return disputed + (try connection.reviewQueue(for: reviewer, scopes: scopes, limit: limit))
    }

    /// The page of the pair that comes first, or behind one that was skipped; behind the last one the queue begins again.
    func nextPage(after skipped: PairID?, _ connection: any SQLConnection) throws -> ReviewPage {
        let queue = try queue(connection)
        let start = skipped.flatMap { pair in queue.firstIndex { $0.pair == pair } }.map { $0 + 1 } ?? 0
        for item in queue[start...] + queue[..<start] {
            // A reviewer for one partner may not see what another one sent.
            guard let sight = try sight(of: item.pair, connection) else { continue }
            var page = try page(sight, after: skipped, queue: queue, connection)
            page.sample = try sample(connection)
            return page
        }
        return ReviewPage(pair: nil, left: 0, decidedToday: try decidedToday(connection), sample: try sample(connection))
    }

    /// Whether the person draws the month's sample, which is one of all of Indonesia.
    var keepsSample: Bool { viewer.may(.settleDisputes) }

    private func sample(_ connection: any SQLConnection) throws -> ReviewSample? {
        guard keepsSample else { return nil }
        let month = Month(today)
        guard let drawn = try connection.clericalSamples().first(where: { $0.month == month }) else {
            return .due(year: month.year, month: month.month)
        }
        return .drawn(year: month.year, month: month.month, pairs: drawn.pairs, settled: drawn.settled)
    }

    private func decidedToday(_ connection: any SQLConnection) throws -> Int {
        // A day of western Indonesia begins seven hours before it does in UTC.
        let start = Timestamp(rawValue: (Int64(today.dayNumber) * 86_400 - 7 * 3600) * 1_000_000)
        return try connection.verdictsGiven(by: viewer.person.id, since: start)
    }

    // MARK: - A pair

    /// What the reviewer sees of a pair; nil if it is not within reach.
    func sight(of id: PairID, _ connection: any SQLConnection) throws -> Sight? {
        guard let pair = try connection.reviewPair(id, vault: vault, scopes: scopes), mayRead(pair) else { return nil }
        let verdicts = try connection.verdicts(of: id)
        let settled = try connection.settledVerdict(of: id)
        let isDisputed =
            pair.item.isDisputed || (verdicts.contains { $0.verdict == .same } && verdicts.contains { $0.verdict == .notSame })
        var standing = Standing.blind
        if settled != nil || verdicts.contains(where: { $0.reviewer == viewer.person.id }) {
            standing = .decided
        } else if isDisputed {
            standing = try isArbiter(of: pair, connection) ? .dispute : .waiting
        }
        return Sight(pair: pair, verdicts: verdicts, settled: settled, standing: standing)
    }

    private func mayRead(_ pair: ReviewPair) -> Bool {
        [(pair.first, pair.firstBusiness), (pair.second, pair.secondBusiness)].allSatisfy { claim, business in
            viewer.may(.decideLinks, region: business.region, programme: claim.programme, partner: claim.partner)
        }
    }

    private func isArbiter(of pair: ReviewPair, _ connection: any SQLConnection) throws -> Bool {
        try [pair.firstBusiness.id, pair.secondBusiness.id].allSatisfy { try connection.mayRead($0, scopes: disputeScopes) }
    }

    // MARK: - The page

    /// The page of a pair; that it was read is recorded.
    func page(
        _ sight: Sight, after skipped: PairID?, queue known: [ReviewItem]? = nil, _ connection: any SQLConnection
    ) throws -> ReviewPage {
        let pair = sight.pair
        let queue = try known ?? self.queue(connection)
        let businesses = Set([pair.firstBusiness.id, pair.secondBusiness.id]).sorted()
        try connection.recordReading(of: businesses, by: viewer.person.id, page: .word("review"), at: now)
        let partners = try connection.partners()
        let shown = ReviewPage.Pair(
            address: pair.item.pair.path, first: .init(pair.first, of: pair.firstBusiness, partners: partners),
            second: .init(pair.second, of: pair.secondBusiness, partners: partners),
            fields: ComparisonPage.Field.fields(of: pair.first, and: pair.second, pair.comparison.contributions),
            state: try state(sight, connection), skip: Paths.with(Paths.review, ["after": pair.item.pair.text]))
        var hidden: [HiddenValue] = []
        if let skipped { hidden.append(HiddenValue("after", skipped.text)) }
        if sight.standing == .dispute { hidden.append(HiddenValue("as", Self.arbiter)) }
        return ReviewPage(
            pair: shown, left: min(queue.count, Self.horizon), hasMore: queue.count > Self.horizon,
            decidedToday: try decidedToday(connection), next: Paths.with(Paths.review, ["after": skipped?.text]), hidden: hidden)
    }

    private func state(_ sight: Sight, _ connection: any SQLConnection) throws -> ReviewPage.State {
        switch sight.standing {
        case .blind: .blind
        case .waiting: .waiting
        case .dispute: .dispute(try sight.verdicts.map { try GivenVerdict($0, connection) }, ReviewFindings(sight.pair, viewer: viewer))
        case .decided:
            .decided(
                outcome(of: sight), try sight.verdicts.map { try GivenVerdict($0, connection) }, ReviewFindings(sight.pair, viewer: viewer))
        }
    }

    /// What the verdicts so far have led to.
    private func outcome(of sight: Sight) -> Notice {
        switch sight.settled {
        case .same: return Notice(.success, Phrase("Sudah putus: sama.", "Settled: the same."))
        case .notSame: return Notice(.success, Phrase("Sudah putus: bukan yang sama.", "Settled: not the same."))
        case .unsure, nil: break
        }
        let (same, notSame) = (sight.verdicts.count { $0.verdict == .same }, sight.verdicts.count { $0.verdict == .notSame })
        guard min(same, notSame) == 0 else {
            return Notice(
                .warning,
                Phrase(
                    "Pendapat kalian berbeda. Seorang penengah yang memutuskan.", "You disagree with each other. An arbiter decides."))
        }
        guard !sight.pair.item.isDisputed else {
            return Notice(.warning, Phrase("Seorang penengah yang memutuskan pasangan ini.", "An arbiter decides about this pair."))
        }
        switch Self.rules.reviewers - max(same, notSame) {
        case ...1:
            return Notice(
                .success,
                Phrase("Jawabanmu tersimpan. Perlu satu pemeriksa lagi.", "Your verdict is stored. One more reviewer is needed."))
        case let missing:
            return Notice(
                .success,
                Phrase(
                    "Jawabanmu tersimpan. Perlu \(missing) pemeriksa lagi.", "Your verdict is stored. \(missing) more reviewers are needed."
                ))
        }
    }
}

extension GivenVerdict {
    init(_ verdict: RecordedVerdict, address: String? = nil, _ connection: any SQLConnection) throws {
        self.init(
            reviewer: try connection.person(verdict.reviewer)?.name ?? "–", verdict: verdict.verdict.phrase, at: verdict.decidedAt,
            isBlind: verdict.isBlind, address: address)
    }
}

extension ReviewFindings {
    init(_ pair: ReviewPair, viewer: Viewer) {
        let summaries = pair.item.isLinked ? [pair.firstBusiness] : [pair.firstBusiness, pair.secondBusiness]
        self.init(
            probability: pair.item.probability, probabilityOfRows: pair.comparison.probability,
            waterfall: WeightWaterfall(pair.comparison.contributions),
            businesses: summaries.map { business in
                let mayOpen = viewer.mayReadNames(region: business.region, partners: business.partners)
                return Business(name: business.name, address: mayOpen ? Paths.business(business.id.description) : nil)
            })
    }
}

extension Verdict {
    /// The verdict in words.
    var phrase: Phrase {
        switch self {
        case .same: Phrase("Sama", "The same")
        case .notSame: Phrase("Bukan yang sama", "Not the same")
        case .unsure: Phrase("Tidak yakin", "Unsure")
        }
    }
}
