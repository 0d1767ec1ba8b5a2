import StorageTesting
import Testing

@testable import Learning

@Suite("Does training lead to sales?")
struct TrainingEffectTests {
    /// Sets whose trained business sells with one chance and whose five companions sell with another.
    private func sets(_ count: Int, _ trained: Double, _ companions: Double, seed: UInt64) -> [TrainingEffect.MatchedSet] {
        var chance = SeededRandomness(seed: seed)
        return (0..<count).map { _ in
            TrainingEffect.MatchedSet(
                hasSold: Double.random(in: 0..<1, using: &chance) < trained, companions: 5,
                companionsSold: (0..<5).count { _ in Double.random(in: 0..<1, using: &chance) < companions })
        }
    }

    @Test("the interval holds the truth about as often as it says")
    func coverage() {
        let held = (1...400).count { seed in
            let effect = TrainingEffect(sets(200, 0.4, 0.3, seed: UInt64(seed)))
            return effect.low <= 0.1 && 0.1 <= effect.high
        }
        #expect((370...395).contains(held), "\(held) of 400")
    }

    @Test("it says more, fewer, that it cannot tell, or that there are too few")
    func answers() {
        #expect(TrainingEffect(sets(400, 0.6, 0.3, seed: 1)).answer == .more)
        #expect(TrainingEffect(sets(400, 0.1, 0.4, seed: 2)).answer == .fewer)
        #expect(TrainingEffect(sets(60, 0.3, 0.3, seed: 3)).answer == .cannotTell)
        #expect(TrainingEffect(sets(29, 0.9, 0.1, seed: 4)).answer == .tooFew)
        #expect(TrainingEffect([]).answer == .tooFew)
    }

    @Test("who has no companions is left aside")
    func companionless() {
        let alone = [TrainingEffect.MatchedSet(hasSold: true, companions: 0, companionsSold: 0)]
        #expect(TrainingEffect(alone).trained == 0)
    }
}
