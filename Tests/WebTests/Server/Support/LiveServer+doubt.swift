import Accounts
import Registry
import Storage
import Testing

@testable import Web

extension LiveServer {
    /// The claim that a partner's row made, by the partner's number.
    func claim(_ key: String) async throws -> ClaimID {
        try #require(try await database.read { try $0.value("SELECT id FROM claim WHERE external_key = \(key)", as: ClaimID.self) })
    }

    /// The business to which a partner's row belongs now.
    func business(of key: String) async throws -> BusinessID {
        let claim = try await claim(key)
        return try #require(
            try await database.read { try $0.value("SELECT business_id FROM link WHERE claim_id = \(claim)", as: BusinessID.self) })
    }

    /// Puts a pair into the queue as if linkage had been in doubt of it.
    @discardableResult
    func doubt(_ one: String, _ other: String, probability: Double = 0.4321) async throws -> PairID {
        let pair = try #require(PairID(try await claim(one), try await claim(other)))
        let isLinked = try await business(of: one) == business(of: other)
        let millionths = Int64(probability * 1_000_000)
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO review_item (first_claim, second_claim, probability, worth, is_linked, state)
                VALUES (\(pair.first), \(pair.second), \(millionths), \(millionths * (1_000_000 - millionths) / 1_000_000), \(isLinked), 'open')
                ON CONFLICT (first_claim, second_claim) DO UPDATE SET probability = excluded.probability, worth = excluded.worth
                """)
        }
        return pair
    }
}
