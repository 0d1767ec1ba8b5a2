import Accounts
import Journey
import Nusantara
public import Storage

/// The subject of a ``ClaimID``.
public enum ClaimSubject {}
public typealias ClaimID = Identifier<ClaimSubject>

/// A claim that the registry holds already, as far as a newer content of it needs to know.
struct StandingClaim: Sendable {
    let id: ClaimID
    let version: Int
    let content: [UInt8]
    let business: BusinessID
    let certainty: Certainty
    /// Where the business is, as far as the registry knows.
    let region: RegionCode
}

extension SQLConnection {
    /// The claims of a partner that bear one of the keys.
    func standingClaims(_ keys: [String], of partner: PartnerID) throws -> [String: StandingClaim] {
        var claims: [String: StandingClaim] = [:]
        for start in stride(from: 0, to: keys.count, by: 1024) {
            let some = keys[start..<min(start + 1024, keys.count)]
            try forEachRow(
                """
                SELECT c.external_key, c.id, c.version, c.content, l.business_id, l.probability, l.near_probability, l.near_same_partner,
                    b.region
                FROM claim c JOIN link l ON l.claim_id = c.id JOIN business b ON b.id = l.business_id
                WHERE c.partner_id = \(partner) AND c.external_key IN \(list: some)
                """
            ) { row in
                claims[try row[0]] = StandingClaim(
                    id: try row[1], version: try row[2], content: try row[3], business: try row[4],
                    certainty: Certainty(
                        doubt: 1_000_000 - (try row.integer(at: 5)), nearMiss: try row[6], nearMissOfSamePartner: try row[7]),
                    region: try row[8])
            }
        }
        return claims
    }

    /// The fingerprints of what stands in the claims that bear one of the keys.
    func contents(ofClaims keys: [String], of partner: PartnerID) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for start in stride(from: 0, to: keys.count, by: 1024) {
            let some = keys[start..<min(start + 1024, keys.count)]
            try forEachRow(
                "SELECT external_key, content FROM claim WHERE partner_id = \(partner) AND external_key IN \(list: some)"
            ) { contents[try $0[0]] = try $0[1] }
        }
        return contents
    }
}
