/// The one place where identifiers and addresses ask about regions.
enum RegionReading {
    /// Whether a district code as it stands at the front of a NIK belongs or ever belonged to a region.
    static func knows(nikPrefix: String) -> Bool {
        Regions.wasEverIssued(prefix: nikPrefix)
    }
}
