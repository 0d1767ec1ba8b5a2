public import Nusantara
public import Storage

/// One business: where it stands, who owns it, who claims it and why that is the same business, what it achieved, who read this.
///
/// Identifiers come masked. Showing it is a reading of personal data and is recorded by whoever answers.
public struct BusinessPage: Page {
    public struct Owner: Sendable, Hashable {
        public let name: String
        /// As `3204••••••••••12`; nil where none is known.
        public let maskedNIK: String?
        public let maskedPhone: String?

        public init(name: String, maskedNIK: String?, maskedPhone: String?) {
            self.name = name
            self.maskedNIK = maskedNIK
            self.maskedPhone = maskedPhone
        }
    }

    public struct Milestone: Sendable, Hashable {
        public let day: CalendarDate
        public let what: Phrase
        /// What it rests on: "baris 12 dari daftar-juli.csv".
        public let evidence: Phrase
        public let partner: String?

        public init(day: CalendarDate, what: Phrase, evidence: Phrase, partner: String?) {
            self.day = day
            self.what = what
            self.evidence = evidence
            self.partner = partner
        }
    }

    public struct Reading: Sendable, Hashable {
        public let at: Timestamp
        public let reader: String
        public let role: Phrase

        public init(at: Timestamp, reader: String, role: Phrase) {
            self.at = at
            self.reader = reader
            self.role = role
        }
    }

    /// The number by which others name it.
    public var id: String
    public var name: String
    /// Village, district, regency, province.
    public var location: String
    public var rung: Int
    public var trade: String?
    public var since: Timestamp
    public var owners: [Owner]
    public var claims: [ClaimCard]
    /// The earliest first.
    public var milestones: [Milestone]
    /// Other businesses of the same owners.
    public var relatives: [BusinessRow]
    /// The latest first.
    public var readings: [Reading]
    /// What was joined to it or parted from it, the latest first.
    public var merges: [MergeLine]
    /// What people said about its rows, the earliest first.
    public var verdicts: [GivenVerdict]
    /// Where another business is joined to it; nil for a reader who may not.
    public var merge: String?
    /// Where its products are; nil for a reader who may not look after them.
    public var products: String?

    public init(
        id: String, name: String, location: String, rung: Int, trade: String?, since: Timestamp, owners: [Owner], claims: [ClaimCard],
        milestones: [Milestone], relatives: [BusinessRow], readings: [Reading],
        merges: [MergeLine] = [], verdicts: [GivenVerdict] = [], merge: String? = nil, products: String? = nil
    ) {
        self.id = id
        self.name = name
        self.location = location
        self.rung = rung
        self.trade = trade
        self.since = since
        self.owners = owners
        self.claims = claims
        self.milestones = milestones
        self.relatives = relatives
        self.readings = readings
        self.merges = merges
        self.verdicts = verdicts
        self.merge = merge
        self.products = products
    }

    public static var template: String { "pages/business" }
    public static var words: PhraseTable { .business }
    public var place: Frame.Place? { .search }
    public var title: Phrase { name.isEmpty ? Phrase("Usaha tanpa nama", "Business without a name") : Phrase(verbatim: name) }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "badge": .model(Badge(rung: rung))
        case "facts": .list(facts)
        case "steps": .model(StepList(Glossary.rungs.map(\.word), current: rung))
        case "owners": .list(owners.map(OwnerCard.init))
        case "claims": .list(claims)
        case "claimCount":
            .sentence(Phrase("{1} baris dari mitra menyebut usaha ini", "{1} rows of partners name this business"), [.whole(claims.count)])
        case "milestones": .maybe(milestones.isEmpty ? nil : milestoneTable)
        case "relatives":
            .maybe(
                relatives.isEmpty
                    ? nil
                    : BusinessRow.table(
                        caption: Phrase("Usaha lain dari pemilik yang sama", "Other businesses of the same owners"), relatives))
        case "merge": .maybe(merge)
        case "products": .maybe(products)
        case "merges": .maybe(merges.isEmpty ? nil : MergeLine.table(merges))
        case "verdicts": .maybe(verdicts.isEmpty ? nil : GivenVerdict.table(verdicts))
        case "readings": .maybe(readings.isEmpty ? nil : readingTable)
        default: nil
        }
    }

    private var facts: [Fact] {
        [
            Fact(Phrase("Tempat", "Place"), .text(location)),
            Fact(Phrase("Jenis usaha", "Trade"), trade.map(TemplateValue.text) ?? .phrase(Phrase("belum diketahui", "not known yet"))),
            Fact(Phrase("Tercatat sejak", "On record since"), .moment(since)),
            Fact(Phrase("Nomor usaha", "Number of the business"), .text(id)),
        ]
    }

    private var milestoneTable: DataTable {
        DataTable(
            caption: Phrase("Yang sudah dicapai", "What was achieved"),
            columns: [
                .init(Phrase("Apa", "What")), .init(Phrase("Tanggal", "Date")), .init(Phrase("Bukti", "Evidence")),
                .init(Phrase("Dari", "From")),
            ],
            rows: milestones.map { milestone in
                [
                    .init(.phrase(milestone.what)), .init(.date(milestone.day)), .init(.phrase(milestone.evidence)),
                    .init(.text(milestone.partner ?? "–")),
                ]
            })
    }

    private var readingTable: DataTable {
        DataTable(
            caption: Phrase("Siapa membaca data ini", "Who read these data"),
            columns: [.init(Phrase("Siapa", "Who")), .init(Phrase("Sebagai", "As")), .init(Phrase("Kapan", "When"))],
            rows: readings.map { [.init(.text($0.reader)), .init(.phrase($0.role)), .init(.moment($0.at))] })
    }
}

private struct OwnerCard: TemplateModel {
    let owner: BusinessPage.Owner

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "name": .text(owner.name)
        case "nik": .maybe(owner.maskedNIK)
        case "phone": .maybe(owner.maskedPhone)
        default: nil
        }
    }
}
