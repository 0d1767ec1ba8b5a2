import Foundation

/// Small files of keys and certificates.
enum CertificateFile {
    /// The longest file that is read, in bytes.
    static let longest = 16_000_000

    /// The content, or nil if there is no such file.
    ///
    /// - Throws: ``CommandFailure`` if it cannot be read, is no text, or should be private and is not.
    static func text(of path: String, isPrivate: Bool = false) throws -> String? {
        guard let bytes = try bytes(of: path, isPrivate: isPrivate) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandFailure("\(path) is no text") }
        return text
    }

    /// The content, or nil if there is no such file.
    ///
    /// - Throws: ``CommandFailure`` as above.
    static func bytes(of path: String, isPrivate: Bool = false) throws -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            // A certificate that was typed in the place of a path is too long for one.
            if [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) { return nil }
            throw failure(path, "read")
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(path, "read") }
        guard !isPrivate || status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
            throw CommandFailure("others can read \(path); take their rights away with chmod 600 \(path)")
        }
        guard let data = try? handle.read(upToCount: longest + 1) else { return try isEmpty(status, path) }
        guard data.count <= longest else { throw CommandFailure("\(path) is larger than any certificate") }
        return Array(data)
    }

    private static func isEmpty(_ status: stat, _ path: String) throws -> [UInt8] {
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 else { throw CommandFailure("\(path) cannot be read") }
        return []
    }

    /// Makes a file that did not exist, and returns when its content is on the disk.
    ///
    /// - Throws: ``CommandFailure`` if there is one already or it cannot be written.
    static func create(_ path: String, content: String, isPrivate: Bool = false) throws {
        let mode = isPrivate ? S_IRUSR | S_IWUSR : S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw failure(path, "made") }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(content.utf8))
            try handle.synchronize()
        } catch {
            unlink(path)
            throw CommandFailure("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// Puts new content in the place of the old in one step: a reader sees one or the other.
    ///
    /// - Throws: ``CommandFailure`` if it cannot be written.
    static func replace(_ path: String, with content: String) throws {
        let aside = "\(path).\(getpid())-\(UInt32.random(in: .min ... .max)).new"
        try create(aside, content: content)
        guard rename(aside, path) == 0 else {
            let failure = failure(path, "written")
            unlink(aside)
            throw failure
        }
    }

    private static func failure(_ path: String, _ verb: String) -> CommandFailure {
        CommandFailure("\(path) cannot be \(verb): \(String(cString: strerror(errno)))")
    }
}
