import Accounts
import Journey
import Simulation
import Storage

/// The partners and programmes of a demo.
struct DemoProgramme: Sendable {
    let partners: [PartnerList: Partner]
    let programmes: [PartnerList: Programme]

    init() {
        let onboarding = Programme(code: "umkm-go-online", name: "UMKM Go Online")
        let food = Programme(code: "gofood-onboarding", name: "Onboarding GoFood")
        let learning = Programme(code: "dts-dea", name: "Digital Entrepreneurship Academy")
        let cooperative = Programme(code: "pembinaan-daerah", name: "Pembinaan UMKM daerah")
        programmes = [.shopee: onboarding, .tokopedia: onboarding, .gofood: food, .dinasKoperasi: cooperative, .dts: learning]
        partners = Dictionary(
            uniqueKeysWithValues: PartnerList.allCases.map { list in
                let kind: Partner.Kind = list.isChannel ? .marketplace : list == .dts ? .trainingProvider : .districtOffice
                return (list, Partner(code: list.code, name: list.name, kind: kind))
            })
    }

    func store(in database: any SQLDatabase) async throws {
        let (programmes, partners) = (programmes, partners)
        try await database.write { connection in
            for programme in Set(programmes.values) { try connection.upsertProgramme(programme) }
            for partner in partners.values { try connection.upsertPartner(partner) }
        }
    }
}
