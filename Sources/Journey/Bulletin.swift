public import Accounts
import Crypto
public import Nusantara
public import Storage

/// The subject of a ``BulletinID``.
public enum BulletinSubject {}
public typealias BulletinID = Identifier<BulletinSubject>

/// A published count: frozen, so that it can be opened later and still add up.
public struct Bulletin: Sendable, Hashable {
    public let id: BulletinID
    public let title: String
    /// The day on which its standings were worked out.
    public let day: CalendarDate
    public let frozenAt: Timestamp
    public let frozenBy: PersonID?
    /// SHA-256 over its figures.
    public let digest: [UInt8]
}

extension SQLConnection {
    /// Freezes the live counters, all regions, programmes and partners, under a title.
    public func freezeBulletin(title: String, by person: PersonID?) throws -> Bulletin {
        let id = BulletinID()
        let day = try journeyState().day ?? CalendarDate(dayNumber: 0)
        let now = Timestamp.now
        try run(
            """
            INSERT INTO bulletin (id, title, day, frozen_at, frozen_by, digest)
            VALUES (\(id), \(title), \(day), \(now), \(person), \([] as [UInt8]))
            """)
        try run(
            """
            INSERT INTO bulletin_counter (bulletin_id, programme, partner, month, region, claimed, distinct_businesses, onboard, selling,
                growing, exporting, missing, surplus, variance)
            SELECT \(id), programme, partner, month, region, claimed, distinct_businesses, onboard, selling, growing, exporting,
                missing, surplus, variance
            FROM counter WHERE month = 0
            """)
        try run(
            """
            INSERT INTO bulletin_overlap (bulletin_id, region, partners, businesses)
            SELECT \(id), region, partners, businesses FROM overlap WHERE businesses > 0
            """)
        let digest = try digest(ofBulletin: id)
        try run("UPDATE bulletin SET digest = \(digest) WHERE id = \(id)")
        return Bulletin(id: id, title: title, day: day, frozenAt: now, frozenBy: person, digest: digest)
    }

    /// All bulletins, the latest first.
    public func bulletins() throws -> [Bulletin] {
        try rows("SELECT id, title, day, frozen_at, frozen_by, digest FROM bulletin ORDER BY frozen_at DESC, id DESC", Bulletin.init(row:))
    }

    /// A bulletin whose figures are still those that were frozen.
    ///
    /// - Throws: ``JourneyError/unknownBulletin``; ``JourneyError/bulletinAltered`` if a figure is not what it was.
    public func openBulletin(_ id: BulletinID) throws -> Bulletin {
        let found = try first(
            "SELECT id, title, day, frozen_at, frozen_by, digest FROM bulletin WHERE id = \(id)", Bulletin.init(row:))
        guard let found else { throw JourneyError.unknownBulletin }
        guard try digest(ofBulletin: id) == found.digest else { throw JourneyError.bulletinAltered }
        return found
    }

    private func digest(ofBulletin id: BulletinID) throws -> [UInt8] {
        var hash = SHA256()
        func add(_ bytes: [UInt8]) {
            withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        try forEachRow(
            """
            SELECT programme, partner, month, region, claimed, distinct_businesses, onboard, selling, growing, exporting, missing,
                surplus, variance
            FROM bulletin_counter WHERE bulletin_id = \(id) ORDER BY programme, partner, month, region
            """
        ) { row in
            add(try row[0])
            add(try row[1])
            add(Array(try row.text(at: 3).utf8))
            for column in [2] + Array(4...12) { add(Array(String(try row.integer(at: column)).utf8)) }
        }
        try forEachRow(
            "SELECT region, partners, businesses FROM bulletin_overlap WHERE bulletin_id = \(id) ORDER BY region, partners"
        ) { row in
            add(Array(try row.text(at: 0).utf8))
            add(try row[1])
            add(Array(String(try row.integer(at: 2)).utf8))
        }
        return Array(hash.finalize())
    }
}

extension Bulletin {
    init(row: any SQLRow) throws {
        self.init(
            id: try row[0], title: try row[1], day: try row[2], frozenAt: try row[3], frozenBy: try row[4], digest: try row[5])
    }
}
