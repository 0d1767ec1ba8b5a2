import CZip

/// Packs files into a ZIP archive in memory; the same files give the same bytes.
enum ZipWriter {
    /// - Returns: nil if the system has no memory for it.
    static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            return nil
        }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        // libzip reads the contents when the archive is closed, so they stay where they are until then.
        var contents: [UnsafeMutableRawBufferPointer] = []
        defer { for content in contents { content.deallocate() } }
        for file in files {
            let content = UnsafeMutableRawBufferPointer.allocate(byteCount: max(file.bytes.count, 1), alignment: 1)
            content.copyBytes(from: file.bytes)
            contents.append(content)
            guard let source = zip_source_buffer(archive, content.baseAddress, UInt64(file.bytes.count), 0) else {
                zip_discard(archive)
                return nil
            }
            let place = zip_file_add(archive, file.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard place >= 0 else {
                zip_source_free(source)
                zip_discard(archive)
                return nil
            }
            // One moment for all files: the 1st of January 1980, with which the format begins.
            zip_file_set_dostime(archive, UInt64(place), 0, 0x0021, 0)
            zip_file_set_external_attributes(archive, UInt64(place), 0, UInt8(ZIP_OPSYS_UNIX), 0o644 << 16)
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            return nil
        }
        return bytes(of: target)
    }

    private static func bytes(of source: OpaquePointer) -> [UInt8]? {
        var status = zip_stat_t()
        guard zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        guard zip_source_stat(source, &status) == 0 else { return nil }
        let size = Int(status.size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
        }
    }
}
