/// Goes through an address word by word and puts each where it belongs.
struct AddressReader {
    private(set) var street: [String] = []
    private(set) var houseNumber: String?
    private(set) var rt: String?
    private(set) var rw: String?
    private(set) var postalCode: String?
    private(set) var regencyText: String?
    /// Stretches between commas that no word announces, in the order of the address.
    private(set) var unnamed: [[String]] = []

    private var words: [AddressWord]
    private var named: [[String]] = Array(repeating: [], count: AddressPart.allCases.count)
    private var part = AddressPart.unnamed
    private var index = 0
    private let saysDesa: Bool

    init(_ bytes: [UInt8]) {
        words = AddressWord.all(in: bytes)
        saysDesa = words.contains { $0.text == "desa" || $0.text == "kel" || $0.text == "kelurahan" }
    }

    func text(of part: AddressPart) -> String? {
        let words = named[part.rawValue]
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// All names and numbers, without the words that announce them.
    var tokens: [String] {
        var tokens = street
        if let houseNumber { tokens.append(houseNumber) }
        if let rt { tokens.append("rt" + rt) }
        if let rw { tokens.append("rw" + rw) }
        for part in [AddressPart.hamlet, .village, .district, .regency, .province] { tokens += named[part.rawValue] }
        for stretch in unnamed { tokens += stretch }
        return tokens
    }

    mutating func read() {
        takePostalCode()
        while index < words.count {
            let word = words[index]
            if let marker = AddressWords.marker(word.text), take(marker, word) {
                if word.endsStretch { endStretch() }
                continue
            }
            index += 1
            add(word)
            if word.endsStretch { endStretch() }
        }
    }

    /// The last number of five digits that stands alone.
    private mutating func takePostalCode() {
        guard let place = words.lastIndex(where: { $0.isNumber && $0.text.utf8.count == 5 && $0.text.utf8.first != 0x30 }), place > 0,
            words[place - 1].text != "no"
        else { return }
        postalCode = words[place].text
        if place == words.count - 1 || words[place].endsStretch { words[place - 1].endsStretch = true }
        words.remove(at: place)
    }

    private mutating func add(_ word: AddressWord) {
        switch part {
        case .street:
            if word.isNumber || word.startsWithDigit, houseNumber == nil, !street.isEmpty, !Self.numbered.contains(street[street.count - 1])
            {
                houseNumber = word.plain
            } else if hasNumber, !word.startsWithDigit, !street.isEmpty {
                endStretch()
                add(word)
            } else {
                street.append(AddressWords.number(word.text) ?? AddressWords.expanded(word.plain))
            }
        case .unnamed:
            if word.text == "indonesia" { return }
            if unnamed.isEmpty { unnamed.append([]) }
            unnamed[unnamed.count - 1].append(AddressWords.expanded(word.plain))
        case .hamlet: named[part.rawValue].append(AddressWords.number(word.text) ?? AddressWords.expanded(word.plain))
        case .village, .district, .regency, .province, .landmark: named[part.rawValue].append(AddressWords.expanded(word.plain))
        }
    }

    /// Whether the street has come to its number, so that a word after it belongs to something else.
    private var hasNumber: Bool {
        houseNumber != nil
            || (street.count > 1 && street[street.count - 2] == "km" && street[street.count - 1].utf8.first?.isLatinDigit == true)
    }

    private static let numbered: Set<String> = ["gang", "blok", "km", "simpang", "lantai", "lorong"]

    private mutating func endStretch() {
        part = .unnamed
        if unnamed.last?.isEmpty == false { unnamed.append([]) }
    }

    /// Acts on an announcing word; false when here it is only part of a name.
    private mutating func take(_ marker: AddressWords.Marker, _ word: AddressWord) -> Bool {
        switch marker {
        case .part(.village) where word.text == "negeri" && part != .unnamed: return false
        case .part(let announced): return begin(announced)
        case .villageOrHamlet: return begin(saysDesa ? .hamlet : .village)
        case .kampung: return begin(named[AddressPart.hamlet.rawValue].isEmpty ? .hamlet : .village)
        case .regency: return beginRegency("kabupaten")
        case .city: return beginRegency("kota")
        case .lane, .estate:
            guard index + 1 < words.count else { return false }
            if part != .street, street.isEmpty || part == .unnamed { part = .street }
            guard part == .street else { return false }
            street.append(marker == .lane ? "gang" : word.text)
            index += 1
            return true
        case .number: return takeNumber()
        case .block: return takeBlock()
        case .rt, .rw, .rtrw: return takeNeighbourhood(marker)
        case .postalCode:
            index += 1
            return true
        case .floor:
            guard index + 1 < words.count, words[index + 1].startsWithDigit else { return false }
            let ends = words[index + 1].endsStretch
            index += 2
            if ends { endStretch() }
            return true
        }
    }

    private mutating func begin(_ announced: AddressPart) -> Bool {
        guard index + 1 < words.count, !words[index].endsStretch else { return false }
        if announced == .street, part == .street, !street.isEmpty {
            // `Perum. Asri Jl. Melati`: the street goes on, and the word that announces it again is no name.
            index += 1
            return true
        }
        guard isNameFor(announced) else { return false }
        part = announced
        index += 1
        return true
    }

    /// Whether the part that is being read already has its name, so that the word at hand opens the next.
    private func isNameFor(_ announced: AddressPart) -> Bool {
        switch part {
        case .unnamed, .landmark: announced != .landmark || part == .unnamed
        case .street: !street.isEmpty || announced == .landmark
        default: !named[part.rawValue].isEmpty && (named[announced.rawValue].isEmpty || announced == .landmark)
        }
    }

    private mutating func beginRegency(_ kind: String) -> Bool {
        guard index + 1 < words.count, !words[index].endsStretch, regencyText == nil else { return false }
        switch part {
        case .unnamed: break
        case .street: if street.isEmpty || kind == "kota" && words[index + 1].text == "baru" { return false }
        default: if named[part.rawValue].isEmpty { return false }
        }
        var name: [String] = []
        index += 1
        while index < words.count {
            let word = words[index]
            if !name.isEmpty, let marker = AddressWords.marker(word.text), marker != .city { break }
            name.append(word.plain)
            index += 1
            if word.endsStretch || name.count == 5 { break }
        }
        named[AddressPart.regency.rawValue] = name
        regencyText = kind + " " + name.joined(separator: " ")
        endStretch()
        return true
    }

    private mutating func takeNumber() -> Bool {
        guard index + 1 < words.count, words[index + 1].startsWithDigit else { return false }
        if houseNumber == nil { houseNumber = words[index + 1].plain } else { houseNumber? += " " + words[index + 1].plain }
        if words[index + 1].endsStretch { words[index].endsStretch = true }
        let ends = words[index + 1].endsStretch
        index += 2
        if ends { endStretch() }
        return true
    }

    private mutating func takeBlock() -> Bool {
        guard index + 1 < words.count else { return false }
        var block = "blok"
        index += 1
        var taken = 0
        while index < words.count, taken < 2 {
            let word = words[index]
            guard word.plain.utf8.count <= 4, AddressWords.marker(word.text) == nil else { break }
            block += " " + word.plain
            index += 1
            taken += 1
            if word.endsStretch || word.startsWithDigit {
                if word.endsStretch { endStretch() }
                break
            }
        }
        houseNumber = houseNumber.map { block + " " + $0 } ?? block
        return true
    }

    /// `RT 03/RW 05`, `RT 003/005`, `RT/RW 3/5`, `RT03RW05`.
    private mutating func takeNeighbourhood(_ marker: AddressWords.Marker) -> Bool {
        var next = index + 1
        var both = marker == .rtrw
        if marker == .rt, next < words.count, words[next].text == "rw", next + 1 < words.count, words[next + 1].text.contains("/") {
            both = true
            next += 1
        }
        guard next < words.count, let (first, second) = words[next].neighbourhood else { return false }
        if marker == .rw, !both {
            rw = first
        } else {
            rt = first
            if let second { rw = second }
        }
        index = next + 1
        if words[next].endsStretch { endStretch() } else { part = .unnamed }
        if unnamed.last?.isEmpty == false { unnamed.append([]) }
        return true
    }

    /// Asks ``RegionReading`` for the region that the announced names, or failing them the last stretches, mean.
    mutating func resolveRegion(within: RegionCode?, _ notices: inout [Notice]) -> RegionCode? {
        unnamed.removeAll(where: \.isEmpty)
        let found = RegionReading.resolve(
            regency: regencyText, province: text(of: .province), stretches: unnamed.map { $0.joined(separator: " ") }, within: within,
            &notices)
        return found ?? partTail(within: within)
    }

    /// `Kec. Setiabudi Jakarta Selatan`: a region that follows the district or village unannounced is parted from it.
    private mutating func partTail(within: RegionCode?) -> RegionCode? {
        guard regencyText == nil else { return nil }
        for part in [AddressPart.district, .village] where named[part.rawValue].count > 1 {
            let words = named[part.rawValue]
            for count in stride(from: min(3, words.count - 1), through: within == nil ? 2 : 1, by: -1) {
                let tail = words.suffix(count).joined(separator: " ")
                guard let region = RegionReading.exactly(tail, within: within) else { continue }
                named[part.rawValue].removeLast(count)
                named[AddressPart.regency.rawValue] = Array(words.suffix(count))
                regencyText = tail
                return region
            }
            return nil
        }
        return nil
    }
}
