import Foundation
import Marketplaces
import StorageTesting
import Synchronization

/// Ends a worker in the middle of a call, as a crash would: before the call is sent, or after it took effect and before its answer is read.
final class KillingChance: Sendable {
    private let state: Mutex<(chance: Double, random: SeededRandomness)>

    init(_ chance: Double, seed: UInt64) {
        state = Mutex((chance, SeededRandomness(seed: seed)))
    }

    /// From now on each call ends its worker with this chance.
    func start(_ chance: Double) { state.withLock { $0.chance = chance } }

    func stop() { start(0) }

    func over(_ transport: @escaping ChannelTransport) -> ChannelTransport {
        { request in
            let (dies, isBefore) = self.state.withLock {
                ($0.chance > 0 && Double.random(in: 0..<1, using: &$0.random) < $0.chance, Bool.random(using: &$0.random))
            }
            if dies, isBefore { throw CancellationError() }
            let answer = try await transport(request)
            if dies { throw CancellationError() }
            return answer
        }
    }
}
