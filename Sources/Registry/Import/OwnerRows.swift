import Accounts
import Journey
import Nusantara
public import Storage

/// The subject of an ``OwnerID``.
public enum OwnerSubject {}
public typealias OwnerID = Identifier<OwnerSubject>

/// The owners that one chunk of a list names: known again by their NIK, otherwise one for each new business.
struct OwnerRows {
    private struct Ownership: Hashable {
        let business: BusinessID
        let owner: OwnerID
    }

    private let named: [(owner: PreparedOwner, business: BusinessID, isNew: Bool)]
    private let now: Timestamp

    init(_ named: [(owner: PreparedOwner, business: BusinessID, isNew: Bool)], now: Timestamp) {
        self.named = named
        self.now = now
    }

    func write(to connection: any SQLConnection) throws {
        var byPrint = try knownOwners(connection)
        var owners: [[SQLValue]] = []
        var ownerships: Set<Ownership> = []
        // A business that was known by its owner's name alone learns who the owner is.
        var identified: [[SQLValue]] = []
        let nameless = try ownersWithoutNIK(connection)
        var isIdentified = Set(byPrint.values)
        for (owner, business, isNew) in named {
            let id: OwnerID
            if let print = owner.nikPrint, let known = byPrint[print] {
                id = known
            } else if !isNew, let print = owner.nikPrint, let known = nameless[business], !isIdentified.contains(known) {
                id = known
                byPrint[print] = known
                isIdentified.insert(known)
                identified.append([known.sqlValue, .bytes(print), owner.nik.sqlValue, owner.birthDay?.sqlValue ?? .null])
            } else {
                id = OwnerID()
                if let print = owner.nikPrint { byPrint[print] = id }
                owners.append([
                    id.sqlValue, .text(String(owner.name.prefix(200))), owner.nikPrint.sqlValue, owner.nik.sqlValue, owner.phone.sqlValue,
                    owner.birthDay?.sqlValue ?? .null, owner.sex.map { .integer($0 == .male ? 1 : 2) } ?? .null, now.sqlValue,
                ])
            }
            ownerships.insert(Ownership(business: business, owner: id))
        }
        try connection.load(
            into: "owner", columns: ["id", "name", "nik_print", "nik", "phone", "birth_day", "sex", "created_at"], rows: owners)
        try connection.run(
            "UPDATE owner SET nik_print = $2, nik = $3, birth_day = COALESCE(birth_day, $4) WHERE id = $1", forEach: identified)
        try connection.run(
            "INSERT INTO ownership (business_id, owner_id) VALUES ($1, $2) ON CONFLICT (business_id, owner_id) DO NOTHING",
            forEach: ownerships.sorted { ($0.business, $0.owner) < ($1.business, $1.owner) }
                .map { [$0.business.sqlValue, $0.owner.sqlValue] })
    }

    private func knownOwners(_ connection: any SQLConnection) throws -> [[UInt8]: OwnerID] {
        var known: [[UInt8]: OwnerID] = [:]
        let prints = Array(Set(named.compactMap(\.owner.nikPrint)))
        for start in stride(from: 0, to: prints.count, by: 1024) {
            let some = prints[start..<min(start + 1024, prints.count)]
            try connection.forEachRow("SELECT nik_print, id FROM owner WHERE nik_print IN \(list: some)") { row in
                known[try row[0]] = try row[1]
            }
        }
        return known
    }

    private func ownersWithoutNIK(_ connection: any SQLConnection) throws -> [BusinessID: OwnerID] {
        var owners: [BusinessID: OwnerID] = [:]
        let businesses = Array(Set(named.filter { !$0.isNew }.map(\.business)))
        for start in stride(from: 0, to: businesses.count, by: 1024) {
            let some = businesses[start..<min(start + 1024, businesses.count)]
            // Whether the NIK is known is asked here: asked in the query, it leads SQLite through all owners without one, every time.
            try connection.forEachRow(
                """
                SELECT s.business_id, o.id, o.nik_print FROM ownership s JOIN owner o ON o.id = s.owner_id
                WHERE s.business_id IN \(list: some)
                """
            ) { row in
                guard row.isNull(at: 2) else { return }
                let (business, owner): (BusinessID, OwnerID) = (try row[0], try row[1])
                owners[business] = min(owners[business] ?? owner, owner)
            }
        }
        return owners
    }
}
