import Accounts
import Journey
import Nusantara
import Storage

/// Partners, programmes and a day on which the tests of the journey stand.
struct JourneyFixture: Sendable {
    static let migrations = JourneySchema.migrations
    static let today = CalendarDate(iso: "2026-11-23") ?? CalendarDate(dayNumber: 20_780)

    let shopee = Partner(code: "shopee", name: "Shopee", kind: .marketplace)
    let gofood = Partner(code: "gofood", name: "GoFood", kind: .marketplace)
    let office = Partner(code: "dinas", name: "Dinas Koperasi", kind: .districtOffice)
    let goOnline = Programme(code: "umkm-go-online", name: "UMKM Go Online")
    let strict = Programme(code: "strict", name: "Strict", rules: LadderRules(activeDays: 30))

    var partners: [Partner] { [shopee, gofood, office] }

    func prepare(_ connection: any SQLConnection) throws {
        for partner in partners { try connection.upsertPartner(partner) }
        for programme in [goOnline, strict] { try connection.upsertProgramme(programme) }
    }

    func claim(
        of partner: Partner, programme: Programme? = nil, on day: CalendarDate = today.adding(days: -400), certainty: Certainty = .certain
    ) -> Milestone {
        Milestone(
            .registered, on: day, partner: partner.id, programme: programme?.id, evidence: .claim(Identifier<EvidenceSubject>()),
            certainty: certainty)
    }
}
