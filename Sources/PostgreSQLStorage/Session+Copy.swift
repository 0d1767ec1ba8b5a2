import CLibPQ
import Storage

extension Session {
    /// Loads rows with `COPY … FROM STDIN` in binary format.
    ///
    /// The format demands the exact type of each column, so the server is asked for them first.
    func copy(into table: String, columns: [String], _ rows: [[SQLValue]]) throws {
        if rows.isEmpty { return }
        let types = try columnTypes(of: table, columns)
        try execute("COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN BINARY")
        var refusal: StorageError?
        do {
            // The signature, no flags, no extension of the header (PostgreSQL, "COPY", binary format).
            var buffer: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
            for row in rows {
                guard row.count == types.count else { throw StorageError.other("\(row.count) values for \(types.count) columns") }
                buffer.append(bigEndian: UInt16(types.count))
                for (value, type) in zip(row, types) {
                    try buffer.append(field: value, of: type)
                }
                if buffer.count > 1 << 20 {
                    try put(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
            }
            buffer.append(bigEndian: UInt16.max)
            try put(buffer)
        } catch {
            refusal = error as? StorageError ?? .other("\(error)")
        }
        guard PQputCopyEnd(handle, refusal == nil ? nil : "the program gave up") == 1 else { throw lastFailure }
        var failure = refusal
        while let result = PQgetResult(handle) {
            failure = failure ?? ServerResult(result).failure
        }
        if let failure { throw failure }
    }

    private func put(_ buffer: [UInt8]) throws {
        let isSent = buffer.withUnsafeBytes { bytes in
            PQputCopyData(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard isSent == 1 else { throw lastFailure }
    }

    private func columnTypes(of table: String, _ columns: [String]) throws -> [Oid] {
        let answer = try execute(
            """
            SELECT attname, atttypid FROM pg_attribute
            WHERE attrelid = to_regclass($1::text) AND attnum > 0 AND NOT attisdropped
            """, [.text(table)])
        var types: [String: Oid] = [:]
        for row in 0..<answer.rowCount {
            let row = PostgreSQLRow(answer, row: row)
            types[try row.text(at: 0)] = Oid(try row.integer(at: 1))
        }
        return try columns.map { column in
            guard let type = types[column.lowercased()] else { throw StorageError.other("no column \(column) in \(table)") }
            return type
        }
    }
}

extension [UInt8] {
    /// Appends the length and the bytes of a value as the type of its column wants them; what SQLite would convert, is converted.
    fileprivate mutating func append(field value: SQLValue, of type: Oid) throws {
        switch (value, type) {
        case (.null, _):
            append(bigEndian: UInt32.max)
        case (.integer(let number), ServerType.integer8):
            append(fixed: number)
        case (.integer(let number), ServerType.integer4):
            guard let narrow = Int32(exactly: number) else { throw StorageError.constraint("\(number) does not fit") }
            append(fixed: narrow)
        case (.integer(let number), ServerType.integer2):
            guard let narrow = Int16(exactly: number) else { throw StorageError.constraint("\(number) does not fit") }
            append(fixed: narrow)
        case (.integer(let number), ServerType.real8):
            append(fixed: Double(number).bitPattern)
        case (.integer(let number), ServerType.boolean) where number == 0 || number == 1:
            append(fixed: UInt8(number))
        case (.real(let number), ServerType.real8):
            if number.isNaN { throw StorageError.invalidValue("a number that is not a number") }
            append(fixed: number.bitPattern)
        case (.text(let text), ServerType.text), (.text(let text), ServerType.varchar), (.text(let text), ServerType.json):
            try append(text: text, version: [])
        case (.text(let text), ServerType.binaryJSON):
            try append(text: text, version: [1])
        case (.integer(let number), ServerType.text):
            try append(text: String(number), version: [])
        case (.bytes(let bytes), ServerType.bytes):
            append(bigEndian: UInt32(bytes.count))
            append(contentsOf: bytes)
        default:
            throw StorageError.constraint("a value does not fit the type of its column")
        }
    }

    private mutating func append(fixed value: some FixedWidthInteger) {
        append(bigEndian: UInt32(value.bitWidth / 8))
        append(bigEndian: value)
    }

    private mutating func append(text: String, version: [UInt8]) throws {
        append(bigEndian: UInt32(text.utf8.count + version.count))
        append(contentsOf: version)
        let start = count
        append(contentsOf: text.utf8)
        if self[start...].contains(0) { throw StorageError.invalidValue("text with a NUL byte") }
    }
}
