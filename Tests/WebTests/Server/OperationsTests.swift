import Accounts
import Foundation
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("What machines ask")
struct OperationsTests {
    @Test("health and readiness are told", arguments: TestEngine.allCases)
    func health(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let browser = server.browser()
            #expect(try await browser.get("/health").text == "ok\n")
            let ready = try await browser.get("/ready")
            #expect(ready.status == 200 && ready.text == "ready\n")
        }
    }

    @Test("a server whose database is gone lives but is not ready")
    func notReady() async throws {
        try await LiveServer.with { server in
            try await server.database.close()
            let browser = server.browser()
            #expect(try await browser.get("/health").status == 200)
            #expect(try await browser.get("/ready").status == 503)
            let page = try await browser.get(Paths.home)
            #expect(page.status >= 500)
            #expect(page.headers["content-security-policy"] != nil)
        }
    }

    @Test("metrics are in the text format of Prometheus", arguments: TestEngine.allCases)
    func metrics(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let browser = server.browser()
            for path in [Paths.home, "/regions/32", "/regions/33", "/tidak/ada\"x", "/office"] { _ = try await browser.get(path) }
            let answer = try await browser.get("/metrics")
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            var types: [String: String] = [:]
            var samples: [String: Double] = [:]
            for line in answer.text.split(separator: "\n") {
                if let comment = line.wholeMatch(of: /# (HELP|TYPE) ([a-z_]+) (.+)/) {
                    if comment.1 == "TYPE" { types[String(comment.2)] = String(comment.3) }
                    continue
                }
                let sample = try #require(
                    line.wholeMatch(of: /([a-z_]+)(\{(?:[a-z]+="(?:[^"\\]|\\["\\n])*",?)*\})? ([-+0-9.eInf]+)/), "no sample: \(line)")
                let family = String(sample.1).replacing(/_(bucket|sum|count)$/, with: "")
                #expect(types[family] != nil || types[String(sample.1)] != nil, "\(line) has no type")
                #expect(samples[String(sample.1) + String(sample.2 ?? "")] == nil, "\(line) stands twice")
                samples[String(sample.1) + String(sample.2 ?? "")] = Double(sample.3)
            }
            #expect(types["naikkelas_http_request_seconds"] == "histogram")
            #expect(samples["naikkelas_http_request_seconds_bucket{le=\"+Inf\"}"] == samples["naikkelas_http_request_seconds_count"])
            // One series for all regions: a path is not a label.
            #expect(!answer.text.contains("regions/32"))
            #expect(samples.contains { $0.key.contains("status=\"404\"") })
        }
    }

    @Test("every answer tells the browser what it may do with it")
    func securityHeaders() async throws {
        try await LiveServer.with { server in
            let browser = server.browser()
            let page = try await browser.get(Paths.home)
            let stylesheet = try #require(page.text.firstMatch(of: /href="(\/static\/naik-kelas[^"]+)"/)).1
            let signedIn = try await server.browser(.officer)
            var answers = [
                page, try await browser.get(String(stylesheet)), try await browser.get("/tidak/ada"), try await browser.get("/office"),
                try await browser.get("/health"), try await browser.get("/metrics"), try await browser.get(Paths.regionCSV(.nation)),
                try await browser.send("DELETE", "/office"), try await browser.post(Paths.signOut, [:]),
                try await signedIn.get(Paths.office),
            ]
            answers.append(try await browser.get(Paths.home, ["If-None-Match": page.headers["etag"] ?? ""]))
            for answer in answers {
                let policy = try #require(answer.headers["content-security-policy"], "\(answer.status)")
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.headers["x-content-type-options"] == "nosniff")
                #expect(answer.headers["referrer-policy"] == "same-origin")
                #expect(answer.headers["server"] == nil)
            }
            #expect(try await browser.get(String(stylesheet)).headers["cache-control"] == "public, max-age=31536000, immutable")
        }
    }

    @Test("no page needs what its own policy forbids")
    func noInlineCode() async throws {
        try await LiveServer.with { server in
            try await server.bring(PartnerList().adding(8, in: "Kota Bandung", "Jawa Barat"))
            let browser = try await server.browser(.officer)
            for path in [
                Paths.home, "/regions/32", Paths.design, Paths.definitions, Paths.bulletins, Paths.office, Paths.imports, Paths.newImport,
                Paths.search,
            ] {
                let text = try await browser.get(path).text
                #expect(!text.contains("<style") && !text.contains(" style=\""), "\(path)")
                #expect(text.firstMatch(of: /<script(?![^>]* src=")/) == nil, "\(path)")
                #expect(text.firstMatch(of: /\ on[a-z]+="/) == nil, "\(path)")
                #expect(text.firstMatch(of: /(src|href)="(https?:)?\/\//) == nil, "\(path)")
            }
        }
    }
}
