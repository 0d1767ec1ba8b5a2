/// A 64-bit key under which claims that may be the same business meet; the same in every process and version (FNV-1a, then mixed).
struct BlockingKey {
    /// What kind of thing is hashed, so that a phone and a licence with equal hashes do not meet.
    enum Kind: UInt8 {
        case phone = 1
        case nik, nib, npwp, email, account
        case wordInRegency, commonNameInPlace, wholeNameAnywhere, ownerAndBirthday, ownerAndNameAnywhere, door
    }

    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ kind: Kind) {
        add(kind.rawValue)
    }

    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    mutating func add(_ number: UInt64) {
        var rest = number
        for _ in 0..<8 {
            add(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
        add(UInt8(0))
    }

    var value: UInt64 {
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
