import CZlib
import Testing

@testable import Web

@Suite("The weight of pages")
struct PageWeightTests {
    private let renderer: PageRenderer

    init() throws {
        renderer = try PageRenderer()
    }

    @Test("the first load of the dashboard is below 50 KB with its stylesheet", arguments: Language.allCases)
    func firstLoad(language: Language) throws {
        let page = renderer.render(DashboardPage.sample, in: .sample(for: DashboardPage.sample, language: language))
        let styles = try #require(renderer.assets[renderer.assets.stylesheet]).bytes
        let icon = try #require(renderer.assets[renderer.assets.icon]).bytes
        #expect(compressedSize(page) + compressedSize(styles) + compressedSize(icon) <= 24_000)
    }

    @Test("the first screen of the dashboard comes within the first 14 KB")
    func firstScreen() throws {
        let page = renderer.render(DashboardPage.sample, in: .sample(for: DashboardPage.sample))
        let styles = try #require(renderer.assets[renderer.assets.stylesheet]).bytes
        let html = String(decoding: page, as: UTF8.self)
        let map = try #require(html.firstRange(of: "class=\"legend\""))
        #expect(compressedSize(Array(html[..<map.lowerBound].utf8)) + compressedSize(styles) <= 14_336)
    }

    @Test("every other page is below 15 KB", arguments: SamplePage.all.filter { !$0.name.hasPrefix("dashboard") })
    func laterPages(sample: SamplePage) {
        #expect(compressedSize(renderer.render(sample.page, in: .sample(for: sample.page))) <= 15_000)
    }

    @Test("the stylesheet stays small enough to be written by hand")
    func stylesheet() throws {
        #expect(try #require(renderer.assets[renderer.assets.stylesheet]).bytes.count <= 12_288)
    }

    /// The size in zlib's format, which differs from gzip's by twelve bytes.
    private func compressedSize(_ bytes: [UInt8]) -> Int {
        var size = compressBound(UInt(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(size))
        let status = compress2(&output, &size, bytes, UInt(bytes.count), 6)
        return status == Z_OK ? Int(size) : .max
    }
}
