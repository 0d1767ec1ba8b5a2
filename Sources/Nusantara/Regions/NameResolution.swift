/// What a written region name stands for.
public enum NameResolution: Sendable, Hashable {
    /// Exactly one region.
    case one(Region)
    /// Several regions bear the name, in the order of their codes: "Bandung" is a regency and a city.
    case ambiguous([Region])
    /// No region is called so, or none in the parent that was given.
    case unknown

    /// The one region it means, if it means one.
    public var region: Region? {
        if case .one(let region) = self { region } else { nil }
    }

    /// All regions it may mean.
    public var candidates: [Region] {
        switch self {
        case .one(let region): [region]
        case .ambiguous(let regions): regions
        case .unknown: []
        }
    }

    init(_ regions: [Region]) {
        switch regions.count {
        case 0: self = .unknown
        case 1: self = .one(regions[0])
        default: self = .ambiguous(regions.sorted { $0.code < $1.code })
        }
    }
}

extension Regions {
    /// The region a piece of text names.
    ///
    /// Reads any case, dots and spacing, "Kab.", "Kota", "Kodya", "Prov.", everyday and former names ("Solo", "Jabar", "Ujung Pandang"), and a
    /// parent after a comma ("Bandung, Jawa Barat"). A name with one wrong, missing, extra or swapped letter is read if it can mean one name only.
    /// Text around the name is not its business: an address is taken apart first.
    ///
    /// - Parameters:
    ///   - parent: the region it must lie in, by name or code; also a province that held it before borders changed. One that cannot be read is ignored.
    ///   - level: whether it must be a province or a regency or city; nil for any.
    public static func find(_ text: String, within parent: String? = nil, as level: Region.Level? = nil) -> NameResolution {
        let index = RegionNameIndex.current
        var pieces = text.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
            .map { RegionWords(utf8: Substring($0).utf8) }.filter { !$0.isEmpty }
        if pieces.count > 1, pieces[1].areAllKinds { pieces[0].words.insert(contentsOf: pieces.remove(at: 1).words, at: 0) }
        guard let name = pieces.first, let last = pieces.last else { return .unknown }
        let outer = parent.map(index.parents(written:)) ?? []
        var found = index.search(name, within: pieces.dropFirst().map(index.parents(_:)) + [outer], level: level)
        if found.isEmpty, pieces.count > 1 {
            // The other way round: "Jawa Barat, Kab. Bandung".
            found = index.search(last, within: pieces.dropLast().map(index.parents(_:)) + [outer], level: level)
        }
        return NameResolution(found.map { index.regions[$0] })
    }
}
