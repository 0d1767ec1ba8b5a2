import Accounts
import Hummingbird
import Journey
import Linkage
import Registry
import Storage

/// Two rows side by side, and why they are or are not taken for one business.
struct ComparisonController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/claims/:first/:second") { request, context in try await compare(request, context) }
    }

    private func compare(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .readNames)
        guard let first = ClaimID(try context.parameters.require("first")), let second = ClaimID(try context.parameters.require("second"))
        else { throw WebError.notFound }
        let scopes = viewer.scopes(for: .readNames)
        let (vault, now) = (services.vault, services.now())
        let page = try await services.database.write(holding: .auditTrail) { connection in
            // Whether a row exists elsewhere is nobody's business, so it is not found.
            guard let pair = try connection.claimPair(first, second, vault: vault),
                try connection.mayRead(pair.first.business.id, scopes: scopes),
                try connection.mayRead(pair.second.business.id, scopes: scopes)
            else { throw WebError.notFound }
            let businesses = Set([pair.first.business.id, pair.second.business.id]).sorted()
            try connection.recordReading(of: businesses, by: viewer.person.id, page: .word("comparison"), at: now)
            return ComparisonPage(
                pair, viewer: viewer, partners: try connection.partners(),
                verdictFirst: try verdictFirst(PairID(first, second), viewer, connection))
        }
        return services.reply(with: page, to: request, context)
    }

    /// Where somebody from whom the queue awaits a verdict gives it: who has seen the score cannot judge blind any more.
    private func verdictFirst(_ pair: PairID?, _ viewer: Viewer, _ connection: any SQLConnection) throws -> String? {
        guard let pair, viewer.holds(.decideLinks), try connection.awaitsVerdict(about: pair, from: viewer.person.id) else { return nil }
        return Paths.review(pair.first.description, pair.second.description)
    }
}

extension ComparisonPage {
    init(_ pair: ClaimPair, viewer: Viewer, partners: [Partner], verdictFirst: String? = nil) {
        let isReadable = [pair.first, pair.second].allSatisfy { side in
            viewer.may(.readNames, region: side.business.region, programme: side.claim.programme, partner: side.claim.partner)
        }
        self.init(
            first: Side(pair.first.claim, of: pair.first.business, partners: partners),
            second: Side(pair.second.claim, of: pair.second.business, partners: partners),
            fields: isReadable ? Field.fields(of: pair.first.claim, and: pair.second.claim, pair.comparison.contributions) : [],
            waterfall: WeightWaterfall(pair.comparison.contributions), probability: pair.comparison.probability,
            rule: pair.rule.map(Phrase.init(_:)), verdictFirst: verdictFirst)
    }
}
