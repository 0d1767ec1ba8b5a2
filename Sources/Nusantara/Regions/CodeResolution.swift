/// What a written region code stands for today.
public enum CodeResolution: Sendable, Hashable {
    /// A code in force, or one of a district or village in that region.
    case current(Region)
    /// A code that was replaced; `from` is the old code in the ministry's writing (`91.01`) or, for BPS, its digits (`9401`).
    case superseded(Region, from: String)
    /// A writing that means several regions, in the order of their codes.
    case ambiguous([Region])
    /// No region, now or earlier.
    case unknown

    /// The one region it means, if it means one.
    public var region: Region? {
        switch self {
        case .current(let region), .superseded(let region, _): region
        case .ambiguous, .unknown: nil
        }
    }
}

extension Regions {
    /// What a code of the Ministry of Home Affairs means, in any writing: `32`, `32.04`, `3204`, `320405`, `32.04.05.2001`, `91.01`, `ID`.
    ///
    /// Codes of districts and villages give their regency; the district must exist or have existed, the village is not looked at.
    /// A spreadsheet that took a code for a number turns `32.10` into `32.1`, which also reads as a careless `32.01`: both are given.
    /// Codes of BPS are another system, see ``resolve(bpsCode:)``.
    public static func resolve(code text: String) -> CodeResolution {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        if String(decoding: bytes, as: UTF8.self).uppercased() == "ID" { return .current(nation) }
        var groups = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Array($0) }
        guard groups.count <= 4, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return .unknown }
        if groups.count == 1 {
            let digits = groups[0]
            guard [2, 4, 6, 10].contains(digits.count) else { return .unknown }
            groups = [Array(digits[0..<2])]
            if digits.count >= 4 { groups.append(Array(digits[2..<4])) }
            if digits.count >= 6 { groups.append(Array(digits[4..<6])) }
        } else if groups.count == 2, groups[0].count == 2, groups[1].count == 1 {
            return resolveShortened(groups[0], groups[1])
        }
        guard groups.prefix(3).allSatisfy({ $0.count == 2 }), groups.count < 4 || groups[3].count == 4 else { return .unknown }
        return resolve(groups: groups.prefix(3).map { String(decoding: $0, as: UTF8.self) })
    }

    private static func resolve(groups: [String]) -> CodeResolution {
        let written = groups.prefix(2).joined(separator: ".")
        if groups.count == 3 {
            guard let number = Int(groups[2]), IssuedDistricts.known.exists(number, in: written) else { return .unknown }
        }
        if let region = region(RegionCode(rawValue: written)) { return .current(region) }
        if let successor = RegionHistory.successors[written], let region = region(RegionCode(rawValue: successor)) {
            return .superseded(region, from: written)
        }
        return .unknown
    }

    private static func resolveShortened(_ province: [UInt8], _ digit: [UInt8]) -> CodeResolution {
        let zero = [UInt8(ascii: "0")]
        let readings = [zero + digit, digit + zero]
            .map { resolve(groups: [String(decoding: province, as: UTF8.self), String(decoding: $0, as: UTF8.self)]) }
            .filter { $0 != .unknown }
        return readings.count > 1 ? .ambiguous(readings.compactMap(\.region)) : readings.first ?? .unknown
    }

    /// What a code of Statistics Indonesia (BPS) means: 2 digits for a province, 4 for a regency, 7 and 10 for a district and a village in it.
    ///
    /// Most provinces agree with the ministry, 199 of the 514 regencies do not. In Papua 91 and 94 have meant the provinces before and after their
    /// division, so both readings are given; the regency codes from before the division are read as superseded where BPS has new ones.
    public static func resolve(bpsCode text: String) -> CodeResolution {
        let digits = Array(text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") })
        guard [2, 4, 7, 10].contains(digits.count), digits.allSatisfy(isDigit) else { return .unknown }
        let province = String(decoding: digits[0..<2], as: UTF8.self)
        guard digits.count > 2 else {
            let regions = (RegionHistory.statisticsProvinces[province] ?? [province]).compactMap { region(RegionCode(rawValue: $0)) }
            return regions.count > 1 ? .ambiguous(regions) : regions.first.map { .current($0) } ?? .unknown
        }
        let code = String(decoding: digits[0..<4], as: UTF8.self)
        guard let region = RegionAtlas.current.region(statisticsCode: code) else { return .unknown }
        return region.bpsCode == nil ? .superseded(region, from: code) : .current(region)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
