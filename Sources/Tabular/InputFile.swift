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
        var failed = false
        let chunk = [UInt8](unsafeUninitializedCapacity: maximum) { buffer, filled in
            while filled < maximum {
                let count = Self.readOnce(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
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
        return chunk
    }

    private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }
}
