import CZip

/// A ZIP file opened for reading, with a count of what has been unpacked from it.
final class ZipArchive {
    private let handle: OpaquePointer
    private let limits: TabularLimits
    private var unpackedBytes = 0

    init(path: String, limits: TabularLimits) throws(TabularError) {
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
            throw code == ZIP_ER_OPEN || code == ZIP_ER_READ || code == ZIP_ER_NOENT ? .unreadable(path: path) : .damaged
        }
        self.handle = handle
        self.limits = limits
    }

    deinit {
        zip_discard(handle)
    }

    func contains(_ name: String) -> Bool {
        index(of: name) != nil
    }

    /// Opens a part for reading, or nil if there is none of that name.
    func part(_ name: String) throws(TabularError) -> Part? {
        guard let index = index(of: name) else { return nil }
        var status = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &status) == 0 else { throw .damaged }
        guard let file = zip_fopen_index(handle, index, 0) else {
            let code = zip_error_code_zip(zip_get_error(handle))
            throw code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP ? .encrypted : .damaged
        }
        return Part(archive: self, file: file, packedBytes: Int(clamping: status.comp_size), declaredBytes: Int(clamping: status.size))
    }

    private func index(of name: String) -> UInt64? {
        // Some writers put backslashes where the standard asks for slashes, or change the case.
        for spelling in [name, String(name.map { $0 == "/" ? "\\" : $0 })] {
            let index = zip_name_locate(handle, spelling, UInt32(ZIP_FL_NOCASE))
            if index >= 0 { return UInt64(index) }
        }
        return nil
    }

    /// One file within the archive, read from front to back.
    final class Part {
        /// What the archive says it unpacks to; not to be relied upon.
        let declaredBytes: Int
        private(set) var readBytes = 0
        private let archive: ZipArchive
        private let file: OpaquePointer
        private let packedBytes: Int

        private static let chunkBytes = 64 << 10

        fileprivate init(archive: ZipArchive, file: OpaquePointer, packedBytes: Int, declaredBytes: Int) {
            self.archive = archive
            self.file = file
            self.packedBytes = packedBytes
            self.declaredBytes = declaredBytes
        }

        deinit {
            zip_fclose(file)
        }

        /// The next bytes; none at the end.
        func read() throws(TabularError) -> [UInt8] {
            var failed = false
            let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { buffer, filled in
                let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
                failed = count < 0
                filled = max(0, Int(count))
            }
            if failed { throw .damaged }
            readBytes += chunk.count
            archive.unpackedBytes += chunk.count
            let limits = archive.limits
            if archive.unpackedBytes > limits.maximumUnpackedBytes { throw .zipBomb }
            if readBytes > limits.ratioGraceBytes, readBytes / max(packedBytes, 1) > limits.maximumCompressionRatio { throw .zipBomb }
            return chunk
        }
    }
}
