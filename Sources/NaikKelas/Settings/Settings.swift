import Configuration
import Foundation
import Logging
import Storage

/// What the operator decides, gathered from flags, then the environment, then a file: the first that says something counts.
///
/// Every setting, its flag, its variable and its place in the file stand in `Docs/configuration.md`.
struct Settings: Sendable {
    var database: DatabaseLocation
    /// The file with the keys of the vault.
    var keysFile: String
    /// The folder with the keys of certificates; without keys in it none are issued.
    var certificateKeys: String
    /// The folder in which lists wait until they are imported.
    var dataFolder: String
    /// A folder with courses of one's own, each in a folder of it; nil for those alone that come with the program.
    var courses: String?
    var host: String
    var port: Int
    var logLevel: Logger.Level
    var logFormat: LogFormat
    /// Whether cookies are sent over TLS only.
    var secureCookies: Bool
    /// Whether the address of a client is what the proxy in front says.
    var trustsProxy: Bool
    /// The largest list that is taken over the web, in bytes.
    var maximumListBytes: Int
    /// What the channels know this program by, and where the public reaches it.
    var channels: ChannelSettings

    enum LogFormat: String, CaseIterable {
        case text
        case json
    }

    /// - Parameters:
    ///   - flags: by the names of the settings.
    ///   - file: the path of a file of settings that must be there.
    ///   - usualFile: the file that is read if it is there and no other is named; nil for none.
    /// - Throws: ``CommandFailure`` naming the setting that cannot be understood; ``Storage/StorageError`` for the database.
    init(
        flags: [AbsoluteConfigKey: ConfigValue] = [:], file: String? = nil, usualFile: String? = "naikkelas.json",
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws {
        let variables = EnvironmentVariablesProvider(environmentVariables: environment)
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: flags), variables.prefixKeys(with: "naikkelas"),
        ]
        if let path = file ?? environment["NAIKKELAS_CONFIG"] {
            providers.append(try await Self.file(path, mayBeMissing: false))
        } else if let usualFile {
            providers.append(try await Self.file(usualFile, mayBeMissing: true))
        }
        let reader = SettingsReader(ConfigReader(providers: providers))

        database = try DatabaseLocation(reader.text("database") ?? "sqlite:naikkelas.sqlite")
        dataFolder = reader.text("data") ?? "naikkelas-data"
        keysFile = reader.text("keys") ?? Self.keysFile(of: database, dataFolder: dataFolder)
        certificateKeys = reader.text("certificates.keys") ?? dataFolder + "/certificate-keys"
        courses = reader.text("courses")
        host = reader.text("host") ?? "127.0.0.1"
        port = try reader.number("port", in: 0...65535) ?? 8080
        logLevel = try reader.word("log.level", as: Logger.Level.self) ?? .info
        logFormat = try reader.word("log.format", as: LogFormat.self) ?? .text
        secureCookies = try reader.flag("cookies.secure") ?? true
        trustsProxy = try reader.flag("proxy.trusted") ?? false
        channels = try ChannelSettings(reader)
        maximumListBytes = try (reader.number("lists.megabytes", in: 1...65536) ?? 1024) << 20
    }

    /// The keys stand beside the file of the database; those of a server in the data folder.
    private static func keysFile(of database: DatabaseLocation, dataFolder: String) -> String {
        switch database {
        case .sqlite(let path): path + ".keys"
        case .postgresql: dataFolder + "/naikkelas.keys"
        }
    }

    private static func file(_ path: String, mayBeMissing: Bool) async throws -> FileProvider<JSONSnapshot> {
        let place = InMemoryProvider(values: [
            "filePath": ConfigValue(.string(path), isSecret: false), "allowMissing": ConfigValue(.bool(mayBeMissing), isSecret: false),
        ])
        do {
            return try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: place))
        } catch {
            throw CommandFailure("the settings in \(path) cannot be read: it has to be a file with one JSON object (\(error))")
        }
    }
}

/// Reads settings and refuses those that cannot be understood, where the reader below would pass them over.
struct SettingsReader {
    private let reader: ConfigReader

    init(_ reader: ConfigReader) {
        self.reader = reader
    }

    func text(_ key: ConfigKey) -> String? {
        reader.string(forKey: key)
    }

    func number(_ key: ConfigKey, in range: ClosedRange<Int>) throws -> Int? {
        if let number = reader.int(forKey: key) {
            guard range.contains(number) else {
                throw unclear(key, "\(number)", "a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
        if let text = text(key) { throw unclear(key, text, "a whole number") }
        return nil
    }

    func flag(_ key: ConfigKey) throws -> Bool? {
        if let flag = reader.bool(forKey: key) { return flag }
        if let text = text(key) { throw unclear(key, text, "true or false") }
        return nil
    }

    func word<Word: RawRepresentable & CaseIterable>(_ key: ConfigKey, as type: Word.Type) throws -> Word? where Word.RawValue == String {
        guard let text = text(key) else { return nil }
        guard let word = Word(rawValue: text.lowercased()) else {
            throw unclear(key, text, Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    func unclear(_ key: ConfigKey, _ text: String, _ expected: String) -> CommandFailure {
        CommandFailure("the setting \(key) is “\(text)” and should be \(expected)")
    }
}
