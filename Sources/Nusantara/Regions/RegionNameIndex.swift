/// Every name of every region, folded, with what lies one wrong letter away from it.
struct RegionNameIndex: Sendable {
    static let current = RegionNameIndex()

    /// Regions by the key of a name.
    private var named: [String: [Region]] = [:]
    /// The keys of at least five letters that give a text when they lose one letter, or none.
    private var nearby: [String: [String]] = [:]

    private init() {
        let atlas = RegionAtlas.current
        for region in [atlas.nation] + atlas.provinces + atlas.regencies {
            add(region, as: region.baseName)
            if region.level != .regency { add(region, as: region.name) }
        }
        for line in regionAliases.split(separator: "\n") {
            let fields = line.split(separator: "|")
            guard fields.count == 2, let region = atlas.region(RegionCode(rawValue: String(fields[0]))) else { continue }
            for name in fields[1].split(separator: ";") { add(region, as: String(name)) }
        }
        for key in named.keys.sorted() where key.utf8.count >= 5 {
            for shortened in Self.shortened(key) { nearby[shortened, default: []].append(key) }
        }
    }

    private mutating func add(_ region: Region, as name: String) {
        let key = RegionWords(name).key
        if named[key]?.contains(region) != true { named[key, default: []].append(region) }
    }

    // MARK: Searching

    /// The regions a name means, inside every one of the parents.
    func search(_ name: RegionWords, within parents: [[Region]], level: Region.Level?) -> [Region] {
        func narrowed(_ regions: [Region], _ kinds: Set<Region.Kind>) -> [Region] {
            var kept = regions
            if !kinds.isEmpty { kept.removeAll { !kinds.contains($0.kind) } }
            if let level { kept.removeAll { $0.level != level } }
            for candidates in parents where !candidates.isEmpty && !kept.isEmpty { kept = Self.inside(candidates, of: kept) }
            return kept
        }
        let readings = Self.readings(of: name)
        for (key, kinds) in readings {
            if let regions = named[key] {
                let kept = narrowed(regions, kinds)
                if !kept.isEmpty { return kept }
            }
        }
        // A name that is known, only not of this kind or not here, is no misspelling.
        if readings.contains(where: { named[$0.key] != nil }) { return [] }
        for (key, kinds) in readings {
            if let regions = named[Self.modernSpelling(key)] {
                let kept = narrowed(regions, kinds)
                if !kept.isEmpty { return kept }
            }
        }
        for (key, kinds) in readings {
            let meant = Set(misspelled(key).map { narrowed(named[$0] ?? [], kinds) }.filter { !$0.isEmpty })
            if let regions = meant.first { return meant.count == 1 ? regions : [] }
        }
        return []
    }

    /// The regions a parent's name may mean; empty if it cannot be read.
    func parents(_ name: RegionWords) -> [Region] {
        search(name, within: [], level: nil)
    }

    /// The regions a parent written as a name or a code may mean; empty if it cannot be read.
    func parents(named text: String) -> [Region] {
        if let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
            return Regions.resolve(code: text).region.map { [$0] } ?? []
        }
        return Regions.find(text).candidates
    }

    /// Of the regions those that lie in a parent; else those that are one; else those whose province was once a part of one.
    private static func inside(_ parents: [Region], of regions: [Region]) -> [Region] {
        let children = regions.filter { region in parents.contains { $0.code != region.code && $0.code.contains(region.code) } }
        if !children.isEmpty { return children }
        let same = regions.filter { parents.contains($0) }
        if !same.isEmpty { return same }
        return regions.filter { region in
            let former = RegionHistory.formerProvinces[String(region.code.rawValue.prefix(2))] ?? []
            return parents.contains { former.contains($0.code.rawValue) }
        }
    }

    // MARK: Reading a name

    /// The keys a writing may be looked up by, with the kinds of region it allows (none for any), the closest reading first.
    private static func readings(of name: RegionWords) -> [(key: String, kinds: Set<Region.Kind>)] {
        var readings: [(key: String, kinds: Set<Region.Kind>)] = [(name.key, [])]
        guard name.words.count > 1 else {
            for (prefix, kind) in [("kabupaten", Region.Kind.regency), ("kab", .regency), ("kota", .city)]
            where readings[0].key.hasPrefix(prefix) && readings[0].key.utf8.count > prefix.utf8.count + 3 {
                readings.append((String(readings[0].key.dropFirst(prefix.count)), [kind]))
            }
            return readings
        }
        let leading = name.droppingLeadingKinds(andFillers: false)
        if !leading.kinds.isEmpty, !leading.name.isEmpty {
            readings.append((leading.name.key, leading.kinds))
            let bare = name.droppingLeadingKinds(andFillers: true)
            if !bare.name.isEmpty, bare.name.words.count < leading.name.words.count { readings.append((bare.name.key, bare.kinds)) }
        }
        let trailing = leading.name.isEmpty ? name.droppingTrailingKinds : leading.name.droppingTrailingKinds
        if !trailing.kinds.isEmpty { readings.append((trailing.name.key, trailing.kinds.union(leading.kinds))) }
        return readings
    }

    /// The spelling of today of a name in the spelling before 1972: oe is u, dj is j, tj is c.
    private static func modernSpelling(_ key: String) -> String {
        var result: [UInt8] = []
        for byte in key.utf8 {
            switch (result.last, byte) {
            case (UInt8(ascii: "o"), UInt8(ascii: "e")): result[result.count - 1] = UInt8(ascii: "u")
            case (UInt8(ascii: "d"), UInt8(ascii: "j")): result[result.count - 1] = UInt8(ascii: "j")
            case (UInt8(ascii: "t"), UInt8(ascii: "j")): result[result.count - 1] = UInt8(ascii: "c")
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    // MARK: Misspellings

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
    private static func shortened(_ key: String) -> Set<String> {
        let letters = Array(key.utf8)
        var result: Set<String> = [key]
        for index in letters.indices { result.insert(String(decoding: letters[..<index] + letters[(index + 1)...], as: UTF8.self)) }
        return result
    }

    private static func differByOneLetter(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let start = zip(left, right).prefix { $0 == $1 }.count
        let left = left[start...], right = right[start...]
        switch left.count - right.count {
        case 0:
            return left.dropFirst().elementsEqual(right.dropFirst())
                || (left.count >= 2 && left.prefix(2).elementsEqual(right.prefix(2).reversed())
                    && left.dropFirst(2).elementsEqual(right.dropFirst(2)))
        case 1: return left.dropFirst().elementsEqual(right)
        case -1: return left.elementsEqual(right.dropFirst())
        default: return false
        }
    }
}
