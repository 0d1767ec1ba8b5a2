import Accounts
import Hummingbird
import Journey
import Learning
import Nusantara
import Storage

/// How many people came to each step, by programme, pillar, sex, disability and region, for those who see figures with their small cells.
struct PeopleController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/people") { request, context in
            let viewer = try context.requireViewer(holding: .seeFigures)
            let region: Region
            if let code = request.query["region"] {
                guard let named = Regions.region(RegionCode(rawValue: code)) else { throw WebError.notFound }
                region = named
            } else {
                region =
                    viewer.grants.compactMap { $0.role.permissions.contains(.seeFigures) ? Regions.region($0.scope.region) : nil }
                    .min { $0.code.rawValue.count < $1.code.rawValue.count } ?? Regions.nation
            }
            guard viewer.may(.seeFigures, region: region.code) else { throw WebError.forbidden }
            let page = try await services.database.read { try Self.page(region, $0) }
            return services.reply(with: page, to: request, context)
        }
    }

    private static func page(_ region: Region, _ connection: any SQLConnection) throws -> SectionPage {
        func people(_ change: (inout PeopleSlice) -> Void) throws -> PeopleLadder {
            var slice = PeopleSlice(region: region.code)
            change(&slice)
            return try connection.people(slice)
        }
        let programmes = try connection.programmes().map { programme in
            (Phrase(verbatim: programme.name), try people { $0.programme = programme.id }, nil as String?)
        }
        let pillars = try Pillar.allCases.map { pillar in (pillar.phrase, try people { $0.pillar = pillar }, nil as String?) }
        let groups: [(Phrase, PeopleLadder, String?)] = [
            (Phrase("Perempuan", "Women"), try people { $0.sex = .female }, nil),
            (Phrase("Laki-laki", "Men"), try people { $0.sex = .male }, nil),
            (Phrase("Penyandang disabilitas", "People with a disability"), try people { $0.hasDisability = true }, nil),
        ]
        let parts: [Region] =
            switch region.level {
            case .nation: Regions.provinces
            case .province: Regions.regencies(in: region.code)
            case .regency: []
            }
        let places = try parts.map { part in
            (Phrase(verbatim: part.everydayName), try connection.people(PeopleSlice(region: part.code)), Paths.people(part.code))
        }
        let up = Regions.parent(of: region)
        return SectionPage(
            title: Phrase("Orang yang belajar", "People who learn"), place: .classes, lead: .text(region.everydayName),
            back: up.map { .init(Paths.people($0.code), Phrase(verbatim: $0.everydayName)) }
                ?? .init(Paths.programmeDesk, Phrase("Program dan kelas", "Programmes and classes")),
            figures: try people { _ in }.figures,
            sections: [
                table(Phrase("Menurut program", "By programme"), Phrase("Program", "Programme"), programmes),
                table(Phrase("Menurut pilar", "By pillar"), Phrase("Pilar", "Pillar"), pillars),
                table(Phrase("Menurut kelompok, sejauh diketahui", "By group, where it is known"), Phrase("Kelompok", "Group"), groups),
                table(Phrase("Menurut wilayah", "By region"), Phrase("Wilayah", "Region"), places),
            ].compactMap(\.self))
    }

    /// Rows in which nobody stands are left out, and so is a table without rows.
    private static func table(
        _ caption: Phrase, _ word: Phrase, _ rows: [(word: Phrase, people: PeopleLadder, address: String?)]
    ) -> SectionPage.Section? {
        let shown = rows.filter { $0.people.enrolled > 0 }
        guard !shown.isEmpty else { return nil }
        return SectionPage.Section(
            table: DataTable(
                caption: caption, columns: [.init(word)] + PeopleStep.allCases.map { .init($0.phrase, isNumber: true) },
                rows: shown.map { row in
                    [.init(.phrase(row.word), address: row.address)] + PeopleStep.allCases.map { .init(.whole(row.people[$0])) }
                }))
    }
}
