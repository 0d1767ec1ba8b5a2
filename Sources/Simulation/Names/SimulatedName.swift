/// A person's name as compact numbers: words of the ``NameLexicon`` in order, each with the part it plays.
struct SimulatedName: Sendable, Hashable {
    /// Numbers of up to six words; ``nothing`` after the last.
    var words: SIMD8<UInt16>
    /// Where the clan name stands, or 255.
    var clanPosition: UInt8

    static let nothing = UInt16.max

    var count: Int {
        var count = 0
        while count < 6, words[count] != Self.nothing { count += 1 }
        return count
    }

    /// The words as text.
    var texts: [String] {
        let lexicon = NameLexicon.shared
        return (0..<count).map { lexicon.texts[Int(words[$0])] }
    }

    /// The name as it stands on the identity card.
    var text: String {
        texts.joined(separator: " ")
    }
}
