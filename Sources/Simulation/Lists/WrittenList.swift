/// What was written as one partner's list, to compare with what an import finds.
public struct WrittenList: Sendable {
    public let partner: PartnerList
    public let path: String
    /// Rows below the header, the unusable ones included.
    public internal(set) var rows = 0
    /// Rows that are about a business.
    public internal(set) var claims = 0
    /// How many different businesses they are about.
    public internal(set) var businesses = 0
    /// In how many rows each trap stands.
    public internal(set) var traps: [Trap: Int] = [:]
}
