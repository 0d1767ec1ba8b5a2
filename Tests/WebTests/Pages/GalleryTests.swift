import Foundation
import Testing

@testable import Web

@Suite("The gallery")
struct GalleryTests {
    /// For looking at pages without a server: `NAIKKELAS_GALLERY=/tmp/gallery swift test --filter Gallery`.
    @Test(
        "every page is written to a folder, if one is named", .enabled(if: ProcessInfo.processInfo.environment["NAIKKELAS_GALLERY"] != nil))
    func writesEveryPage() throws {
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["NAIKKELAS_GALLERY"]))
        let renderer = try PageRenderer()
        let assets = folder.appending(path: "static")
        try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
        let files = renderer.assets
        for path in [files.stylesheet, files.script, files.icon, files.reviewStylesheet, files.reviewScript] {
            let asset = try #require(files[path])
            try Data(asset.bytes).write(to: folder.appending(path: String(path.dropFirst())))
        }
        for sample in SamplePage.all {
            for language in Language.allCases {
                for theme in [Frame.Theme.light, .dark] {
                    let frame = Frame.sample(for: sample.page, language: language, theme: theme)
                    let html = String(decoding: renderer.render(sample.page, in: frame), as: UTF8.self)
                        .replacing("\"/static/", with: "\"static/")
                    try html.write(
                        to: folder.appending(path: "\(sample.name).\(language.rawValue).\(theme.rawValue).html"), atomically: true,
                        encoding: .utf8
                    )
                }
            }
        }
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "dashboard.id.light.html").path))
    }
}
