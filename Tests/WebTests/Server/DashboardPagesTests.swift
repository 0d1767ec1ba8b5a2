import Accounts
import Foundation
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("The public count")
struct DashboardPagesTests {
    /// The lines of a CSV by what they break down and where.
    private static func lines(_ csv: String) -> [String: [String]] {
        var lines: [String: [String]] = [:]
        for line in csv.split(separator: "\r\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            lines["\(cells[0]) \(cells[1]) \(cells[4]) \(cells[5])"] = cells
        }
        return lines
    }

    /// Businesses in regencies, straight into the journey: the counts are then known to the one.
    private static func register(_ businesses: [String: Int], in server: LiveServer) async throws {
        let partner = try await server.partner("shopee")
        try await server.database.write(holding: .journey) { connection in
            var changes = JourneyChanges()
            for (region, count) in businesses {
                for _ in 0..<count {
                    let business = BusinessID()
                    changes.create(business, in: RegionCode(rawValue: region))
                    changes.add(
                        Milestone(
                            .registered, on: CalendarDate(dayNumber: 20_000), partner: partner,
                            evidence: Milestone.Evidence(kind: .document, id: Identifier())), to: business)
                }
            }
            try connection.apply(changes, today: server.services.today)
        }
    }

    private static let bandung = "32.73"
    private static let bogor = "32.71"
    private static let semarang = "33.74"

    /// The figure of the cell of a region in the table of the page.
    private static func tableFigures(_ page: String) -> [String: [String]] {
        var figures: [String: [String]] = [:]
        for row in page.matches(of: /<tr><th scope="row"><a href="([^"]+)">[^<]*<\/a><\/th>(.*?)<\/tr>/) {
            figures[String(row.1)] = row.2.matches(of: /data-label="[^"]*">([^<]*)</).map { String($0.1) }
        }
        return figures
    }

    /// Where a page says three, but for the third rung of the ladder.
    private static func firstThree(on page: String) -> Substring? {
        page.replacing(/<text class="rung[^>]*>\d<\/text>/, with: "").firstMatch(of: /.{0,80}[> ]3<.{0,10}/)?.0
    }

    @Test("a small figure is hidden on every page and cannot be worked out from any", arguments: TestEngine.allCases)
    func smallFigures(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            // Jawa Tengah has three businesses alone; Jawa Timur, with the fewest of the others, has to be withheld with it.
            try await Self.register(["32.73": 41, "32.71": 3, "32.04": 13, "33.74": 3, "35.78": 11, "73.71": 20], in: server)
            let browser = server.browser()
            let nation = Self.lines(try await browser.get(Paths.regionCSV(.nation)).text)
            #expect(nation["region ID  "]?[7] == "91")
            #expect(nation["part 32  "]?[7] == "57")
            #expect(nation["part 33  "]?[7] == "<5")
            #expect(nation["part 35  "]?[7] == "")
            #expect(nation["part 73  "]?[7] == "20")
            #expect(nation["part 11  "]?[7] == "0")

            let page = try await browser.get(Paths.home).text
            let table = Self.tableFigures(page)
            #expect(table["/regions/32"]?[1] == "57")
            #expect(table["/regions/33"]?[1] == "&lt;5")
            #expect(table["/regions/35"]?[1] == "–")
            #expect(page.contains("Kota Semarang &lt;5") && page.contains("Kota Bogor &lt;5"))
            #expect(page.contains("Kab. Bandung –") && page.contains("Kota Surabaya –") && page.contains("Kota Bandung 41"))

            // Its own page must not show what the page above withholds, nor may its parts.
            for path in ["/regions/35", "/regions/35.78"] {
                let own = try await browser.get(path).text
                #expect(!own.contains(">11<") && !own.contains(" 11<"), "\(path)")
                let lines = Self.lines(try await browser.get(path + "/counts.csv").text)
                #expect(lines.values.allSatisfy { $0[7] != "11" || $0[0] == "month" || $0[0] == "partner" }, "\(path)")
            }
            let bogor = try await browser.get("/regions/32.71").text
            #expect(bogor.contains("&lt;5") && Self.firstThree(on: bogor) == nil)
            let regency = Self.lines(try await browser.get("/regions/32.04/counts.csv").text)
            #expect(regency["region 32.04  "]?[7] == "")
            let metrics = try await browser.get("/metrics").text
            #expect(metrics.contains("naikkelas_count{metric=\"distinct\"} 91"))

            // An officer sees them all.
            let officer = try await server.browser(.officer)
            let trusted = Self.lines(try await officer.get(Paths.regionCSV(.nation)).text)
            #expect(trusted["part 33  "]?[7] == "3" && trusted["part 35  "]?[7] == "11")
            let western = try await server.browser(of: server.staff(.officer, Scope(region: RegionCode(rawValue: "32")), account: "barat"))
            #expect(Self.lines(try await western.get("/regions/32/counts.csv").text)["part 32.71  "]?[7] == "3")
            #expect(Self.lines(try await western.get(Paths.regionCSV(.nation)).text)["part 33  "]?[7] == "<5")
        }
    }

    @Test("a country of three businesses shows no figure of them anywhere")
    func onlySmallFigures() async throws {
        try await LiveServer.with { server in
            try await Self.register([Self.bandung: 3], in: server)
            let browser = server.browser()
            for path in [Paths.home, "/regions/32", "/regions/32.73"] {
                let csv = Self.lines(try await browser.get(Paths.regionCSV(.nation)).text)
                #expect(csv.values.allSatisfy { $0[6...].allSatisfy { ["0", "<5", ""].contains($0) } })
                let page = try await browser.get(path).text
                #expect(Self.firstThree(on: page) == nil, "\(path)")
            }
            #expect(try await !browser.get("/metrics").text.contains("metric=\"distinct\""))
        }
    }

    @Test("the page and its CSV show the same figures", arguments: TestEngine.allCases)
    func sameFigures(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.register(["32.73": 41, "32.71": 8, "33.74": 19, "35.78": 9, "73.71": 30, "91.71": 6], in: server)
            let browser = server.browser()
            for (path, code) in [(Paths.home, RegionCode.nation), ("/regions/32", RegionCode(rawValue: "32"))] {
                let lines = Self.lines(try await browser.get(Paths.regionCSV(code)).text)
                let table = Self.tableFigures(try await browser.get(path).text)
                let parts = lines.values.filter { $0[0] == "part" }
                #expect(parts.count == table.count && parts.count >= 27)
                for part in parts {
                    let shown = table["/regions/\(part[1])"]
                    #expect(shown == [part[6], part[7], part[10], part[11]], "\(part[2])")
                }
            }
        }
    }

    @Test("a page comes once, and then only whether it has changed")
    func caching() async throws {
        try await LiveServer.with { server in
            try await server.bring(PartnerList().adding(8, in: "Kota Bandung", "Jawa Barat"))
            let browser = server.browser()
            let first = try await browser.get(Paths.home)
            let tag = try #require(first.headers["etag"])
            #expect(first.headers["cache-control"] == "public, no-cache")
            #expect(first.headers["vary"] == "Accept-Encoding, Cookie")
            for known in [tag, "\"x\", \(tag)", "W/\(tag)"] {
                let again = try await browser.get(Paths.home, ["If-None-Match": known])
                #expect(again.status == 304 && again.body.isEmpty && again.headers["etag"] == tag)
            }
            #expect(try await browser.get(Paths.home, ["If-None-Match": "\"x\""]).status == 200)
            #expect(try await browser.get(Paths.home).body == first.body)

            try await server.bring(PartnerList().adding(8, in: "Kota Bandung", "Jawa Barat", from: 500), of: "dinas")
            var changed = try await browser.get(Paths.home, ["If-None-Match": tag])
            // For a moment the version of the counts is taken as known.
            for _ in 0..<1000 where changed.status == 304 { changed = try await browser.get(Paths.home, ["If-None-Match": tag]) }
            #expect(changed.status == 200)
            #expect(changed.text.contains(">16<"))
            #expect(changed.headers["etag"] != tag)
        }
    }

    @Test("whoever is signed in gets a page of her own that no cache keeps")
    func privatePages() async throws {
        try await LiveServer.with { server in
            try await Self.register([Self.bandung: 12], in: server)
            let officer = try await server.browser(.officer)
            let page = try await officer.get(Paths.home)
            #expect(page.headers["cache-control"] == "no-store" && page.headers["etag"] == nil)
            #expect(page.text.contains("Sari Dewi"))
            #expect(try await !server.browser().get(Paths.home).text.contains("Sari Dewi"))
        }
    }

    @Test("pages are compressed for those who can read them so")
    func compression() async throws {
        try await LiveServer.with { server in
            try await Self.register([Self.bandung: 12], in: server)
            let browser = server.browser()
            let packed = try await browser.get(Paths.home, ["Accept-Encoding": "br, gzip"])
            let plain = try await browser.get(Paths.home, ["Accept-Encoding": "identity"])
            #expect(packed.headers["content-encoding"] == "gzip")
            #expect(plain.headers["content-encoding"] == nil)
            #expect(plain.body.count > 20_000)
            #expect(try #require(packed.headers["content-length"].flatMap { Int($0) }) < plain.body.count / 3)
            let refused = try await browser.get(Paths.home, ["Accept-Encoding": "gzip;q=0, identity"])
            #expect(refused.headers["content-encoding"] == nil)
        }
    }

    @Test("language and theme stay as they were chosen")
    func preferences() async throws {
        try await LiveServer.with { server in
            let browser = server.browser()
            #expect(try await browser.get(Paths.definitions).text.contains("<html lang=\"id\">"))
            let english = try await browser.get(Paths.preference("language", "en", returningTo: Paths.definitions))
            #expect(english.status == 303 && english.location == Paths.definitions)
            _ = try await browser.get(Paths.preference("theme", "dark", returningTo: Paths.definitions))
            let page = try await browser.get(Paths.definitions).text
            #expect(page.contains("<html lang=\"en\" data-theme=\"dark\">"))
            #expect(try await browser.get(Paths.home).text.contains("<html lang=\"en\" data-theme=\"dark\">"))
            for nonsense in ["language:xx", "theme:<script>", "session:abc", "language", ""] {
                let answer = try await browser.get(Paths.with(Paths.preferences, ["set": nonsense]))
                #expect(answer.status == 303 && answer.cookies.isEmpty, "\(nonsense)")
            }
            #expect(try await server.browser().get(Paths.home).text.contains("<html lang=\"id\">"))
        }
    }

    @Test("what does not exist is not found, in the words of the site")
    func notFound() async throws {
        try await LiveServer.with { server in
            let browser = server.browser()
            for path in [
                "/regions/99", "/regions/xx", "/regions/32.99", "/regions/99/counts.csv", "/?partner=tidakada", "/?programme=tidakada",
                "/regions/32?partner=%27%20OR%201%3D1", "/bulletins/1", "/bulletins/00000000-0000-7000-8000-000000000000", "/tidak/ada",
                "/static/lain.css", "/static/..%2f..%2fetc%2fpasswd", "/wp-login.php",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 404, "\(path)")
                #expect(answer.text.contains("Halaman tidak ada"), "\(path)")
            }
            #expect(try await browser.get("/?month=kacau").status == 200)
        }
    }

    @Test("codes that regions used to have lead to what they are now")
    func oldCodes() async throws {
        try await LiveServer.with { server in
            for code in ["32.73", "3273"] {
                let answer = try await server.browser().get("/regions/\(code)")
                #expect(answer.status == 200 && answer.text.contains("Kota Bandung"))
            }
        }
    }

    @Test("a target stands under its name, and not where its pace would show a hidden figure")
    func targets() async throws {
        try await LiveServer.with { server in
            try await Self.register([Self.bandung: 12, Self.semarang: 3], in: server)
            let today = server.services.today
            try await server.database.write { connection in
                for (name, region) in [("Dua puluh usaha <di Bandung>", Self.bandung), ("Sepuluh usaha di Semarang", Self.semarang)] {
                    try connection.setTarget(
                        Target(
                            title: name, titleEnglish: "", metric: .distinct, region: RegionCode(rawValue: region),
                            firstDay: today.adding(days: -90), lastDay: today.adding(days: 90), value: 20))
                }
            }
            let officer = try await server.browser(.officer)
            let names = [Self.bandung: "Sasaran: Dua puluh usaha &lt;di Bandung&gt;", Self.semarang: "Sasaran: Sepuluh usaha"]
            for (region, name) in names {
                #expect(try await officer.get("/regions/\(region)").text.contains(name))
                #expect(try await !server.browser().get("/regions/\(region)").text.contains("Sasaran: "), "12 is withheld beside 3")
            }
        }
    }

    @Test("HEAD answers as GET, without the page")
    func head() async throws {
        try await LiveServer.with { server in
            try await Self.register([Self.bandung: 12], in: server)
            let browser = server.browser()
            for path in [Paths.home, "/regions/32", "/health", Paths.definitions, Paths.bulletins] {
                let whole = try await browser.get(path, ["Accept-Encoding": "identity"])
                let head = try await browser.send("HEAD", path, ["Accept-Encoding": "identity"])
                #expect(head.status == 200 && head.body.isEmpty, "\(path)")
                #expect(head.headers["content-length"] == String(whole.body.count), "\(path)")
                #expect(head.headers["etag"] == whole.headers["etag"], "\(path)")
            }
        }
    }
}
