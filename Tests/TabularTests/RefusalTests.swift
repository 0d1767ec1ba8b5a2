import Foundation
import Tabular
import Testing

@Suite("Files that are no list")
struct RefusalTests {
    @Test(
        "a file that is something else is named and refused",
        arguments: [
            ("%PDF-1.7\n%âãÏÓ\n1 0 obj", "PDF"), ("\u{0}", "data biner (binary data)"), ("GIF89a", "GIF"), ("{\\rtf1\\ansi", "RTF"),
        ])
    func somethingElse(text: String, kind: String) {
        #expect(refusal(of: Array(text.utf8)) == .notATable(kind: kind))
    }

    @Test(
        "a table in another format is refused with the advice to save it as .xlsx or .csv",
        arguments: [
            ("<!DOCTYPE html>\n<html><body><table>", "HTML"), ("\n <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "HTML"),
            ("<?xml version=\"1.0\"?><Workbook/>", "XML"), ("[{\"nama\": \"Toko\"}]", "JSON"),
        ])
    func otherFormats(text: String, kind: String) throws {
        let error = try #require(refusal(of: Array(text.utf8)))
        #expect(error == .otherFormat(kind: kind))
        #expect(error.indonesianMessage.contains(".xlsx atau .csv"))
        #expect(error.englishMessage.contains(".xlsx or .csv"))
    }

    @Test("pictures and compressed files are refused")
    func pictures() {
        #expect(refusal(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) == .notATable(kind: "PNG"))
        #expect(refusal(of: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10]) == .notATable(kind: "JPEG"))
        #expect(refusal(of: [0x1F, 0x8B, 8, 0]) == .notATable(kind: "gzip"))
    }

    @Test("binary rubbish is refused")
    func rubbish() {
        var random = SeededGenerator(state: 5)
        let bytes = [0x01] + (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(refusal(of: bytes) == .notATable(kind: "data biner (binary data)"))
    }

    @Test(
        "an empty file, and one of blank lines only, are refused",
        arguments: ["", "\n", "\r\n\r\n   \r\n", ";;;\n;;;\n", "\u{FEFF}", "sep=;\n"])
    func emptiness(text: String) {
        #expect(refusal(of: Array(text.utf8)) == .empty)
    }

    @Test("a line without end is refused without being read to its end")
    func endlessLine() throws {
        var limits = TabularLimits.standard
        limits.maximumLineBytes = 100_000
        let text = "nama,kota\n" + String(repeating: "Toko ", count: 2_000_000)
        try withFile(Array(text.utf8)) { path in
            let reader = try TabularReader(path: path, limits: limits)
            #expect(try reader.next()?.cells == ["nama", "kota"])
            #expect(throws: TabularError.lineTooLong(line: 2)) { try reader.next() }
            #expect(reader.fraction < 0.1)
            #expect(try reader.next() == nil)
        }
    }

    @Test("two gigabytes of nothing are refused at once")
    func hugeSparseFile() throws {
        try withFile([]) { path in
            #expect(truncate(path, 2 << 30) == 0)
            #expect(throws: TabularError.notATable(kind: "data biner (binary data)")) { try TabularReader(path: path) }
        }
    }

    @Test("a file beyond the limit is refused before it is read")
    func tooLarge() {
        var limits = TabularLimits.standard
        limits.maximumFileBytes = 10
        #expect(refusal(of: Array("nama,kota\nToko,Solo".utf8), limits: limits) == .fileTooLarge(maximumBytes: 10))
    }

    @Test("a missing file and a folder cannot be read")
    func unreadable() {
        #expect(throws: TabularError.unreadable(path: "/nonexistent/list.csv")) { try TabularReader(path: "/nonexistent/list.csv") }
        #expect(throws: TabularError.unreadable(path: "/")) { try TabularReader(path: "/") }
    }

    @Test("every message is one sentence in either language")
    func messages() {
        let errors: [TabularError] = [
            .notATable(kind: "PDF"), .otherFormat(kind: "HTML"), .empty, .fileTooLarge(maximumBytes: 4 << 30), .lineTooLong(line: 3),
            .tooManyColumns(line: 1, maximum: 500), .zipBomb, .tooMuchText, .encrypted, .noSheet, .damaged,
            .malformed(line: 9, reason: .unclosedQuote), .malformed(line: 9, reason: .cellTooLong), .tooManyMalformed(line: 4),
            .unreadable(path: "daftar.csv"),
        ]
        #expect(Set(errors.map(\.indonesianMessage)).count == errors.count)
        #expect(Set(errors.map(\.englishMessage)).count == errors.count)
        for error in errors {
            for message in [error.indonesianMessage, error.englishMessage] {
                #expect(message.hasSuffix("."))
                #expect(!message.contains(". "))
                #expect(!message.contains("\n"))
            }
        }
    }
}
