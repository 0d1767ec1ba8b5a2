import Foundation

/// The folder of a demo, which is emptied and filled anew each time.
struct DemoFolder {
    let path: String

    private static let mark = ".naikkelas-demo"

    /// Takes the folder, and clears away what an earlier demo left in it.
    ///
    /// - Throws: ``CommandFailure`` if the folder holds anything but a demo: nothing of anybody's is ever deleted.
    init(_ path: String) throws {
        self.path = path
        let files = FileManager.default
        let content = (try? files.contentsOfDirectory(atPath: path)) ?? []
        guard content.isEmpty || content.contains(Self.mark) else {
            throw CommandFailure("\(path) holds something other than a demo: say with --data which new or empty folder to use")
        }
        do {
            if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
            try files.createDirectory(atPath: lists, withIntermediateDirectories: true)
            try Data("This folder is deleted and made anew by naikkelas demo.\n".utf8).write(to: url(Self.mark))
        } catch {
            throw CommandFailure("the folder \(path) cannot be made anew: \(error.localizedDescription)")
        }
    }

    /// The simulated partners' lists.
    var lists: String { path + "/lists" }
    /// Lists that are sent over the web.
    var uploads: String { path + "/uploads" }
    /// Where the server looks for the keys of certificates.
    var certificateKeys: String { uploads + "/certificate-keys" }
    var database: String { path + "/demo.sqlite" }
    var accounts: String { path + "/accounts.json" }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }
}
