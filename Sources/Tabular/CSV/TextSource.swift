/// The bytes of a text file as UTF-8, chunk by chunk, whatever the encoding of the file.
///
/// Windows-1252 is left as it is: its cells are decoded one by one (see ``CellText``), so that a file of mixed encodings, such as two
/// exports pasted together, still comes out right.
struct TextSource: ~Copyable {
    let encoding: TextEncoding
    let size: Int
    /// How many bytes of the file have been read.
    private(set) var consumed = 0
    private let file: InputFile
    private var ahead: [UInt8]
    /// The bytes of a UTF-16 character that the last chunk cut in two.
    private var remainder: [UInt8] = []

    static let chunkBytes = 256 << 10

    /// - Parameter firstBytes: the chunk already read from `file` in order to find out what it is.
    init(file: consuming InputFile, firstBytes: [UInt8]) throws(TabularError) {
        size = file.size
        let (encoding, markLength) = try Self.encoding(of: firstBytes, isWhole: file.size == firstBytes.count)
        self.encoding = encoding
        self.file = file
        consumed = markLength
        ahead = Array(firstBytes.dropFirst(markLength))
    }

    /// Adds the next chunk to the end of `buffer`; false at the end of the file.
    mutating func fill(_ buffer: inout [UInt8]) throws(TabularError) -> Bool {
        var chunk = ahead
        ahead = []
        if chunk.isEmpty {
            chunk = try file.read(upTo: Self.chunkBytes)
        }
        consumed += chunk.count
        switch encoding {
        case .utf8, .windows1252:
            buffer.append(contentsOf: chunk)
            return !chunk.isEmpty
        case .utf16LittleEndian, .utf16BigEndian:
            if chunk.isEmpty {
                guard !remainder.isEmpty else { return false }
                remainder = []
                buffer.append(contentsOf: "\u{FFFD}".utf8)
                return true
            }
            transcode(chunk, into: &buffer)
            return true
        }
    }

    private mutating func transcode(_ chunk: [UInt8], into buffer: inout [UInt8]) {
        let bytes = remainder + chunk
        var count = bytes.count & ~1
        let high = encoding == .utf16LittleEndian ? 1 : 0
        func unit(_ index: Int) -> UInt16 {
            UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
        }
        if count > 0, UTF16.isLeadSurrogate(unit(count - 2)) {
            count -= 2
        }
        remainder = Array(bytes[count...])
        buffer.reserveCapacity(buffer.count + count)
        let units = stride(from: 0, to: count, by: 2).lazy.map(unit)
        _ = Swift.transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { buffer.append($0) }
    }

    // MARK: - Finding the encoding

    private static func encoding(of bytes: [UInt8], isWhole: Bool) throws(TabularError) -> (TextEncoding, markLength: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }

        var zeros = (even: 0, odd: 0)
        var controls = 0
        for (index, byte) in bytes.enumerated() where byte < 0x20 {
            switch byte {
            case 0 where index & 1 == 0: zeros.even += 1
            case 0: zeros.odd += 1
            case 0x09, 0x0A, 0x0D, 0x0B, 0x0C, 0x1A: break
            default: controls += 1
            }
        }
        let half = max(bytes.count / 2, 1)
        if bytes.count >= 4, zeros.odd * 10 > half * 6, zeros.even * 20 < half { return (.utf16LittleEndian, 0) }
        if bytes.count >= 4, zeros.even * 10 > half * 6, zeros.odd * 20 < half { return (.utf16BigEndian, 0) }
        // Text has next to no control characters; anything compressed or compiled has about one in nine.
        if controls * 50 > bytes.count || (zeros.even + zeros.odd) * 4 > bytes.count {
            throw .notATable(kind: "data biner (binary data)")
        }
        let (whole, broken) = multibyteSequences(in: bytes, isWhole: isWhole)
        return (broken > whole ? .windows1252 : .utf8, 0)
    }

    /// How many sequences beyond ASCII are good UTF-8 and how many are not. One cut off by the end of a sample counts as neither.
    private static func multibyteSequences(in bytes: [UInt8], isWhole: Bool) -> (whole: Int, broken: Int) {
        var whole = 0
        var broken = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
            if index + length > bytes.count, !isWhole { break }
            let sequence = bytes[index..<min(index + length, bytes.count)]
            if String(validating: sequence, as: UTF8.self) != nil {
                whole += 1
                index += length
            } else {
                broken += 1
                index += 1
            }
        }
        return (whole, broken)
    }
}
