/// The regions of Indonesia: one nation, 38 provinces, 416 regencies and 98 cities.
///
/// Codes and names follow the decree of the Minister of Home Affairs 300.2.2-2138 of 2025; earlier codes are read and say what replaced them.
public enum Regions {
    /// Indonesia.
    public static var nation: Region { RegionAtlas.current.nation }

    /// The 38 provinces in the order of their codes.
    public static var provinces: [Region] { RegionAtlas.current.provinces }

    /// The 514 regencies and cities in the order of their codes.
    public static var regencies: [Region] { RegionAtlas.current.regencies }

    /// The region with exactly this code of today, or nil.
    public static func region(_ code: RegionCode) -> Region? {
        RegionAtlas.current.region(code)
    }

    /// The regencies and cities of a province, or of the nation; empty for anything else.
    public static func regencies(in province: RegionCode) -> [Region] {
        Array(RegionAtlas.current.regencies(in: province))
    }

    /// The region directly above: of a regency its province, of a province the nation.
    public static func parent(of region: Region) -> Region? {
        region.code.parent.flatMap(Self.region)
    }
}
