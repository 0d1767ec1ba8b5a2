import CLibPQ

/// The object identifiers of the built-in types, fixed in `pg_type.dat` of PostgreSQL.
enum ServerType {
    /// Left for the server to infer.
    static let inferred: Oid = 0
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let character: Oid = 18
    static let name: Oid = 19
    static let integer8: Oid = 20
    static let integer2: Oid = 21
    static let integer4: Oid = 23
    static let text: Oid = 25
    static let objectIdentifier: Oid = 26
    static let json: Oid = 114
    static let real4: Oid = 700
    static let real8: Oid = 701
    static let unknown: Oid = 705
    static let blankPadded: Oid = 1042
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
    static let uuid: Oid = 2950
    static let binaryJSON: Oid = 3802
}
