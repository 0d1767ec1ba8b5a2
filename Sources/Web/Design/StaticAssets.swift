import Foundation
import Lessons

/// The files that pages refer to, each under a name that holds a fingerprint of its contents, so that browsers may keep them for a year.
public struct StaticAssets: Sendable {
    /// One file: what to send, and as what.
    public struct Asset: Sendable {
        public let bytes: [UInt8]
        public let contentType: String
    }

    /// Where the stylesheet is: `/static/naik-kelas.0123456789abcdef.css`.
    public let stylesheet: String
    /// Where the script is that makes progress pages livelier. No page needs it.
    public let script: String
    /// Where the icon is.
    public let icon: String
    /// Where the script is that lets keys answer the review. The buttons do the same without it.
    public let reviewScript: String
    /// Where the styles are that only the review needs, so that public pages do not pay for them.
    public let reviewStylesheet: String
    /// Where the script is that checks certificates in the browser, without the server.
    public let checkScript: String
    /// The script and the styles of live rooms. Without the script forms and links do the same.
    public let liveScript: String
    public let liveStylesheet: String
    /// The script that marks lessons' questions without a network, and the styles of lessons.
    public let lessonScript: String
    public let lessonStylesheet: String
    public let productStylesheet: String
    private let assets: [String: Asset]

    init() throws {
        let folder = PageRenderer.resources().appending(path: "static", directoryHint: .isDirectory)
        var assets: [String: Asset] = [:]
        func load(_ name: String, _ ending: String, _ contentType: String) throws -> String {
            keep([UInt8](try Data(contentsOf: folder.appending(path: "\(name).\(ending)"))), name, ending, contentType)
        }
        func keep(_ bytes: [UInt8], _ name: String, _ ending: String, _ contentType: String) -> String {
            let path = "/static/\(name).\(Self.fingerprint(bytes)).\(ending)"
            assets[path] = Asset(bytes: bytes, contentType: contentType)
            return path
        }
        stylesheet = try load("naik-kelas", "css", "text/css; charset=utf-8")
        script = try load("progress", "js", "text/javascript; charset=utf-8")
        icon = try load("icon", "svg", "image/svg+xml")
        reviewScript = try load("review", "js", "text/javascript; charset=utf-8")
        reviewStylesheet = try load("review", "css", "text/css; charset=utf-8")
        checkScript = try load("check", "js", "text/javascript; charset=utf-8")
        liveScript = try load("live", "js", "text/javascript; charset=utf-8")
        liveStylesheet = try load("live", "css", "text/css; charset=utf-8")
        lessonScript = keep(OfflinePackage.script, "lesson", "js", "text/javascript; charset=utf-8")
        lessonStylesheet = try load("lesson", "css", "text/css; charset=utf-8")
        productStylesheet = try load("product", "css", "text/css; charset=utf-8")
        self.assets = assets
    }

    /// The file at a path, to be sent with `Cache-Control: public, max-age=31536000, immutable`; nil if there is none.
    public subscript(path: String) -> Asset? {
        assets[path]
    }

    /// The 64-bit FNV-1a hash, which tells versions of our own files and pages apart and guards nothing.
    static func fingerprint(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
