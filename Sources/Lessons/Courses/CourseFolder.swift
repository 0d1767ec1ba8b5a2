public import Foundation

extension Course {
    /// Reads a course from its folder.
    ///
    /// - Throws: ``LessonFault``, the first that is found; what reading files throws.
    public init(folder: URL) throws {
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where !file.lastPathComponent.hasPrefix(".") {
            files[file.lastPathComponent] = [UInt8](try Data(contentsOf: file))
        }
        self = try Course(files: files)
    }

    /// The courses that come with the program, in the order of their codes.
    ///
    /// - Throws: ``LessonFault``, or what reading files throws; then the program was put together wrongly.
    public static func shipped() throws -> [Course] {
        try all(in: Bundle.module.bundleURL.appending(path: "Resources/courses", directoryHint: .isDirectory))
    }

    /// The courses of a folder that holds one folder for each, in the order of their codes.
    ///
    /// - Throws: ``LessonFault``, with the course's folder in its file's name; what reading files throws.
    public static func all(in folder: URL) throws -> [Course] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { !$0.lastPathComponent.hasPrefix(".") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { folder in
                do {
                    return try Course(folder: folder)
                } catch let fault as LessonFault {
                    throw LessonFault(file: "\(folder.lastPathComponent)/\(fault.file)", line: fault.line, advice: fault.advice)
                }
            }
    }
}
