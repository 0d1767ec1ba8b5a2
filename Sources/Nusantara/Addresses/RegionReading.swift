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
            default: continue
            }
        }
        return found?.code
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
