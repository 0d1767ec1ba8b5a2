import ArgumentParser
import Foundation
import StorageTesting
import Testing

@testable import NaikKelas

@Suite("The command line")
struct CommandLineTests {
    /// Every command there is, by the words that call it.
    static let commands = words(of: NaikKelas.self)

    private static func words(of command: any ParsableCommand.Type, before: [String] = []) -> [[String]] {
        [before] + command.configuration.subcommands.flatMap { words(of: $0, before: before + [$0._commandName]) }
    }

    @Test("every command explains itself with an example and ends well", arguments: commands)
    func help(words: [String]) async {
        let outcome = await run(words + ["--help"])
        #expect(outcome.status == .done)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("USAGE: naikkelas"))
        #expect(words.isEmpty ? outcome.output.contains("naikkelas demo") : outcome.output.contains("Example:\n"))
        #expect(words.isEmpty || outcome.output.contains("naikkelas \(words.joined(separator: " "))"))
    }

    @Test("the promised commands are there")
    func promised() {
        let lines = Set(Self.commands.map { $0.joined(separator: " ") })
        let promised = [
            "serve", "demo", "import", "report progress", "report bulletin freeze", "recount", "audit verify", "migrate", "user add",
            "user list", "user reset-secret", "partner add", "partner list", "programme add", "programme list", "target set", "target list",
        ]
        for command in promised { #expect(lines.contains(command)) }
    }

    @Test(
        "a call that is not understood ends with 2 and says how the command is called",
        arguments: [
            ["frobnicate"], ["import"], ["import", "shopee"], ["import", "shopee", "a.csv", "--map", "Kolom 3=nonsense"],
            ["import", "shopee", "a.csv", "--day", "23-11-2026"], ["report", "progress", "--format", "pdf"],
            ["report", "progress", "--from", "2026-05", "--to", "2026-01"], ["partner", "add", "Not A Code", "x", "--kind", "ministry"],
            ["partner", "add", "x", "x", "--kind", "unknown"],
            ["target", "set", "onboard", "0", "--title", "x", "--from", "2026-01-01", "--to", "2026-12-31"],
            ["user", "add", "Siti", "--role", "officer"], ["user", "add", "Siti", "--sign-in", "siti", "--role", "owner"],
            ["user", "add", "Siti", "--sign-in", "siti", "--role", "partner"], ["demo", "--businesses", "0"],
            ["audit", "verify", "--head", "12"],
        ])
    func misused(arguments: [String]) async {
        let outcome = await run(arguments)
        #expect(outcome.status == .misused)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("Usage: naikkelas"))
    }

    @Test(
        "a command that only looks refuses a database that is not there and makes none",
        arguments: [
            ["report", "progress"], ["recount"], ["audit", "verify"], ["user", "list"], ["partner", "list"], ["migrate", "--dry-run"],
            ["import", "shopee", "list.csv", "--dry-run"],
        ])
    func missingDatabase(arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/data.sqlite"
            let outcome = await run(arguments + ["--database", "sqlite:\(path)"])
            #expect(outcome.status == .failed)
            #expect(outcome.errors.hasPrefix("naikkelas: there is no database at \(path)"))
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("a database of an older program is refused until it is migrated")
    func oldSchema() async throws {
        try await withTemporaryFolder { folder in
            let database = "sqlite:\(folder)/data.sqlite"
            try Data().write(to: URL(fileURLWithPath: "\(folder)/data.sqlite"))
            let refused = await run("report", "progress", "--database", database)
            #expect(refused.status == .failed)
            #expect(refused.errors.contains("run naikkelas migrate --database \(database) first"))

            let pending = await run("migrate", "--dry-run", "--database", database)
            #expect(pending.output.split(separator: "\n").count == schema.count)
            let migrated = await run("migrate", "--database", database)
            #expect(migrated.status == .done)
            #expect(migrated.output.contains("applied: 0030 registry"))
            #expect(await run("report", "progress", "--database", database).status == .done)
            #expect(await run("migrate", "--database", database).output.contains("up to date"))
        }
    }

    @Test("a database that cannot be named is refused without repeating a password")
    func unreadableDatabase() async {
        let outcome = await run("migrate", "--database", "mysql://root:hunter2@host/db")
        #expect(outcome.status == .failed)
        #expect(outcome.errors.contains("sqlite:PATH"))
        #expect(!outcome.errors.contains("hunter2"))
    }

    @Test("new keys are never made for a database that has people in it")
    func missingKeys() async throws {
        try await withTemporaryFolder { folder in
            let database = "sqlite:\(folder)/data.sqlite"
            #expect(await run("user", "add", "Siti", "--sign-in", "siti", "--role", "officer", "--database", database).status == .done)
            try FileManager.default.removeItem(atPath: "\(folder)/data.sqlite.keys")
            let outcome = await run("user", "list", "--database", database)
            #expect(outcome.status == .failed)
            #expect(outcome.errors.contains("keys of this database are not at \(folder)/data.sqlite.keys"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/data.sqlite.keys"))
        }
    }

    @Test("a person is added with a password and a one-time code, once under a name")
    func users() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            let words = ["user", "add", "Siti Rahma", "--sign-in", "Siti", "--role", "officer", "--region", "Jawa Barat"]
            let added = await run(words + database)
            #expect(added.status == .done)
            #expect(added.output.contains("otpauth://totp/Naik%20Kelas:Siti?secret="))
            #expect(added.output.contains(#/password: [a-z2-9]{4}(-[a-z2-9]{4}){3}\n/#))

            let again = await run(words + database)
            #expect(again.status == .failed)
            #expect(again.errors.contains("signs in with this name already"))

            let list = await run(["user", "list"] + database)
            #expect(list.output.contains("officer in 32"))
            let reset = await run(["user", "reset-secret", "siti"] + database)
            #expect(reset.output.contains("password: "))
            #expect(await run(["user", "reset-secret", "nobody"] + database).status == .failed)
        }
    }

    @Test("partners, programmes and targets are kept, and the trail knows it")
    func keeping() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            #expect(await run(["partner", "add", "shopee", "Shopee", "--kind", "marketplace"] + database).status == .done)
            #expect(await run(["programme", "add", "go-online", "UMKM Go Online", "--active-days", "60"] + database).status == .done)
            let target = [
                "target", "set", "onboard", "1200", "--title", "1.200 onboard", "--region", "Kota Bandung", "--programme", "go-online",
                "--from", "2026-01-01", "--to", "2026-12-31",
            ]
            #expect(await run(target + database).status == .done)
            #expect(await run(["partner", "list"] + database).output.contains("shopee  marketplace  Shopee"))
            #expect(await run(["programme", "list"] + database).output.contains("60"))
            let targets = await run(["target", "list", "--region", "32.73"] + database)
            #expect(targets.output.contains("1,200"))
            let id = try #require(targets.output.split(separator: "\n").last?.split(separator: " ").first)
            #expect(await run(["target", "remove", String(id)] + database).status == .done)
            #expect(await run(["target", "remove", String(id)] + database).status == .failed)
            #expect(await run(["audit", "verify"] + database).output.hasPrefix("4 entries: intact\n"))
        }
    }

    @Test("a region that may be one of several is asked for by name")
    func ambiguousRegion() async throws {
        try await withTemporaryFolder { folder in
            let database = ["--database", "sqlite:\(folder)/data.sqlite"]
            _ = await run(["migrate"] + database)
            let outcome = await run(["report", "progress", "--region", "Bandung"] + database)
            #expect(outcome.status == .failed)
            #expect(outcome.errors.contains("32.04") && outcome.errors.contains("32.73"))
        }
    }
}
