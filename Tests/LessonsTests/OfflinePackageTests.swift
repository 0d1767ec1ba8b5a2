import CZip
import Foundation
import Testing

@testable import Lessons

@Suite("An offline package")
struct OfflinePackageTests {
    @Test("is the same for the same course, and its pages refer to nothing outside of it", arguments: LessonLanguage.allCases)
    func contents(language: LessonLanguage) throws {
        for course in try Course.shipped() {
            let package = try #require(OfflinePackage(course, in: language))
            #expect(package.bytes == OfflinePackage(course, in: language)?.bytes)
            let files = try Self.unzipped(package.bytes)
            let names = Set(files.keys.map { String($0.split(separator: "/")[1]) })
            #expect(names.isSuperset(of: ["index.html", "01.html", "08.html", "test.html", "lesson.js", "lesson.css"]))
            for (name, bytes) in files where name.hasSuffix(".html") {
                let text = String(decoding: bytes, as: UTF8.self)
                for match in text.matches(of: /(?:src|href)="([^"]*)"/) {
                    #expect(names.contains(String(match.1)), "\(name) refers to \(match.1)")
                }
                #expect(bytes.count <= Course.heaviestPart)
            }
        }
    }

    @Test("hands results over only where it knows a site")
    func site() throws {
        let course = try Course(files: CourseFiles.bytes())
        let without = try Self.unzipped(try #require(OfflinePackage(course, in: .indonesian)).bytes)
        let with = try Self.unzipped(try #require(OfflinePackage(course, in: .indonesian, site: "https://x.example/\"><b>")).bytes)
        #expect(!String(decoding: without["contoh-id/01.html"] ?? [], as: UTF8.self).contains("data-site"))
        #expect(
            String(decoding: with["contoh-id/01.html"] ?? [], as: UTF8.self).contains("data-site=\"https://x.example/&quot;&gt;&lt;b&gt;\"")
        )
    }

    private static func unzipped(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
        let source = try #require(
            bytes.withUnsafeBytes { raw -> OpaquePointer? in
                let copy = malloc(raw.count)!
                copy.copyMemory(from: raw.baseAddress!, byteCount: raw.count)
                return zip_source_buffer_create(copy, UInt64(raw.count), 1, nil)
            })
        let archive = try #require(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil))
        defer { zip_discard(archive) }
        var files: [String: [UInt8]] = [:]
        for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &status) == 0, let file = zip_fopen_index(archive, index, 0) else { continue }
            defer { zip_fclose(file) }
            files[String(cString: status.name)] = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
                count = Int(zip_fread(file, buffer.baseAddress, status.size))
            }
        }
        return files
    }
}
