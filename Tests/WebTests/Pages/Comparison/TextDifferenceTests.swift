import StorageTesting
import Testing

@testable import Web

@Suite("The difference of two texts")
struct TextDifferenceTests {
    private static func marked(_ runs: [TextDifference.Run]) -> String {
        runs.map { $0.isDifferent ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(
        "marks the characters that one side lacks",
        arguments: [
            ("Keripik Tempe", "Kripik Tempe", "K[e]ripik Tempe", "Kripik Tempe"),
            ("Siti Rahayu", "Hj. Siti Rahayu", "Siti Rahayu", "[Hj. ]Siti Rahayu"),
            ("0812", "0813", "081[2]", "081[3]"),
            ("BATIK kencana", "Batik Kencana", "BATIK kencana", "Batik Kencana"),
            ("abc", "xyz", "[abc]", "[xyz]"),
            ("", "baru", "", "[baru]"),
            ("", "", "", ""),
            ("Ñandú 👩‍👩‍👧", "Nandú 👩‍👩‍👧", "[Ñ]andú 👩‍👩‍👧", "[N]andú 👩‍👩‍👧"),
        ])
    func marks(first: String, second: String, markedFirst: String, markedSecond: String) {
        let difference = TextDifference(first, second)
        #expect(Self.marked(difference.first) == markedFirst)
        #expect(Self.marked(difference.second) == markedSecond)
    }

    @Test("loses nothing, and finds the same in common on both sides, whatever the texts are")
    func rubbish() {
        var chance = SeededRandomness(seed: 11)
        for _ in 0..<300 {
            func text() -> String {
                String((0..<Int.random(in: 0...30, using: &chance)).map { _ in "aAbc é".randomElement(using: &chance) ?? "a" })
            }
            let (first, second) = (text(), text())
            let difference = TextDifference(first, second)
            #expect(difference.first.map(\.text).joined() == first)
            #expect(difference.second.map(\.text).joined() == second)
            func common(_ runs: [TextDifference.Run]) -> String { runs.filter { !$0.isDifferent }.map { $0.text.lowercased() }.joined() }
            #expect(common(difference.first) == common(difference.second))
        }
    }

    @Test("gives up on cells of megabytes between their common ends, at once")
    func long() {
        let (first, second) = ("a" + String(repeating: "xy", count: 50_000) + "z", "a" + String(repeating: "yx", count: 50_000) + "z")
        let difference = TextDifference(first, second)
        #expect(difference.first.map(\.isDifferent) == [false, true, false])
        #expect(difference.second.map(\.text).joined() == second)
    }
}
