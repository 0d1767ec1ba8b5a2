import Accounts
import Hummingbird
import Journey
import Learning
import Nusantara
import Storage

/// Whether training led to sales, for those who run programmes.
struct TrainingEffectController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/training-effect") { request, context in
            let viewer = try context.requireViewer(holding: .seeFigures)
            guard viewer.may(.seeFigures) else { throw WebError.forbidden }
            let today = services.today
            let sets = try await services.database.read { try $0.matchedSets(today: today) }
            return services.reply(with: Self.page(TrainingEffect(sets)), to: request, context)
        }
    }

    static func page(_ effect: TrainingEffect) -> SectionPage {
        let days = TrainingComparison.days
        let answer: Phrase =
            switch effect.answer {
            case .tooFew:
                Phrase(
                    "Belum bisa dikatakan: usaha terlatih yang bisa dibandingkan masih kurang dari \(TrainingEffect.least).",
                    "It cannot be said yet: fewer than \(TrainingEffect.least) trained businesses can be compared.")
            case .cannotTell:
                Phrase(
                    "Data belum bisa membedakan: selisihnya bisa lebih, bisa juga kurang.",
                    "The data cannot tell: the difference may be more or less than nothing.")
            case .more:
                Phrase(
                    "Usaha yang pemiliknya dilatih lebih sering mulai menjual daripada usaha sejenis.",
                    "Businesses with a trained owner began to sell more often than others like them.")
            case .fewer:
                Phrase(
                    "Usaha yang pemiliknya dilatih lebih jarang mulai menjual daripada usaha sejenis.",
                    "Businesses with a trained owner began to sell less often than others like them.")
            }
        return SectionPage(
            title: Phrase("Apakah pelatihan menghasilkan penjualan?", "Does training lead to sales?"), place: .classes,
            lead: .phrase(answer), back: .init(Paths.programmeDesk, Phrase("Program dan kelas", "Programmes and classes")),
            sections: [
                SectionPage.Section(
                    table: DataTable(
                        caption: Phrase(
                            "Mulai menjual dalam \(days) hari sesudah lulus", "Began to sell within \(days) days of passing"),
                        columns: [.init(Phrase("Kelompok", "Group")), .init(Phrase("Bagian", "Share"), isNumber: true)],
                        rows: [
                            [.init(.phrase(Phrase("Pemiliknya dilatih", "Owner was trained"))), .init(.share(effect.trainedShare))],
                            [
                                .init(.phrase(Phrase("Usaha sejenis, tidak dilatih", "Like them, not trained"))),
                                .init(.share(effect.companionShare)),
                            ],
                            [.init(.phrase(Phrase("Selisih", "Difference"))), .init(.share(effect.difference))],
                            [.init(.phrase(Phrase("Paling sedikit (95 %)", "At least (95 %)"))), .init(.share(effect.low))],
                            [.init(.phrase(Phrase("Paling banyak (95 %)", "At most (95 %)"))), .init(.share(effect.high))],
                        ]),
                    links: []),
                SectionPage.Section(
                    Phrase("Cara membandingkan", "How they are compared"),
                    paragraphs: [
                        .sentence(
                            Phrase(
                                "{1} usaha terlatih yang belum pernah menjual, masing-masing dengan usaha di kabupaten atau kota yang sama, bidang yang sama, dan terdaftar kira-kira bersamaan.",
                                "{1} trained businesses that had never sold, each with others of the same regency or city, the same trade, registered at about the same time."
                            ),
                            [.whole(effect.trained)]),
                        .phrase(
                            Phrase(
                                "Siapa yang ikut kelas mungkin memang lebih giat. Itu tidak bisa dihilangkan dari angka ini.",
                                "Those who take a class may be keener anyway. That cannot be taken out of these figures.")),
                    ]),
            ])
    }
}

/// Who is compared with whom.
enum TrainingComparison {
    /// Days from passing within which a first sale counts.
    static let days = 60
    /// Trained businesses that are looked at, the latest first: enough for an interval of a few percent.
    static let sample = 300
    /// Companions of each.
    static let companions = 5
    /// How far apart two may have been registered, in days.
    static let registeredWithin = 183
}

/// A business whose owner passed a programme.
private struct Trained {
    let business: BusinessID
    /// The day, and where and in what it trades.
    let passed: Int64
    let region: String
    let trade: Int64
}

extension SQLConnection {
    /// The latest trained businesses whose days are over, with companions.
    func matchedSets(today: CalendarDate) throws -> [TrainingEffect.MatchedSet] {
        let latest = Int64(today.dayNumber - TrainingComparison.days)
        let trained = try rows(
            """
            SELECT l.business_id, MIN(e.passed_day) AS passed, b.region, b.trade FROM enrolment e
            JOIN learner l ON l.id = e.learner_id JOIN business b ON b.id = l.business_id
            WHERE e.passed_day IS NOT NULL AND e.passed_day <= \(latest) AND b.trade IS NOT NULL
            GROUP BY l.business_id, b.region, b.trade ORDER BY passed DESC, l.business_id LIMIT \(Int64(TrainingComparison.sample))
            """
        ) { Trained(business: try $0[0], passed: try $0[1], region: try $0[2], trade: try $0[3]) }
        return try trained.compactMap { business in
            let group = business.trade / 1000 * 1000
            let others = try rows(
                """
                SELECT b.id FROM business b
                WHERE b.region = \(business.region) AND b.trade >= \(group) AND b.trade < \(group + 1000) AND b.id <> \(business.business)
                    AND NOT EXISTS (SELECT 1 FROM learner l WHERE l.business_id = b.id)
                ORDER BY b.id LIMIT 100
                """
            ) { try $0[0] as BusinessID }
            var days: [BusinessID: (registered: Int64, sold: [Int64])] = [:]
            try forEachRow(
                """
                SELECT business_id, kind, day FROM milestone
                WHERE business_id IN \(list: others + [business.business]) AND kind IN ('registered', 'sold')
                """
            ) { row in
                let (id, kind, day): (BusinessID, String, Int64) = (try row[0], try row[1], try row[2])
                var known = days[id] ?? (.max, [])
                if kind == "registered" { known.registered = min(known.registered, day) } else { known.sold.append(day) }
                days[id] = known
            }
            func hasSold(_ id: BusinessID) -> Bool? {
                let sold = days[id]?.sold ?? []
                if sold.contains(where: { $0 <= business.passed }) { return nil }
                return sold.contains { $0 <= business.passed + Int64(TrainingComparison.days) }
            }
            guard let own = hasSold(business.business), let registered = days[business.business]?.registered else { return nil }
            let companions = others.filter { id in
                guard let other = days[id]?.registered, other != .max else { return false }
                return abs(other - registered) <= TrainingComparison.registeredWithin
            }.compactMap(hasSold).prefix(TrainingComparison.companions)
            return TrainingEffect.MatchedSet(hasSold: own, companions: companions.count, companionsSold: companions.count { $0 })
        }
    }
}
