import Journey
import Linkage
public import Nusantara

/// One usable row of a list, read and normalised, ready to be stored and linked.
struct PreparedClaim: Sendable {
    let line: Int
    /// The partner's own id, or a fingerprint of who the row is about where the list has none.
    let externalKey: String
    /// A fingerprint of the row as it was sent and of how its columns were read.
    let content: [UInt8]
    /// The cells as they were sent, sealed.
    let asSent: [UInt8]
    let features: LinkageRecord
    /// The features as they are kept, and the keys under which claims that may be the same business meet.
    let encodedFeatures: [UInt8]
    let matchKeys: [Int64]
    /// Phones and e-mail address, each with its match key.
    let contactKeys: [(contact: UInt64, key: Int64)]
    let day: CalendarDate
    let name: String
    let owner: PreparedOwner?
    let region: RegionCode
    /// Village and district, or the start of the address, as a person would read it.
    let place: String
    let milestones: [PreparedMilestone]
}

/// The person behind a row, identifiers sealed.
struct PreparedOwner: Sendable {
    let name: String
    let nikPrint: [UInt8]?
    let nik: [UInt8]?
    let phone: [UInt8]?
    let birthDay: CalendarDate?
    let sex: Sex?
}

/// A dated fact that a row tells beside its claim.
struct PreparedMilestone: Sendable, Hashable {
    let kind: Milestone.Kind
    let on: CalendarDate
    let detail: String
}

/// Something found in one cell, or in a whole row.
public struct Finding: Sendable, Hashable {
    public let line: Int
    /// The header of the column; empty for the whole row.
    public let column: String
    public let notice: Notice
    /// Whether the row could not be used because of it.
    public let refusesRow: Bool

    public init(line: Int, column: String, notice: Notice, refusesRow: Bool) {
        self.line = line
        self.column = column
        self.notice = notice
        self.refusesRow = refusesRow
    }
}

/// What came of reading one row.
struct RowReading: Sendable {
    let line: Int
    /// Nil if the row could not be used; a finding then says why.
    let claim: PreparedClaim?
    let findings: [Finding]
}
