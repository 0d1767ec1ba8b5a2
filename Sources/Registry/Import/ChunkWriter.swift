import Accounts
import Journey
import Linkage
import Nusantara
import Storage

/// Stores one chunk of a list in one transaction: claims, links, businesses, owners, journeys, counts, findings, and how far it got.
struct ChunkWriter: Sendable {
    let chunk: PreparedChunk
    let listImport: ListImport
    let partner: Partner
    let model: LinkageModel
    let today: CalendarDate

    /// - Returns: the import as it stands after the chunk.
    func write(_ connection: any SQLConnection) throws -> ListImport {
        var result = listImport
        result.state = .running
        result.tally.add(chunk)

        let standing = try connection.standingClaims(chunk.claims.map(\.externalKey), of: partner.id)
        var new: [PreparedClaim] = []
        var changed: [(PreparedClaim, StandingClaim)] = []
        for claim in chunk.claims {
            if let stands = standing[claim.externalKey] {
                if stands.content != claim.content { changed.append((claim, stands)) }
            } else {
                new.append(claim)
            }
        }
        result.tally.created += new.count
        result.tally.changed += changed.count
        result.tally.unchanged += chunk.claims.count - new.count - changed.count

        var rows = RegistryRows(listImport: listImport, partner: partner, now: .now)
        var linker = try Linker(connection, claims: new, model: model)
        for claim in new {
            let linked = linker.link(claim)
            rows.add(claim, linked)
        }
        for (claim, stands) in changed { rows.replace(stands, with: claim) }
        result.tally.linked += rows.linked
        result.tally.newBusinesses += rows.newBusinesses

        try rows.write(to: connection, matchKeys: linker.newKeys, today: today)
        try connection.keep(chunk.findings, of: listImport.id)
        try connection.update(result)
        return result
    }
}
