#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open regular file, read from front to back. Closed when it goes out of scope.
struct InputFile: ~Copyable {
    let path: String
    /// The bytes of the file when it was opened.
    let size: Int
    private let descriptor: Int32

    init(path: String, maximumBytes: Int) throws(TabularError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .unreadable(path: path)
        }
        guard status.st_size <= maximumBytes else {
            close(descriptor)
            throw .fileTooLarge(maximumBytes: maximumBytes)
        }
        self.path = path
        self.size = Int(status.st_size)
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// The next bytes, at most `maximum` of them; none at the end of the file.
    func read(upTo maximum: Int) throws(TabularError) -> [UInt8] {
        try fill(maximum) { buffer, _ in readBytes(descriptor, buffer.baseAddress, buffer.count) }
    }

    /// The bytes from a position on, at most `maximum` of them, without moving on in the file.
    func read(at position: Int, upTo maximum: Int) throws(TabularError) -> [UInt8] {
        try fill(maximum) { buffer, filled in pread(descriptor, buffer.baseAddress, buffer.count, off_t(position + filled)) }
    }

    private func fill(
        _ maximum: Int, reading: (_ buffer: UnsafeMutableRawBufferPointer, _ filled: Int) -> Int
    ) throws(TabularError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: maximum) { buffer, filled in
            while filled < maximum {
                let count = reading(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]), filled)
                if count > 0 {
                    filled += count
                } else if count < 0, errno == EINTR {
                    continue
                } else {
                    failed = count < 0
                    break
                }
            }
        }
        if failed { throw .unreadable(path: path) }
        return bytes
    }
}

#if canImport(Glibc)
    private let readBytes = Glibc.read
#else
    private let readBytes = Darwin.read
#endif
