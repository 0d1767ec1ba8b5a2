import Nusantara

@testable import Credentials

/// Makes repeatable random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension IssuerProfile {
    static let sample = IssuerProfile(id: "https://naikkelas.example/issuer", name: "Naik Kelas", url: "https://naikkelas.example/")
}

extension CalendarDate {
    /// A day of a test, in numbers that are surely one.
    static func on(_ text: String) -> CalendarDate {
        CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
    }
}

extension OpenBadgeCredential {
    static func sample(
        id: CertificateID = CertificateID(bytes: Array(1...16)) ?? .random(), name: String? = "Siti Rahmawati",
        kind: Kind = .completion, issued: String = "2026-03-01", expires: String? = nil
    ) -> OpenBadgeCredential {
        OpenBadgeCredential(
            id: id, number: "NK-2026-000123", kind: kind,
            achievement: Achievement(
                id: "https://naikkelas.example/achievements/jualan-0", code: "JUALAN-0", name: "Jualan online dari nol",
                description: "Delapan pelajaran, dari foto produk sampai pesanan pertama.", criteria: "Lulus tes akhir."),
            programme: "UMKM Go Online", recipient: RecipientIdentity(hashing: "3273014107900001", salt: "garam"), recipientName: name,
            issued: .on(issued), expires: expires.map { .on($0) },
            evidence: [Evidence(name: "Tes akhir", narrative: "92 dari 100")], revocationList: "https://naikkelas.example/revocations.json")
    }
}

/// An issuer with one key, and a certificate of its.
struct SampleIssuer {
    let keys: IssuerKeys
    let history: KeyHistory

    init(rsa: Bool = false, since day: String = "2026-01-01") throws {
        keys = try IssuerKeys(new: .sample, rsa: rsa)
        history = try KeyHistory(startingWith: keys, on: .on(day))
    }

    func signed(_ credential: OpenBadgeCredential = .sample(), on day: String = "2026-03-01") throws -> SignedCertificate {
        try keys.sign(credential, on: .on(day))
    }

    func verify(_ text: String, revocations: RevocationList? = nil, at day: String = "2026-06-01") -> Verification {
        Verification.verify(text, history: history, revocations: revocations, at: .on(day))
    }
}
