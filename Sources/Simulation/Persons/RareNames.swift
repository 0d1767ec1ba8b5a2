/// Names that few people bear, made of syllables: the long tail behind the names that everybody knows.
enum RareNames {
    private static let beginnings = [
        "ba", "da", "ga", "ja", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "ya", "bi", "di", "gi", "ji", "ki", "li", "mi", "ni",
        "pi", "ri", "si", "ti", "wi", "bu", "du", "gu", "ju", "ku", "lu", "mu", "nu", "pu", "ru", "su", "tu", "yu",
    ]
    private static let middles = [
        "ran", "lin", "mar", "dan", "tong", "sar", "ling", "bar", "man", "kar", "tir", "wan", "gar", "lam", "nur", "sin", "pang", "rin",
        "ten",
        "dor", "hut", "sil", "mon", "res", "kel", "var", "tan", "jul", "has", "fen",
    ]
    private static let endings = [
        "to", "no", "wa", "ti", "ni", "da", "ga", "na", "ri", "lo", "wati", "yanto", "din", "ban", "gar", "lan", "sih", "rang", "eng", "uk",
        "im", "as", "ol", "is", "ur", "an", "in", "ah", "ian", "ung",
    ]

    /// A name whose number is drawn so that a few are much more common than most: each doubling of the number is as likely as the next.
    ///
    /// - Parameter octaves: between which powers of two the numbers lie.
    static func draw(octaves: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
        let start = 1 << generator.within(octaves)
        return name(number: start + generator.below(start))
    }

    private static func name(number: Int) -> String {
        var bits = SeededGenerator.mixed(UInt64(number))
        func pick(_ syllables: [String]) -> String {
            defer { bits /= UInt64(syllables.count) }
            return syllables[Int(bits % UInt64(syllables.count))]
        }
        let name = pick(beginnings) + pick(middles) + pick(endings)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
