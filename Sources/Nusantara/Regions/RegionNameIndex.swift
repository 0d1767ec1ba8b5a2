/// Every name of every region, folded, with what lies one wrong letter away from it.
struct RegionNameIndex: Sendable {
    static let current = RegionNameIndex(RegionAtlas.current)

    /// All regions; the index speaks of them by their place here.
    let regions: [Region]
    private let places: [RegionCode: Int]
    /// Of every region the places of the province it lies in and of those it once lay in; empty for a province that never lay in another.
    private let above: [[Int]]
    private let former: [[Int]]
    /// The places of the regions with the key of a name.
    private var named: [String: [Int]] = [:]
    /// The keys of at least five letters that give a text when they lose one letter, or none.
    private var nearby: [String: [String]] = [:]

    private init(_ atlas: RegionAtlas) {
        let regions = [atlas.nation] + atlas.provinces + atlas.regencies
        let places = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1.code, $0) })
        self.regions = regions
        self.places = places
        above = regions.map { region in region.code.path.dropLast().compactMap { places[$0] } }
        former = regions.map { region in
            (RegionHistory.formerProvinces[String(region.code.rawValue.prefix(2))] ?? []).compactMap { places[RegionCode(rawValue: $0)] }
        }
        for (place, region) in regions.enumerated() {
            add(place, as: region.baseName)
            if region.level != .regency { add(place, as: region.name) }
        }
        for line in regionAliases.split(separator: "\n") {
            let fields = line.split(separator: "|")
            guard fields.count == 2, let place = places[RegionCode(rawValue: String(fields[0]))] else { continue }
            for name in fields[1].split(separator: ";") { add(place, as: String(name)) }
        }
        for key in named.keys.sorted() where key.utf8.count >= 5 {
            for shortened in Self.shortened(key) { nearby[shortened, default: []].append(key) }
        }
    }

    private mutating func add(_ place: Int, as name: String) {
        let key = RegionWords(name).key
        if named[key]?.contains(place) != true { named[key, default: []].append(place) }
    }

    // MARK: Searching

    /// The places of the regions a name means, inside every one of the parents.
    func search(_ name: RegionWords, within parents: [[Int]], level: Region.Level?) -> [Int] {
        let readings = name.readings
        var isKnown = false
        for reading in readings {
            guard let places = named[reading.key] else { continue }
            let kept = narrow(places, to: reading.kinds, within: parents, level: level)
            if !kept.isEmpty { return kept }
            isKnown = true
        }
        // A name that is known, only not of this kind or not here, is no misspelling.
        if isKnown { return [] }
        for reading in readings {
            guard let key = Self.modernSpelling(reading.key), let places = named[key] else { continue }
            let kept = narrow(places, to: reading.kinds, within: parents, level: level)
            if !kept.isEmpty { return kept }
        }
        for reading in readings {
            var meant: Set<[Int]> = []
            for key in misspelled(reading.key) {
                let kept = narrow(named[key] ?? [], to: reading.kinds, within: parents, level: level)
                if !kept.isEmpty { meant.insert(kept) }
            }
            if let places = meant.first { return meant.count == 1 ? places : [] }
        }
        return []
    }

    /// The places of the regions a parent's name may mean; empty if it cannot be read.
    func parents(_ name: RegionWords) -> [Int] {
        search(name, within: [], level: nil)
    }

    /// The places of the regions a parent may mean, written as a name, a name with its own parents, or a code.
    func parents(written text: String) -> [Int] {
        if let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            let region = Regions.resolve(code: text).region
        {
            return places[region.code].map { [$0] } ?? []
        }
        guard text.utf8.contains(UInt8(ascii: ",")) else { return parents(RegionWords(text)) }
        return Regions.find(text).candidates.compactMap { places[$0.code] }
    }

    private func narrow(_ places: [Int], to kinds: Region.Kinds, within parents: [[Int]], level: Region.Level?) -> [Int] {
        var kept = places
        if !kinds.isEmpty { kept.removeAll { !kinds.contains(Region.Kinds(regions[$0].kind)) } }
        if let level { kept.removeAll { regions[$0].level != level } }
        for candidates in parents where !candidates.isEmpty && !kept.isEmpty { kept = inside(candidates, of: kept) }
        return kept
    }

    /// Of the regions those that lie in a parent; else those that are one; else those whose province was once a part of one.
    private func inside(_ parents: [Int], of places: [Int]) -> [Int] {
        let children = places.filter { place in above[place].contains { parents.contains($0) } }
        if !children.isEmpty { return children }
        let same = places.filter { parents.contains($0) }
        if !same.isEmpty { return same }
        return places.filter { place in former[place].contains { parents.contains($0) } }
    }

    // MARK: Misspellings

    /// The spelling of today of a name in the spelling before 1972 (oe is u, dj is j, tj is c), or nil if it shows none of these.
    private static func modernSpelling(_ key: String) -> String? {
        var result: [UInt8] = []
        for byte in key.utf8 {
            switch (result.last, byte) {
            case (UInt8(ascii: "o"), UInt8(ascii: "e")): result[result.count - 1] = UInt8(ascii: "u")
            case (UInt8(ascii: "d"), UInt8(ascii: "j")): result[result.count - 1] = UInt8(ascii: "j")
            case (UInt8(ascii: "t"), UInt8(ascii: "j")): result[result.count - 1] = UInt8(ascii: "c")
            default: result.append(byte)
            }
        }
        return result.count == key.utf8.count ? nil : String(decoding: result, as: UTF8.self)
    }

    /// The known names that differ from a text by one letter wrong, missing, extra or swapped with its neighbour.
    private func misspelled(_ key: String) -> Set<String> {
        guard key.utf8.count >= 5 else { return [] }
        let written = Array(key.utf8)
        var result: Set<String> = []
        for shortened in Self.shortened(key) {
            for name in nearby[shortened] ?? [] where Self.differByOneLetter(written, Array(name.utf8)) { result.insert(name) }
        }
        return result
    }

    /// The text itself and all texts it gives when it loses one letter.
    private static func shortened(_ key: String) -> [String] {
        let letters = Array(key.utf8)
        var result = [key]
        // Of two equal letters side by side it does not matter which is lost.
        for index in letters.indices where index == 0 || letters[index] != letters[index - 1] {
            var rest = letters
            rest.remove(at: index)
            result.append(String(decoding: rest, as: UTF8.self))
        }
        return result
    }

    private static func differByOneLetter(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let start = zip(left, right).prefix { $0 == $1 }.count
        let left = left[start...]
        let right = right[start...]
        switch left.count - right.count {
        case 0:
            let isSwapped = left.count >= 2 && left.prefix(2).elementsEqual(right.prefix(2).reversed())
            return left.dropFirst().elementsEqual(right.dropFirst()) || (isSwapped && left.dropFirst(2).elementsEqual(right.dropFirst(2)))
        case 1: return left.dropFirst().elementsEqual(right)
        case -1: return left.elementsEqual(right.dropFirst())
        default: return false
        }
    }
}
