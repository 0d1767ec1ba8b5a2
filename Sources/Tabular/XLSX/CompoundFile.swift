/// Tells what a compound file holds, from the names in its directory ([MS-CFB] 2.6).
enum CompoundFile {
    static func refusal(of file: consuming InputFile, firstBytes: [UInt8]) throws(TabularError) -> TabularError {
        let encrypted = name("EncryptedPackage")
        let workbooks = [name("Workbook"), name("Book")]
        let document = name("WordDocument")
        var chunk = firstBytes
        var found = TabularError.notATable(kind: "Microsoft Office")
        while !chunk.isEmpty {
            // Entries of the directory are 128 bytes long and begin at a multiple of that; a name ends with a zero character.
            for entry in stride(from: 0, to: chunk.count, by: 128) {
                let entry = chunk[entry...]
                if entry.starts(with: encrypted) { return .encrypted }
                if workbooks.contains(where: entry.starts) { found = .otherFormat(kind: "Excel 97–2003 (.xls)") }
                if entry.starts(with: document) { found = .notATable(kind: "Word (.doc)") }
            }
            chunk = try file.read(upTo: TextSource.chunkBytes)
        }
        return found
    }

    private static func name(_ text: String) -> [UInt8] {
        (Array(text.utf16) + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}
