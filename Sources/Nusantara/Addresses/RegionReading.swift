/// The one place where identifiers and addresses ask about regions.
enum RegionReading {
    /// Whether a district code as it stands at the front of a NIK belongs or ever belonged to a region.
    static func knows(nikPrefix: String) -> Bool {
        Regions.wasEverIssued(prefix: nikPrefix)
    }

    /// The regency or city, else the province, that the parts of an address name.
    ///
    /// - Parameters:
    ///   - regency: `kabupaten bandung`, when the address announces one.
    ///   - province: the name of the province, when announced.
    ///   - stretches: what stands between commas unannounced; regions stand at the end.
    ///   - within: a region known from elsewhere, which settles ambiguous names.
    static func resolve(
        regency: String?, province: String?, stretches: [String], within: RegionCode?, _ notices: inout [Notice]
    ) -> RegionCode? {
        var parent = within?.rawValue
        var found: Region?
        if let province, let region = Regions.find(province, as: .province).region {
            found = region
            parent = region.code.rawValue
        }
        if let regency, found == nil, let split = partedProvince(regency) {
            found = split.province
            if let region = Regions.find(split.regency, within: split.province.code.rawValue).region { return region.code }
        }
        var candidates = regency.map { [$0] } ?? []
        if regency == nil { candidates += stretches.reversed().prefix(3) }
        for text in candidates {
            switch Regions.find(text, within: parent) {
            case .one(let region) where region.kind == .province:
                if found == nil { parent = region.code.rawValue }
                found = found ?? region
            case .one(let region) where region.kind != .nation: return region.code
            case .ambiguous(let regions):
                if regency != nil || found != nil { notices.append(ambiguous(text, regions)) }
            default:
                guard regency == nil, let (region, isProvince) = tail(of: text, within: parent) else { continue }
                if !isProvince { return region.code }
                found = found ?? region
                parent = parent ?? region.code.rawValue
            }
        }
        return found?.code
    }

    /// The region at the end of a stretch without commas: `kuta badung bali`. One word is enough for a regency only where the province is known.
    private static func tail(of text: String, within parent: String?) -> (region: Region, isProvince: Bool)? {
        var words = text.split(separator: " ")
        guard words.count > 1 else { return nil }
        var parent = parent
        var province: Region?
        for count in [2, 1] where words.count > count {
            let name = words.suffix(count).joined(separator: " ")
            guard let region = Regions.find(name, as: .province).region,
                folded(region.baseName) == name || count == 1 && name.utf8.count <= 7
            else {
                continue
            }
            province = region
            parent = region.code.rawValue
            words.removeLast(count)
            break
        }
        for count in stride(from: min(3, words.count), through: parent == nil ? 2 : 1, by: -1) {
            let name = words.suffix(count).joined(separator: " ")
            if let region = Regions.find(name, within: parent, as: .regency).region, folded(region.baseName) == name {
                return (region, false)
            }
        }
        return province.map { ($0, true) }
    }

    /// The regency or city that bears exactly this name, without the tolerance for slips that a whole stretch deserves.
    static func exactly(_ name: String, within: RegionCode?) -> RegionCode? {
        guard let region = Regions.find(name, within: within?.rawValue, as: .regency).region, folded(region.baseName) == name else {
            return nil
        }
        return region.code
    }

    /// `kabupaten deli serdang sumut`: a province that follows the regency unannounced.
    private static func partedProvince(_ text: String) -> (regency: String, province: Region)? {
        let words = text.split(separator: " ")
        guard words.count > 2, Regions.find(text) == .unknown else { return nil }
        for count in [1, 2] where words.count - count >= 2 {
            let tail = words.suffix(count).joined(separator: " ")
            if let province = Regions.find(tail, as: .province).region { return (words.dropLast(count).joined(separator: " "), province) }
        }
        return nil
    }

    private static func ambiguous(_ text: String, _ regions: [Region]) -> Notice {
        let names = regions.prefix(3).map(\.name).joined(separator: ", ")
        return Notice(
            code: "address.region", indonesian: "“\(text)” bisa berarti \(names). Tulis kabupaten atau kota, dan provinsinya.",
            english: "“\(text)” may mean \(names). Write whether regency or city, and the province.")
    }
}
