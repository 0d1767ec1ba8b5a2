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
            return ComparisonPage(pair, viewer: viewer, partners: try connection.partners())
        }
        return services.reply(with: page, to: request, context)
    }
}

extension ComparisonPage {
    init(_ pair: ClaimPair, viewer: Viewer, partners: [Partner]) {
        func side(_ side: ClaimPair.Side) -> Side {
            Side(
                businessID: side.business.id.description, businessName: side.business.name,
                partner: partners.first { $0.id == side.claim.partner }?.name ?? "–", fileName: side.claim.fileName, line: side.claim.line)
        }
        let isReadable = [pair.first, pair.second].allSatisfy { side in
            viewer.may(.readNames, region: side.business.region, programme: side.claim.programme, partner: side.claim.partner)
        }
        self.init(
            first: side(pair.first), second: side(pair.second),
            fields: isReadable ? Self.fields(pair.first.claim.cells, pair.second.claim.cells) : [],
            waterfall: WeightWaterfall(pair.comparison.contributions), probability: pair.comparison.probability,
            rule: pair.rule.map(Phrase.init(_:)))
    }

    /// The cells of both rows by field, in the order of the fields. Left out are columns that nobody knows the meaning of, and the partners'
    /// own numbers, which differ whatever they stand for.
    private static func fields(_ first: [ClaimRecord.Cell], _ second: [ClaimRecord.Cell]) -> [Field] {
        func text(_ cells: [ClaimRecord.Cell], _ field: ListField) -> String {
            cells.filter { $0.field == field }.map(\.value).joined(separator: ", ")
        }
        return ListField.allCases.filter { $0 != .ignored && $0 != .externalID }.compactMap { field in
            let (a, b) = (text(first, field), text(second, field))
            guard !a.isEmpty || !b.isEmpty else { return nil }
            return Field(name: Phrase(field.indonesianTitle, field.englishTitle), first: a, second: b)
        }
    }
}
