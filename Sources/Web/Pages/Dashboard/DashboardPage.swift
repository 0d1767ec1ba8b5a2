public import Nusantara
public import Storage

/// The count of a region side by side: claimed, distinct, onboard, selling, with map, ladder, targets, overlap and the regions within.
///
/// One model serves the nation, a province, a regency and a frozen bulletin. Whoever fills it decides what its reader may see: the public
/// gets every figure as ``Tally/init(publicly:)``.
public struct DashboardPage: Page {
    /// A region with its everyday name: "Jawa Barat", "Kab. Bandung".
    public struct Region: Sendable, Hashable {
        public let code: RegionCode
        public let name: String

        public init(code: RegionCode, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// The figures of a region.
    public struct Figures: Sendable, Hashable {
        public var claimed: Tally
        public var distinct: Tally
        /// The 95 % interval of ``distinct``; nil where ``distinct`` is too small to be shown.
        public var distinctInterval: ClosedRange<Int64>?
        public var onboard: Tally
        public var selling: Tally
        public var growing: Tally
        public var exporting: Tally

        public init(
            claimed: Tally, distinct: Tally, distinctInterval: ClosedRange<Int64>?, onboard: Tally, selling: Tally, growing: Tally,
            exporting: Tally
        ) {
            self.claimed = claimed
            self.distinct = distinct
            self.distinctInterval = distinctInterval
            self.onboard = onboard
            self.selling = selling
            self.growing = growing
            self.exporting = exporting
        }
    }

    /// A region within the one that is shown, with its figures.
    public struct Part: Sendable, Hashable {
        public let region: Region
        public let figures: Figures

        public init(region: Region, figures: Figures) {
            self.region = region
            self.figures = figures
        }
    }

    /// When and under which name these figures were frozen.
    public struct Bulletin: Sendable, Hashable {
        public let id: String
        public let title: String
        public let frozen: Timestamp

        public init(id: String, title: String, frozen: Timestamp) {
            self.id = id
            self.title = title
            self.frozen = frozen
        }
    }

    public var region: Region
    /// The province of a regency; nil for the nation and for provinces.
    public var province: Region?
    public var figures: Figures
    /// The provinces of the nation or the regencies of a province, in the order of their codes; empty for a regency.
    public var parts: [Part]
    /// The circles of the map: all regencies for the nation, those of the province for a province; empty for a regency.
    public var places: [RegionMap.Place]
    /// The targets for this region, programme, partner and period.
    public var targets: [TargetPace]
    /// Who knows the same businesses; nil where only one partner is shown.
    public var overlap: OverlapUpSet?
    public var filters: DashboardFilters
    /// When the figures last changed.
    public var updated: Timestamp
    /// Whether the reader may open the names behind the figures.
    public var canOpenNames: Bool
    /// Set for a frozen bulletin.
    public var bulletin: Bulletin?
    /// How good the count is; nil where that is not told.
    public var quality: LinkageStanding?

    public init(
        region: Region, province: Region? = nil, figures: Figures, parts: [Part], places: [RegionMap.Place], targets: [TargetPace],
        overlap: OverlapUpSet?, filters: DashboardFilters, updated: Timestamp, canOpenNames: Bool = false, bulletin: Bulletin? = nil,
        quality: LinkageStanding? = nil
    ) {
        self.region = region
        self.province = province
        self.figures = figures
        self.parts = parts
        self.places = places
        self.targets = targets
        self.overlap = overlap
        self.filters = filters
        self.updated = updated
        self.canOpenNames = canOpenNames
        self.bulletin = bulletin
        self.quality = quality
    }

    public static var template: String { "pages/dashboard" }
    public static var words: PhraseTable { .dashboard }
    public var place: Frame.Place? { bulletin == nil ? .count : .bulletins }

    public var title: Phrase {
        if let bulletin { return Phrase(verbatim: bulletin.title) }
        return Phrase("UMKM daring di \(region.name)", "Small businesses online in \(region.name)")
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "hasCrumbs": .flag(!crumbs.isEmpty)
        case "crumbs": .list(crumbs)
        case "bulletin": .maybe(bulletin.map(BulletinStamp.init))
        case "isEmpty": .flag(isEmpty)
        case "hasFigures": .flag(!isEmpty)
        case "empty": .model(Self.empty)
        case "summary": summary
        case "headlines": .list(headlines)
        case "filters": .maybe(bulletin == nil ? filters : nil)
        case "ladder": .model(ladder)
        case "funnel": .model(funnel)
        case "map": .maybe(places.isEmpty ? nil : map)
        case "targets": .list(targets.enumerated().map { TargetCard(id: "target-\($0 + 1)", pace: $1) })
        // A bulletin has none, and a month has none of its own, so there they are not missed.
        case "hasTargets": .flag(!targets.isEmpty || bulletin != nil || filters.month != nil)
        case "overlap": .maybe(overlapFigure)
        case "quality": .maybe(quality)
        case "hasParts": .flag(!parts.isEmpty)
        case "parts": .model(table)
        case "csv": .text(query(Paths.regionCSV(region.code)))
        case "updated": .moment(updated)
        default: nil
        }
    }

    private var isEmpty: Bool { figures.claimed == .exact(0) && figures.distinct == .exact(0) }

    private var crumbs: [NavigationLink] {
        guard bulletin == nil, region.code != .nation else { return [] }
        let parents = [Region(code: .nation, name: "Indonesia")] + (province.map { [$0] } ?? [])
        return parents.map { NavigationLink(address: query(Paths.region($0.code)), label: Phrase(verbatim: $0.name), isCurrent: false) }
    }

    private var summary: TemplateValue {
        guard case .exact(let claimed) = figures.claimed, case .exact(let distinct) = figures.distinct, claimed > distinct, claimed > 0
        else {
            return .sentence(
                Phrase("Ada {1} usaha di balik {2} baris dari para mitra.", "There are {1} businesses behind {2} rows from the partners."),
                [figures.distinct.value, figures.claimed.value])
        }
        return .sentence(
            Phrase(
                "Para mitra mengirim {1} baris. Di baliknya ada {2} usaha: {3} dari baris itu menyebut usaha yang sudah tercatat.",
                "The partners sent {1} rows. Behind them are {2} businesses: {3} of the rows name one already on record."),
            [.number(claimed), .number(distinct), .share(Double(claimed - distinct) / Double(claimed))])
    }

    private var headlines: [Headline] {
        // What a month reached for the first time are other businesses for each figure: none is a share of another.
        let base = filters.month == nil ? figures.distinct : .withheld
        func names(_ metric: String) -> String? { canOpenNames ? query(Paths.names(region.code, metric: metric)) : nil }
        return [
            Headline(entry: Glossary.claimed, tally: figures.claimed, mark: "m1", names: names("claimed")),
            Headline(
                entry: Glossary.distinct, tally: figures.distinct, mark: "m2", interval: figures.distinctInterval, names: names("distinct")),
            Headline(
                entry: Glossary.onboard, tally: figures.onboard, mark: "m3", base: base, names: names("onboard")),
            Headline(entry: Glossary.selling, tally: figures.selling, mark: "m4", base: base, names: names("selling")),
        ]
    }

    private func target(_ entry: Glossary.Entry) -> Int64? {
        targets.first { $0.metric == entry.word }?.target
    }

    private var ladder: ChartFigure {
        ChartFigure(
            id: "count", title: Phrase("Diklaim, lalu dihitung", "Claimed, then counted"),
            chart: CountLadder(
                claimed: figures.claimed, distinct: figures.distinct, distinctInterval: figures.distinctInterval, onboard: figures.onboard,
                selling: figures.selling, distinctTarget: target(Glossary.distinct), onboardTarget: target(Glossary.onboard),
                sellingTarget: target(Glossary.selling)))
    }

    private var funnel: ChartFigure {
        ChartFigure(
            id: "rungs", title: Phrase("Tangga naik kelas", "The ladder"),
            chart: RungFunnel(
                registered: figures.distinct, onboard: figures.onboard, selling: figures.selling, growing: figures.growing,
                exporting: figures.exporting))
    }

    private var map: ChartFigure {
        let isNation = region.code == .nation
        let names = Dictionary(parts.map { ($0.region.code, $0.region.name) }, uniquingKeysWith: { first, _ in first })
        return ChartFigure(
            id: "map",
            title: isNation
                ? Phrase("Usaha di 514 kabupaten dan kota", "Businesses in 514 regencies and cities")
                : Phrase("Usaha per kabupaten dan kota", "Businesses by regency and city"),
            reading: Phrase(
                "Satu lingkaran adalah satu kabupaten atau kota. Makin besar lingkarannya, makin banyak usahanya.",
                "A circle is a regency or city. The larger the circle, the more businesses."),
            chart: RegionMap(
                metric: Glossary.distinct.word, extent: isNation ? .nation : .province, places: places, provinceNames: names,
                query: query("")))
    }

    private var overlapFigure: ChartFigure? {
        overlap.map { overlap in
            ChartFigure(
                id: "overlap", title: Phrase("Siapa mengenal usaha yang sama?", "Who knows the same businesses?"),
                reading: Phrase(
                    "Titik penuh: usaha itu ada di daftar mitra tersebut. Titik yang tersambung: ada di semua daftar itu.",
                    "A full dot: the business is on that partner’s list. Joined dots: it is on all of those lists."),
                chart: overlap)
        }
    }

    private var table: DataTable {
        let isNation = region.code == .nation
        let figures = [Glossary.claimed, Glossary.distinct, Glossary.onboard, Glossary.selling]
        return DataTable(
            caption: isNation ? Phrase("Menurut provinsi", "By province") : Phrase("Menurut kabupaten dan kota", "By regency and city"),
            columns: [.init(isNation ? Phrase("Provinsi", "Province") : Phrase("Kabupaten/kota", "Regency or city"))]
                + figures.map { .init($0.word, isNumber: true) },
            rows: parts.map { part in
                let shown = part.figures
                return [.init(.text(part.region.name), address: query(Paths.region(part.region.code)))]
                    + [shown.claimed, shown.distinct, shown.onboard, shown.selling].map { DataTable.Cell($0.value) }
            })
    }

    /// A path with the filters that are set, so that they hold on the next page.
    private func query(_ path: String) -> String {
        filters.applied(to: path)
    }

    private static let empty = EmptyState(
        title: Phrase("Belum ada usaha di sini", "No businesses here yet"),
        text: Phrase(
            "Angka muncul setelah petugas memasukkan daftar dari mitra, atau setelah saringan di atas diubah.",
            "Figures appear once an officer has brought in a partner’s list, or when the filters above are changed."))
}
