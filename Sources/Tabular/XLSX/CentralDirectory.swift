/// Looks at the size of a ZIP file's table of contents before anyone reads it: a file that is all table would become many times larger in
/// memory (PKWARE APPNOTE 6.3.10, sections 4.3.14 to 4.3.16).
enum CentralDirectory {
    /// Room for some 30,000 parts; a workbook has one for each sheet, drawing and picture.
    private static let maximumBytes: UInt64 = 4 << 20

    private static let endRecord: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let locator64: [UInt8] = [0x50, 0x4B, 0x06, 0x07]
    /// The end record with the longest comment, and the locator of a ZIP64 file before it.
    private static let tailBytes = 65_535 + 22 + 20

    /// - Throws: ``TabularError/zipBomb`` if any record that may be taken for the end record announces more than a workbook needs.
    static func check(_ file: borrowing InputFile) throws(TabularError) {
        let tail = try file.read(at: max(0, file.size - tailBytes), upTo: tailBytes)
        var index = 0
        while index + 4 <= tail.count {
            defer { index += 1 }
            guard tail[index] == 0x50 else { continue }
            let record = tail[index...]
            if record.starts(with: endRecord), record.count >= 22, number(record, at: 12, bytes: 4) != 0xFFFF_FFFF {
                guard number(record, at: 12, bytes: 4) <= maximumBytes else { throw .zipBomb }
            } else if record.starts(with: locator64), record.count >= 20 {
                let position = number(record, at: 8, bytes: 8)
                guard position < UInt64(file.size) else { throw .damaged }
                let record64 = try file.read(at: Int(position), upTo: 56)
                guard record64.count == 56 else { throw .damaged }
                guard number(record64[...], at: 40, bytes: 8) <= maximumBytes else { throw .zipBomb }
            }
        }
    }

    private static func number(_ record: ArraySlice<UInt8>, at offset: Int, bytes: Int) -> UInt64 {
        record.dropFirst(offset).prefix(bytes).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
