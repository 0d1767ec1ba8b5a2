import Accounts
import Journey
import Nusantara
import Storage

/// What a dashboard is asked for: a region, narrowed down to a programme, a partner or a month.
struct DashboardQuery: Sendable, Hashable {
    var region: RegionCode
    var programme: String?
    var partner: String?
    var month: Month?

    /// - Throws: ``WebError/notFound`` if there is no such region.
    init(region code: String, _ query: FormFields) throws {
        guard let region = Regions.resolve(code: code).region else { throw WebError.notFound }
        self.init(region: region.code, query)
    }

    init(region: RegionCode, _ query: FormFields) {
        self.region = region
        programme = query["programme"]
        partner = query["partner"]
        month = query["month"].flatMap { Month(iso: $0) }
    }

    /// The address of the page: the same for every way of asking the same.
    var path: String {
        Paths.with(Paths.region(region), ["programme": programme, "partner": partner, "month": month?.iso])
    }
}

/// The question in the terms of the counts, with the names of what it is narrowed down to.
struct DashboardScope: Sendable {
    let query: DashboardQuery
    let programme: Programme?
    let partner: Partner?
    let programmes: [Programme]
    let partners: [Partner]

    /// - Throws: ``WebError/notFound`` if the query names a programme or a partner that does not exist.
    init(_ query: DashboardQuery, _ connection: any SQLConnection) throws {
        self.query = query
        programmes = try connection.programmes()
        partners = try connection.partners()
        programme = programmes.first { $0.code == query.programme }
        partner = partners.first { $0.code == query.partner }
        if query.programme != nil, programme == nil { throw WebError.notFound }
        if query.partner != nil, partner == nil { throw WebError.notFound }
    }

    var cell: Cell {
        Cell(region: query.region, programme: programme?.id, partner: partner?.id, month: query.month)
    }
}
