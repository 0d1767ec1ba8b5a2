/// All words of names, numbered, with the tables to draw from.
struct NameLexicon: Sendable {
    /// A list of words, the most common first, with Zipf-like weights.
    struct Table: Sendable {
        var numbers: [UInt16] = []
        var choice = WeightedChoice([1])

        var isEmpty: Bool { numbers.isEmpty }

        func draw(_ generator: inout SeededGenerator) -> UInt16 {
            numbers[choice.draw(&generator)]
        }
    }

    struct Side: Sendable {
        var first = Table()
        var last = Table()
        var single = Table()
        var prefix = Table()
    }

    static let shared = NameLexicon()

    private(set) var texts: [String] = []
    private var cultures: [(stock: NameStock, men: Side, women: Side, clans: Table)] = []
    private var muslimMen = Side()
    private var muslimWomen = Side()
    private var boru: UInt16 = 0

    private init() {
        var numbers: [String: UInt16] = [:]
        var texts: [String] = []
        func number(_ text: String) -> UInt16 {
            if let known = numbers[text] { return known }
            let number = UInt16(texts.count)
            texts.append(text)
            numbers[text] = number
            return number
        }
        func table(_ words: String) -> Table {
            let list = words.split(separator: " ").map { number($0.split(separator: "_").joined(separator: " ")) }
            return Table(numbers: list, choice: WeightedChoice(list.indices.map { 60_000 / ($0 + 12) }))
        }
        func side(_ words: NameStock.Words) -> Side {
            Side(first: table(words.first), last: table(words.last), single: table(words.single), prefix: table(words.prefix))
        }
        cultures = Culture.allCases.map { culture in
            let stock = NameStock.of(culture)
            return (stock, side(stock.men), side(stock.women), table(stock.clans))
        }
        muslimMen = side(NameStock.muslimMen)
        muslimWomen = side(NameStock.muslimWomen)
        boru = number("br")
        self.texts = texts
    }

    /// A name for a man or a woman of a culture. Single-word names are more common the older a person is.
    ///
    /// - Parameter family: a clan name that a child or a husband shares, if the culture has such names.
    func draw(_ culture: Culture, isFemale: Bool, birthYear: Int, _ generator: inout SeededGenerator) -> SimulatedName {
        let (stock, men, women, clans) = cultures[Int(culture.rawValue)]
        let side = isFemale ? women : men
        var words = SIMD8<UInt16>(repeating: SimulatedName.nothing)
        var count = 0
        func add(_ word: UInt16) {
            guard count < 6, !(0..<count).contains(where: { words[$0] == word }) else { return }
            words[count] = word
            count += 1
        }
        func happens(_ perThousand: Int) -> Bool { generator.below(1000) < perThousand }

        let singleShare = birthYear < 1975 ? stock.singleShare * 3 / 2 : birthYear < 1990 ? stock.singleShare : stock.singleShare / 3
        if !side.single.isEmpty, happens(singleShare) {
            add(side.single.draw(&generator))
            return SimulatedName(words: words, clanPosition: 255)
        }
        if !side.prefix.isEmpty, happens(stock.prefixShare) { add(side.prefix.draw(&generator)) }
        if happens(stock.sharedMuslimShare) {
            let shared = isFemale ? muslimWomen : muslimMen
            add(shared.first.draw(&generator))
            add((happens(600) ? shared.last : side.last).draw(&generator))
        } else {
            add(side.first.draw(&generator))
            if clans.isEmpty || happens(stock.thirdWordShare) { add(side.last.draw(&generator)) }
        }
        if clans.isEmpty, happens(stock.thirdWordShare) { add(side.last.draw(&generator)) }
        guard !clans.isEmpty, happens(stock.clanShare) else { return SimulatedName(words: words, clanPosition: 255) }
        if isFemale, culture == .karo, happens(400) { add(boru) }
        let position = UInt8(count)
        add(clans.draw(&generator))
        return SimulatedName(words: words, clanPosition: position)
    }
}
