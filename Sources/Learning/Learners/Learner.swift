public import Accounts
public import Nusantara
public import Storage

/// The subject of a ``LearnerID``.
public enum LearnerSubject {}
/// A person who learns, whether or not they have an account.
public typealias LearnerID = Identifier<LearnerSubject>

/// A person who learns: known once, however many cohorts they were in and however their name was spelt.
public struct Learner: Sendable, Hashable {
    public let id: LearnerID
    public let name: String
    public let birthDay: CalendarDate?
    public let sex: Sex?
    public let hasDisability: Bool?
    /// The regency or city.
    public let region: RegionCode
    public let business: BusinessID?
    /// Sealed; nil where unknown.
    public let sealedPhone: [UInt8]?
}

extension Learner {
    static let columns: SQLQuery = "l.id, l.name, l.birth_day, l.sex, l.disability, l.region, l.business_id, l.phone"
    static let columnCount = 8

    init(row: any SQLRow, at place: Int = 0) throws {
        id = try row[place]
        name = try row[place + 1]
        let day: Int64? = try row[place + 2]
        birthDay = day.map { CalendarDate(dayNumber: Int($0)) }
        let (sex, disability): (Int64, Int64) = (try row[place + 3], try row[place + 4])
        self.sex = sex == 1 ? .male : sex == 2 ? .female : nil
        hasDisability = disability == 1 ? true : disability == 2 ? false : nil
        region = RegionCode(rawValue: try row[place + 5])
        business = try row[place + 6]
        sealedPhone = try row[place + 7]
    }
}

extension SQLConnection {
    public func learner(_ id: LearnerID) throws -> Learner? {
        try first("SELECT \(Learner.columns) FROM learner l WHERE l.id = \(id)") { try Learner(row: $0) }
    }
}
