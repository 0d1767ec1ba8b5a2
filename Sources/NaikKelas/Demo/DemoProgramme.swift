import Accounts
import Journey
import Simulation
import Storage

/// The partners and programmes of a demo.
struct DemoProgramme: Sendable {
    let partners: [PartnerList: Partner]
    let programmes: [PartnerList: Programme]

    /// Makes them known, or finds those that are.
    static func store(in database: any SQLDatabase) async throws -> DemoProgramme {
        let onboarding = Programme(code: "umkm-go-online", name: "UMKM Go Online")
        let food = Programme(code: "gofood-onboarding", name: "Bergabung dengan GoFood")
        let learning = Programme(code: "digital-entrepreneurship-academy", name: "Digital Entrepreneurship Academy")
        let cooperative = Programme(code: "pembinaan-daerah", name: "Pembinaan UMKM daerah")
        let programmes: [PartnerList: Programme] = [
            .shopee: onboarding, .tokopedia: onboarding, .gofood: food, .dinasKoperasi: cooperative, .dts: learning,
        ]
        return try await database.write { connection in
            var known: [String: Programme] = [:]
            for programme in Set(programmes.values) {
                let id = try connection.upsertProgramme(programme)
                known[programme.code] = Programme(id: id, code: programme.code, name: programme.name)
            }
            let partners = PartnerList.allCases.map { list in
                let kind: Partner.Kind = list.isChannel ? .marketplace : list == .dts ? .trainingProvider : .districtOffice
                return (list, Partner(code: list.code, name: list.name, kind: kind))
            }
            for (_, partner) in partners { try connection.upsertPartner(partner) }
            return DemoProgramme(
                partners: Dictionary(uniqueKeysWithValues: partners), programmes: programmes.compactMapValues { known[$0.code] })
        }
    }
}
