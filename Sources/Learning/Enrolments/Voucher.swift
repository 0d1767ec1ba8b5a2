public import Accounts
public import Storage

/// What pays for a course: activated by the participant, redeemed at the course, rated at its end.
public struct Voucher: Sendable, Hashable {
    /// Twelve characters that are easily told apart: `K7QM-2XHD-9PTA`.
    public let code: String
    public let enrolment: EnrolmentID
    /// In rupiah.
    public let value: Int
    public let activatedAt: Timestamp
    public let expiresAt: Timestamp
    public let redeemedAt: Timestamp?
    /// 1 to 5.
    public let rating: Int?
}

extension Voucher {
    /// Without letters and digits that look alike.
    private static let letters = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    static func newCode() -> String {
        var generator = SystemRandomNumberGenerator()
        let characters = (0..<12).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
        return [0, 4, 8].map { String(characters[$0..<($0 + 4)]) }.joined(separator: "-")
    }

    static let columns: SQLQuery = "code, enrolment_id, value, activated_at, expires_at, redeemed_at, rating"

    init(row: any SQLRow) throws {
        self.init(
            code: try row[0], enrolment: try row[1], value: Int(try row[2] as Int64), activatedAt: try row[3], expiresAt: try row[4],
            redeemedAt: try row[5], rating: (try row[6] as Int64?).map { Int($0) })
    }
}

extension SQLConnection {
    public func voucher(of enrolment: EnrolmentID) throws -> Voucher? {
        try first("SELECT \(Voucher.columns) FROM voucher WHERE enrolment_id = \(enrolment)", Voucher.init(row:))
    }

    /// Activates the voucher of somebody who has a seat; asked again, the same voucher is returned.
    ///
    /// - Throws: ``LearningError/voucherUnknown`` where the programme has none or the person has no seat; ``Storage/StorageError``.
    public func activateVoucher(of id: EnrolmentID, at now: Timestamp) throws -> Voucher {
        if let known = try voucher(of: id) { return known }
        let enrolment = try enrolment(id)
        guard let rule = try definition(of: try cohort(enrolment.cohort)).voucher, enrolment.state.holdsSeat, enrolment.state != .offered
        else { throw LearningError.voucherUnknown }
        try run(
            """
            INSERT INTO voucher (code, enrolment_id, value, activated_at, expires_at)
            VALUES (\(Voucher.newCode()), \(id), \(Int64(rule.value)), \(now), \(now.adding(.seconds(rule.days * 86_400))))
            """)
        guard let voucher = try voucher(of: id) else { throw LearningError.voucherUnknown }
        return voucher
    }

    /// Redeems a voucher, with which the course begins; redeemed again it changes nothing. The unit of work holds
    /// ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``LearningError/voucherUnknown``, ``LearningError/voucherExpired``; ``Storage/StorageError``.
    @discardableResult
    public func redeemVoucher(_ code: String, by person: PersonID? = nil, at now: Timestamp) throws -> Voucher {
        let wanted = code.uppercased().filter { !$0.isWhitespace }
        guard let voucher = try first("SELECT \(Voucher.columns) FROM voucher WHERE code = \(wanted)", Voucher.init(row:)) else {
            throw LearningError.voucherUnknown
        }
        if voucher.redeemedAt != nil { return voucher }
        guard now <= voucher.expiresAt else { throw LearningError.voucherExpired }
        try run("UPDATE voucher SET redeemed_at = \(now) WHERE code = \(wanted)")
        try begin(voucher.enrolment, by: person, at: now)
        return try first("SELECT \(Voucher.columns) FROM voucher WHERE code = \(wanted)", Voucher.init(row:)) ?? voucher
    }

    /// The participant's rating of the course, 1 to 5.
    ///
    /// - Throws: ``LearningError/voucherUnknown`` if nothing was redeemed, ``LearningError/ratingOutOfRange``; ``Storage/StorageError``.
    public func rateCourse(_ enrolment: EnrolmentID, _ rating: Int, at now: Timestamp) throws {
        guard (1...5).contains(rating) else { throw LearningError.ratingOutOfRange }
        guard try voucher(of: enrolment)?.redeemedAt != nil else { throw LearningError.voucherUnknown }
        try run("UPDATE voucher SET rating = \(Int64(rating)), rated_at = \(now) WHERE enrolment_id = \(enrolment)")
    }
}
