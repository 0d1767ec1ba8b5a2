import StorageTesting
import Testing

@testable import Web

@Suite("Forms with files")
struct MultipartReaderTests {
    private static let contentType = "multipart/form-data; boundary=batas"

    private struct Part: Equatable {
        var name: String
        var fileName: String?
        var content: [UInt8] = []
    }

    private static func encoded(_ parts: [Part], boundary: String = "batas") -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            let file = part.fileName.map { "; filename=\"\($0)\"" } ?? ""
            bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
            bytes += part.content + Array("\r\n".utf8)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    /// What comes out when the pieces go in one after the other.
    private static func read(_ pieces: [[UInt8]], contentType: String = contentType) throws -> [Part] {
        var reader = try MultipartReader(contentType: contentType)
        var parts: [Part] = []
        for piece in pieces {
            for event in try reader.read(piece) {
                switch event {
                case .part(let name, let fileName): parts.append(Part(name: name, fileName: fileName))
                case .data(let bytes): parts[parts.count - 1].content += bytes
                case .end: break
                }
            }
        }
        try reader.finish()
        return parts
    }

    private static let example = [
        Part(name: "partner", content: Array("shopee".utf8)), Part(name: "empty"),
        Part(
            name: "file", fileName: "daftar.csv", content: Array("nama\r\n--bata\r\n\r\n--batas tidak\r".utf8.dropLast(9)) + [13, 10, 45]),
    ]

    @Test("a form comes out as it went in, wherever it is cut in two")
    func everyCut() throws {
        let bytes = Self.encoded(Self.example)
        for cut in 0...bytes.count {
            #expect(try Self.read([Array(bytes[..<cut]), Array(bytes[cut...])]) == Self.example, "cut at \(cut)")
        }
    }

    @Test("a form comes out as it went in, byte by byte")
    func byteByByte() throws {
        #expect(try Self.read(Self.encoded(Self.example).map { [$0] }) == Self.example)
    }

    @Test("any bytes may be in a file, in any pieces", arguments: 1...200)
    func roundTrip(seed: Int) throws {
        var chance = SeededRandomness(seed: UInt64(seed))
        // Bytes of which boundaries are made are frequent, so that almost-boundaries occur.
        let alphabet: [UInt8] = Array("\r\n-batas".utf8) + [0, 255, 128]
        let parts = (0..<Int.random(in: 1...4, using: &chance)).map { number in
            var content = (0..<Int.random(in: 0...300, using: &chance)).map { _ in alphabet.randomElement(using: &chance) ?? 0 }
            let delimiter = Array("--batas".utf8)
            while let found = (0..<max(content.count - 6, 0)).first(where: { Array(content[$0..<$0 + 7]) == delimiter }) {
                content[found] = 0
            }
            return Part(name: "part-\(number)", fileName: Bool.random(using: &chance) ? "daftar \(number).csv" : nil, content: content)
        }
        var rest = Self.encoded(parts)[...]
        var pieces: [[UInt8]] = []
        while !rest.isEmpty {
            let count = min(Int.random(in: 1...40, using: &chance), rest.count)
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        #expect(try Self.read(pieces) == parts)
    }

    @Test("what is no form is an error and never a trap", arguments: 1...400)
    func rubbish(seed: Int) throws {
        var chance = SeededRandomness(seed: UInt64(seed) &* 31)
        var bytes = Self.encoded(Self.example)
        if seed % 4 == 0 {
            bytes = (0..<500).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
        } else {
            for _ in 0..<Int.random(in: 1...12, using: &chance) where !bytes.isEmpty {
                let place = bytes.indices.randomElement(using: &chance) ?? 0
                switch Int.random(in: 0..<3, using: &chance) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &chance)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: .min ... .max, using: &chance), at: place)
                }
            }
        }
        let whole = Result { try Self.read([bytes]) }
        let cut = Int.random(in: 0...bytes.count, using: &chance)
        let halves = Result { try Self.read([Array(bytes[..<cut]), Array(bytes[cut...])]) }
        // However it is cut, the same comes of it.
        switch (whole, halves) {
        case (.success(let whole), .success(let halves)):
            #expect(whole == halves)
            #expect(whole.reduce(0) { $0 + $1.content.count } <= bytes.count)
        case (.failure(let whole), .failure(let halves)):
            #expect(whole as? MultipartReader.Malformed == halves as? MultipartReader.Malformed)
        default: Issue.record("the halves of seed \(seed) are read unlike the whole")
        }
    }

    @Test("a form that breaks off is unfinished")
    func unfinished() throws {
        let bytes = Self.encoded(Self.example)
        #expect(throws: MultipartReader.Malformed.unfinished) { try Self.read([Array(bytes.dropLast(8))]) }
        #expect(throws: MultipartReader.Malformed.unfinished) { try Self.read([]) }
    }

    @Test("headers without end are refused before they fill the memory")
    func endlessHeaders() throws {
        var reader = try MultipartReader(contentType: Self.contentType)
        _ = try reader.read(Array("--batas\r\n".utf8))
        #expect(throws: MultipartReader.Malformed.headersTooLong) {
            for _ in 0..<100 { _ = try reader.read(Array(repeating: UInt8(ascii: "a"), count: 1000)) }
        }
    }

    @Test(
        "a boundary of no or too many characters is refused",
        arguments: [
            "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a",
            "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
        ])
    func noBoundary(contentType: String) {
        #expect(throws: MultipartReader.Malformed.noBoundary) { try MultipartReader(contentType: contentType) }
    }

    @Test("a boundary may stand in quotes, and names may hold quotes and semicolons")
    func quoted() throws {
        let parts = [Part(name: "file", fileName: "daftar %22lama%22; salinan.csv", content: [1, 2, 3])]
        let read = try Self.read([Self.encoded(parts, boundary: "b=:1")], contentType: "multipart/form-data; boundary=\"b=:1\"; charset=x")
        #expect(read == [Part(name: "file", fileName: "daftar \"lama\"; salinan.csv", content: [1, 2, 3])])
    }
}
