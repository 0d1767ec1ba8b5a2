import Credentials
import Foundation
import StorageTesting
import Testing

@testable import NaikKelas

@Suite("The commands of certificates")
struct CertificateCommandTests {
    private static let id = "0198c7a2-1234-7abc-8def-0123456789ab"

    private func newKeys(_ folder: String, on day: String = "2026-01-01") async -> Outcome {
        await run(
            "certificate", "key", "new", "--keys", "\(folder)/keys", "--issuer-id", "https://naikkelas.example/issuer", "--issuer-name",
            "Naik Kelas", "--without-rsa", "--on", day)
    }

    private func issue(_ folder: String, _ more: String...) async -> Outcome {
        await run(
            [
                "certificate", "issue", "--keys", "\(folder)/keys", "--number", "NK/2026/1", "--name", "Siti Rahmawati", "--identity",
                "3273014107900001", "--code", "JUALAN-0", "--achievement", "Jualan online dari nol", "--programme", "UMKM Go Online",
                "--id", Self.id, "--on", "2026-03-01",
            ] + more)
    }

    @Test("from keys to a checked certificate, in every form")
    func wholeWay() async throws {
        try await withTemporaryFolder { folder in
            let keys = await newKeys(folder)
            #expect(keys.status == .done)
            let fingerprint = try #require(keys.output.firstMatch(of: #/fingerprint ([0-9a-f]{64})/#)).output.1
            let issued = await issue(folder, "--output", "\(folder)/out")
            let files = issued.output.split(separator: "\n").map(String.init)
            #expect(files == ["jwt", "json", "nk1"].map { "\(folder)/out/NK-2026-1.\($0)" })
            for file in files {
                let outcome = await run("verify", file, "--keys", "\(folder)/keys/history.json", "--root", String(fingerprint))
                #expect(outcome.status == .done)
                #expect(outcome.output.contains("Sertifikat ini asli dan berlaku.") && outcome.output.contains("Siti Rahmawati"))
            }
            let code = await issue(folder, "--format", "nk1").output.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(await run("verify", code, "--keys", "\(folder)/keys/history.json").status == .done)
            let other = await run("verify", code, "--keys", "\(folder)/keys/history.json", "--root", String(repeating: "0", count: 64))
            #expect(other.status == .failed && other.errors.contains("begins with another key"))
        }
    }

    @Test("what is not valid ends with 1 and says why, on the screen and as JSON")
    func notValid() async throws {
        try await withTemporaryFolder { folder in
            _ = await newKeys(folder)
            let history = "\(folder)/keys/history.json"
            let code = await issue(folder, "--format", "nk1", "--expires", "2026-12-31").output.trimmingCharacters(in: .newlines)
            let expired = await run("verify", code, "--keys", history, "--at", "2027-01-01", "--format", "json")
            #expect(expired.status == .failed)
            #expect(expired.output.contains(#""answer":"expired""#) && expired.errors.contains("expired on 2026-12-31"))
            let altered = await run("verify", code.dropLast(3) + "AAA", "--keys", history)
            #expect(altered.status == .failed && altered.output.contains("palsu"))
            let unknown = await run("verify", code, "--keys", "\(folder)/none.json")
            #expect(unknown.status == .failed && unknown.errors.contains("there is no file"))
            try Data([0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: "\(folder)/scan.png"))
            let image = await run("verify", "\(folder)/scan.png", "--keys", history)
            #expect(image.status == .failed && image.output.contains("tidak terbaca"))

            // {"alg":"\u001b[2J"} must not clear the screen.
            let hostile = await run("verify", "eyJhbGciOiJcdTAwMWJbMkoifQ.e30.AAAA", "--keys", history)
            #expect(hostile.status == .failed && hostile.errors.contains("[2J") && !(hostile.output + hostile.errors).contains("\u{1B}"))

            let revoked = await run(
                "certificate", "revoke", Self.id, "--keys", "\(folder)/keys", "--reason", "Nama tertukar", "--on", "2026-04-01")
            #expect(revoked.output.hasPrefix("1 revoked as of 2026-04-01"))
            let refused = await run("verify", code, "--keys", history, "--at", "2026-04-02")
            #expect(refused.status == .failed && refused.output.contains("Nama tertukar"))
            let dated = await run("certificate", "revoke", "--keys", "\(folder)/keys", "--on", "2026-05-01")
            #expect(dated.output.hasPrefix("1 revoked as of 2026-05-01, list 2"))
        }
    }

    @Test("a rotation keeps old certificates good, and a compromised key spoils its own alone")
    func rotation() async throws {
        try await withTemporaryFolder { folder in
            _ = await newKeys(folder)
            let history = "\(folder)/keys/history.json"
            let code = await issue(folder, "--format", "nk1").output.trimmingCharacters(in: .newlines)
            _ = await run("certificate", "revoke", "--keys", "\(folder)/keys", "--on", "2026-03-01")
            for day in ["2026-04-01", "2026-05-01", "2026-06-01"] {
                #expect(await run("certificate", "key", "rotate", "--keys", "\(folder)/keys", "--without-rsa", "--on", day).status == .done)
            }
            #expect(await run("verify", code, "--keys", history).output.contains("kunci lama yang dipakai sampai 2026-04-01"))
            let early = await issue(folder, "--format", "nk1")
            #expect(early.status == .failed && early.errors.contains("signs from 2026-06-01"))

            let list = await run("certificate", "key", "list", "--keys", "\(folder)/keys").output
            let first = try #require(list.firstMatch(of: #/(?m)^([0-9a-f]{16})  2026-01-01/#)).output.1
            let spoiled = await run(
                "certificate", "key", "rotate", "--keys", "\(folder)/keys", "--without-rsa", "--on", "2026-07-01", "--compromised",
                "\(first)=2026-06-15")
            #expect(spoiled.status == .done)
            #expect(await run("verify", code, "--keys", history).output.contains("bocor sejak 2026-06-15"))
            let stranger = await run(
                "certificate", "key", "rotate", "--keys", "\(folder)/keys", "--compromised", "0011223344556677=2026-06-15")
            #expect(stranger.status == .failed && stranger.errors.contains("there is no key 0011223344556677"))
        }
    }

    @Test("private keys are readable by their owner alone, and are not used otherwise")
    func privateFiles() async throws {
        try await withTemporaryFolder { folder in
            _ = await newKeys(folder)
            let files = FileManager.default
            let name = try #require(files.contentsOfDirectory(atPath: "\(folder)/keys").first { $0.hasSuffix(".private") })
            let path = "\(folder)/keys/\(name)"
            #expect(try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            let open = await issue(folder, "--format", "nk1")
            #expect(open.status == .failed && open.errors.contains("chmod 600"))
            try files.removeItem(atPath: path)
            let lost = await issue(folder, "--format", "nk1")
            #expect(lost.status == .failed && lost.errors.contains("restore them from a backup"))
        }
    }

    @Test("keys are not made over others, and two changes do not mix")
    func locking() async throws {
        try await withTemporaryFolder { folder in
            _ = await newKeys(folder)
            let history = try String(contentsOfFile: "\(folder)/keys/history.json", encoding: .utf8)
            let again = await newKeys(folder)
            #expect(again.status == .failed && again.errors.contains("holds keys already"))

            let keys = CertificateKeyFolder(path: "\(folder)/keys")
            let lock = try HeldLock(keys)
            let refused = await run("certificate", "key", "rotate", "--keys", "\(folder)/keys", "--without-rsa")
            #expect(refused.status == .failed && refused.errors.contains("another command is changing the keys"))
            #expect(try String(contentsOfFile: "\(folder)/keys/history.json", encoding: .utf8) == history)
            lock.release()
            await withTaskGroup(of: ExitStatus.self) { group in
                for _ in 0..<6 {
                    group.addTask { await run("certificate", "key", "rotate", "--keys", "\(folder)/keys", "--without-rsa").status }
                }
                var done = 0
                for await status in group where status == .done { done += 1 }
                #expect(done >= 1)
                #expect((try? keys.history().entries.count) == done + 1)
            }
        }
    }

    @Test(
        "a call that makes no sense ends with 2",
        arguments: [
            ["verify"], ["verify", "x", "--root", "12"], ["verify", "x", "--at", "tomorrow"], ["certificate", "revoke", "12"],
            ["certificate", "revoke", id], ["certificate", "revoke", "--reason", "x"],
            ["certificate", "key", "new", "--issuer-id", "no address", "--issuer-name", "x"],
            ["certificate", "key", "rotate", "--compromised", "12"],
            [
                "certificate", "issue", "--number", "1", "--identity", "1", "--code", "1", "--achievement", "1", "--programme", "1",
            ],
        ])
    func misused(arguments: [String]) async {
        let outcome = await run(arguments)
        #expect(outcome.status == .misused)
        #expect(outcome.output.isEmpty)
    }
}

/// The lock of a folder of keys, as another process would hold it.
private struct HeldLock {
    private let file: FileHandle

    init(_ folder: CertificateKeyFolder) throws {
        let descriptor = open(folder.path + "/lock", O_RDWR)
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    }

    func release() {
        try? file.close()
    }
}
