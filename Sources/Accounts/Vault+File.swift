#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Vault {
    /// The vault whose keys are in the file; on first use the file is made, readable by its owner alone.
    ///
    /// Keep the file with the back-ups, but not beside those of the database: with both, sealed values are open; without it they are
    /// lost, and nobody can sign in.
    ///
    /// - Throws: ``VaultError/readableByOthers(path:)``, ``VaultError/malformed(path:)``, ``VaultError/unavailable(path:reason:)``.
    public init(file path: String) throws(VaultError) {
        if let ring = try KeyRing(file: path) {
            self.init(ring)
            return
        }
        // Two processes may start on a new database at once: each writes its ring aside, `link` lets one of them have the name.
        let fresh = KeyRing()
        let aside = "\(path).\(getpid())-\(UInt32.random(in: .min ... .max)).new"
        try SecretFile.create(aside, content: fresh.text)
        let linked = link(aside, path)
        let failure = errno
        unlink(aside)
        guard linked == 0 || failure == EEXIST else { throw SecretFile.failure(path, failure) }
        SecretFile.synchronizeFolder(of: path)
        guard let ring = try KeyRing(file: path) else { throw .unavailable(path: path, reason: "it vanished as it was made") }
        self.init(ring)
    }

    /// Adds a key to the file, with which everything is sealed from now on, and returns the vault that does so.
    ///
    /// Processes that are running seal with the older key until they start again, and cannot open what the newer key sealed.
    ///
    /// - Throws: as ``init(file:)``; ``VaultError/rotationUnderWay(path:)``, ``VaultError/exhausted``.
    public static func rotate(file path: String) throws(VaultError) -> Vault {
        let aside = path + ".rotating"
        guard let ring = try KeyRing(file: path) else { throw SecretFile.failure(path, ENOENT) }
        guard let rotated = ring.rotated() else { throw .exhausted }
        try SecretFile.create(aside, content: rotated.text)
        // The ring is read again now that the name is ours: another rotation may have ended since.
        guard (try? KeyRing(file: path)) == ring, rename(aside, path) == 0 else {
            unlink(aside)
            throw .rotationUnderWay(path: aside)
        }
        SecretFile.synchronizeFolder(of: path)
        return Vault(rotated)
    }
}

extension KeyRing {
    /// The ring in the file, or nil if there is no such file.
    fileprivate init?(file path: String) throws(VaultError) {
        guard let content = try SecretFile.content(of: path) else { return nil }
        guard let text = String(validating: content, as: UTF8.self), let ring = KeyRing(text: text) else {
            throw .malformed(path: path)
        }
        self = ring
    }
}

/// Small files that nobody but their owner may read.
private enum SecretFile {
    /// The content, or nil if there is no such file.
    static func content(of path: String) throws(VaultError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(path, errno)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(path, errno) }
        guard status.st_mode & (S_IRWXG | S_IRWXO) == 0 else { throw .readableByOthers(path: path) }
        // A ring of 255 keys has 19 KB.
        var content = [UInt8](repeating: 0, count: 65536)
        var length = 0
        while length < content.count {
            let count = content.withUnsafeMutableBytes { read(file, $0.baseAddress?.advanced(by: length), $0.count - length) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path, errno)
            }
            if count == 0 { break }
            length += count
        }
        return Array(content[..<length])
    }

    /// Makes a file that did not exist, and returns when its content is on the disk.
    static func create(_ path: String, content: String) throws(VaultError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)
        guard file >= 0 else {
            throw errno == EEXIST ? .rotationUnderWay(path: path) : failure(path, errno)
        }
        defer { close(file) }
        let bytes = Array(content.utf8)
        let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(file) == 0 else {
            let reason = errno
            unlink(path)
            throw failure(path, reason)
        }
    }

    /// Makes the names in the folder last through a loss of power. A file system that cannot is left to itself.
    static func synchronizeFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let file = open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    static func failure(_ path: String, _ number: Int32) -> VaultError {
        .unavailable(path: path, reason: String(cString: strerror(number)))
    }
}
