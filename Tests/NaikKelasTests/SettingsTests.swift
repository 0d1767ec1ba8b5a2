import Configuration
import Foundation
import Logging
import Storage
import StorageTesting
import Testing

@testable import NaikKelas

@Suite("Settings")
struct SettingsTests {
    @Test("without a word from anybody the usual settings hold")
    func usual() async throws {
        let settings = try await Settings(usualFile: nil, environment: [:])
        #expect(settings.database == .sqlite(path: "naikkelas.sqlite"))
        #expect(settings.keysFile == "naikkelas.sqlite.keys")
        #expect(settings.host == "127.0.0.1" && settings.port == 8080)
        #expect(settings.secureCookies && !settings.trustsProxy)
        #expect(settings.maximumListBytes == 1 << 30)
    }

    @Test("a flag counts before the environment, and that before the file")
    func order() async throws {
        try await withTemporaryFolder { folder in
            let file = "\(folder)/settings.json"
            try Data(
                #"{"port": 1, "host": "file", "data": "file", "log": {"level": "debug", "format": "json"}, "cookies": {"secure": false}}"#
                    .utf8
            )
            .write(to: URL(fileURLWithPath: file))
            let settings = try await Settings(
                flags: ["port": .flag(3)], file: file, environment: ["NAIKKELAS_PORT": "2", "NAIKKELAS_HOST": "environment"])
            #expect(settings.port == 3)
            #expect(settings.host == "environment")
            #expect(settings.dataFolder == "file")
            #expect(settings.logLevel == .debug && settings.logFormat == .json)
            #expect(!settings.secureCookies)
        }
    }

    @Test("the environment can name the file, and say everything that the file can")
    func environment() async throws {
        try await withTemporaryFolder { folder in
            let file = "\(folder)/settings.json"
            try Data(#"{"port": 81}"#.utf8).write(to: URL(fileURLWithPath: file))
            let settings = try await Settings(environment: [
                "NAIKKELAS_CONFIG": file, "NAIKKELAS_DATABASE": "postgres://nk@db/nk", "NAIKKELAS_DATA": "/srv/nk",
                "NAIKKELAS_LOG_LEVEL": "warning", "NAIKKELAS_LOG_FORMAT": "json", "NAIKKELAS_COOKIES_SECURE": "false",
                "NAIKKELAS_PROXY_TRUSTED": "true", "NAIKKELAS_LISTS_MEGABYTES": "64",
            ])
            #expect(settings.port == 81)
            #expect(settings.database == .postgresql(url: "postgres://nk@db/nk"))
            #expect(settings.keysFile == "/srv/nk/naikkelas.keys")
            #expect(settings.logLevel == .warning && settings.logFormat == .json)
            #expect(!settings.secureCookies && settings.trustsProxy)
            #expect(settings.maximumListBytes == 64 << 20)
        }
    }

    @Test(
        "a setting that cannot be understood is refused by name",
        arguments: [
            ("NAIKKELAS_PORT", "eighty", "port"), ("NAIKKELAS_PORT", "65536", "port"), ("NAIKKELAS_LOG_LEVEL", "loud", "log.level"),
            ("NAIKKELAS_COOKIES_SECURE", "perhaps", "cookies.secure"), ("NAIKKELAS_LISTS_MEGABYTES", "0", "lists.megabytes"),
        ])
    func unclear(variable: String, value: String, name: String) async {
        await #expect {
            _ = try await Settings(usualFile: nil, environment: [variable: value])
        } throws: { error in
            "\(error)".contains(name) && "\(error)".contains(value)
        }
    }

    @Test("a file of settings that is named but not there, or is no JSON, is refused", arguments: [nil, "port: 80"])
    func brokenFile(content: String?) async throws {
        try await withTemporaryFolder { folder in
            let file = "\(folder)/settings.json"
            try content.map { try Data($0.utf8).write(to: URL(fileURLWithPath: file)) }
            await #expect(throws: CommandFailure.self) { _ = try await Settings(file: file, environment: [:]) }
        }
    }
}
