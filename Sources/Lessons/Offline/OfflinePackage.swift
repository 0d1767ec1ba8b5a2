import Foundation

/// A course in one language as one file that a phone keeps: pages that open without a network, with drawings, and questions that mark themselves.
public struct OfflinePackage: Sendable {
    /// The name of the file: `jualan-online-dari-nol.id.zip`.
    public let fileName: String
    /// A ZIP archive; the same course gives the same bytes.
    public let bytes: [UInt8]

    /// - Parameters:
    ///   - site: where results are sent to once there is a network: `https://naikkelas.example`. Nil where they stay on the phone.
    /// - Returns: nil if the system has no memory for it.
    public init?(_ course: Course, in language: LessonLanguage, site: String? = nil) {
        fileName = "\(course.code).\(language.rawValue).zip"
        var files: [(name: String, bytes: [UInt8])] = [("index.html", Array(OfflinePage.index(course, language).utf8))]
        for (place, part) in course.parts.enumerated() {
            let following = place + 1 < course.parts.count ? course.parts[place + 1].place : nil
            files.append(
                (
                    OfflinePage.file(part.place),
                    Array(OfflinePage.part(part, of: course, language, site: site, next: following).utf8)
                ))
        }
        files.append(("lesson.js", Self.script))
        files.append(("lesson.css", Self.styles))
        files += course.pictures.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let folder = "\(course.code)-\(language.rawValue)"
        guard let archive = ZipWriter.archive(files.map { ("\(folder)/\($0.name)", $0.bytes) }) else { return nil }
        bytes = archive
    }

    /// The script that marks questions where there is no network, and keeps results until there is one. Pages of the server use it too.
    public static let script = resource("lesson.js")
    static let styles = resource("lesson.css")

    private static func resource(_ name: String) -> [UInt8] {
        let file = Bundle.module.bundleURL.appending(path: "Resources/offline/\(name)")
        guard let data = try? Data(contentsOf: file) else { fatalError("the program was put together without \(name)") }
        return [UInt8](data)
    }
}
