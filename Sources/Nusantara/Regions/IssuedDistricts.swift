/// The district numbers of every regency, as bits: what the first six digits of a NIK may be.
struct IssuedDistricts: Sendable {
    static let known = IssuedDistricts()

    /// Bit n of a regency's set says that its district n exists today.
    private var current: [String: DistrictNumbers] = [:]
    /// The same for numbers of earlier versions of the codes.
    private var retired: [String: DistrictNumbers] = [:]

    private init() {
        current = Self.read(districtTable)
        retired = Self.read(retiredDistrictTable)
    }

    /// How many districts exist today.
    var count: Int {
        current.values.reduce(0) { $0 + $1.count }
    }

    /// Whether the district exists today or stood in a version of the codes since 2018; the regency is written `32.04`.
    func exists(_ number: Int, in regency: String) -> Bool {
        current[regency]?.contains(number) == true || retired[regency]?.contains(number) == true
    }

    /// Whether a district with this number can ever have been numbered: up to the highest known number of the regency.
    ///
    /// Districts are numbered in the order they are formed, so a gap was a district that has gone to a younger regency.
    /// Of regencies recoded before 2018 no list is kept, and any number will do.
    func mayHaveExisted(_ number: Int, in regency: String) -> Bool {
        if current[regency] == nil, retired[regency] == nil { return (1...99).contains(number) && RegionHistory.successors[regency] != nil }
        return number >= 1 && number <= max(current[regency]?.highest ?? 0, retired[regency]?.highest ?? 0)
    }

    private static func read(_ table: String) -> [String: DistrictNumbers] {
        var result: [String: DistrictNumbers] = [:]
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let regency = fields.first else { continue }
            var numbers = DistrictNumbers()
            for field in fields.dropFirst() {
                let bounds = field.split(separator: "-").compactMap { Int($0) }
                if let low = bounds.first, let high = bounds.last { numbers.insert(low...high) }
            }
            result[String(regency)] = numbers
        }
        return result
    }
}

/// A set of numbers from 1 to 99.
struct DistrictNumbers: Sendable, Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func insert(_ range: ClosedRange<Int>) {
        for number in range where (1...99).contains(number) {
            if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number - 64) }
        }
    }

    func contains(_ number: Int) -> Bool {
        guard (1...99).contains(number) else { return false }
        return number < 64 ? low & (1 << UInt64(number)) != 0 : high & (1 << UInt64(number - 64)) != 0
    }

    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    /// The highest number in the set, or 0.
    var highest: Int { high != 0 ? 127 - high.leadingZeroBitCount : low != 0 ? 63 - low.leadingZeroBitCount : 0 }
}

extension Regions {
    /// The region of today to which a NIK's first six digits belong, or nil if no regency ever had such a number.
    ///
    /// The prefix is the place of *first* registration and is kept for life, so replaced codes count (9101xx is Merauke, today 93.01).
    public static func region(nikPrefix: String) -> Region? {
        guard let (regency, _) = split(nikPrefix) else { return nil }
        return region(RegionCode(rawValue: regency))
            ?? RegionHistory.successors[regency].flatMap { region(RegionCode(rawValue: $0)) }
    }

    /// Whether a NIK can have begun with these six digits in any version of the codes.
    ///
    /// False is a reason to warn, not to refuse: numbers from before the national register do not always follow the codes.
    public static func wasEverIssued(prefix: String) -> Bool {
        guard let (regency, district) = split(prefix) else { return false }
        return IssuedDistricts.known.mayHaveExisted(district, in: regency)
    }

    private static func split(_ prefix: String) -> (regency: String, district: Int)? {
        let digits = Array(prefix.utf8)
        guard digits.count == 6, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        let province = String(decoding: digits[0..<2], as: UTF8.self)
        let regency = String(decoding: digits[2..<4], as: UTF8.self)
        return (province + "." + regency, Int(digits[4] - 48) * 10 + Int(digits[5] - 48))
    }
}
