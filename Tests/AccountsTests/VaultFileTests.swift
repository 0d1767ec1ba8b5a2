import Accounts
import Foundation
import StorageTesting
import Testing

@Suite("The file of keys")
struct VaultFileTests {
    @Test("it is made on first use for its owner alone, and read afterwards")
    func isMadeOnce() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/keys"
            let sealed = try Vault(file: path).seal("3273012345678901", as: .nik)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(try Vault(file: path).openText(sealed, as: .nik) == "3273012345678901")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keys"])
        }
    }

    @Test("several who start at once all get the same keys")
    func startsAtOnce() async throws {
        try await withTemporaryFolder { folder in
            let fingerprints = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<16 {
                    group.addTask { try Vault(file: folder + "/keys").fingerprint("x", of: .nik) }
                }
                return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            }
            #expect(fingerprints.count == 1)
        }
    }

    @Test("it is refused when others can read it", arguments: [0o644, 0o640, 0o604, 0o660])
    func refusesOpenFile(mode: Int) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/keys"
            _ = try Vault(file: path)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            #expect(throws: VaultError.readableByOthers(path: path)) { try Vault(file: path) }
        }
    }

    @Test("a damaged file is refused, and never replaced by new keys")
    func refusesDamage() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/keys"
            _ = try Vault(file: path)
            let whole = try String(contentsOfFile: path, encoding: .utf8)
            let damaged = [
                "", "naikkelas keys 1\n", String(whole.dropLast()), String(whole.dropLast(2)), whole + "x\n",
                whole.replacingOccurrences(of: "seal 1", with: "seal 2"), whole.replacingOccurrences(of: "keys 1", with: "keys 2"),
            ]
            for text in damaged {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                #expect(throws: VaultError.malformed(path: path)) { try Vault(file: path) }
                #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
            }
        }
    }

    @Test("a folder that is not there is an error that names the file")
    func refusesMissingFolder() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/nowhere/keys"
            #expect(throws: VaultError.self) { try Vault(file: path) }
        }
    }

    @Test("after a rotation new values use the new key, old ones open and can be sealed anew, and fingerprints stay")
    func rotates() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/keys"
            let before = try Vault(file: path)
            let old = try before.seal("+6281234567890", as: .phone)
            let fingerprint = before.fingerprint("+6281234567890", of: .phone)

            let after = try Vault.rotate(file: path)
            let new = try after.seal("+6281234567890", as: .phone)
            #expect(old[0] == 1)
            #expect(new[0] == 2)
            #expect(try after.openText(old, as: .phone) == "+6281234567890")
            #expect(throws: VaultError.unknownKey(2)) { try before.open(new, as: .phone) }
            #expect(after.fingerprint("+6281234567890", of: .phone) == fingerprint)
            #expect(try after.reseal(new, as: .phone) == nil)
            let resealed = try #require(try after.reseal(old, as: .phone))
            #expect(resealed[0] == 2)
            #expect(try Vault(file: path).openText(resealed, as: .phone) == "+6281234567890")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keys"])
        }
    }

    @Test("a rotation waits for no other: while one is under way it is refused")
    func rotatesOneAtATime() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/keys"
            _ = try Vault(file: path)
            try Data().write(to: URL(fileURLWithPath: path + ".rotating"))
            #expect(throws: VaultError.rotationUnderWay(path: path + ".rotating")) { try Vault.rotate(file: path) }
        }
    }

    @Test("keys can be rotated 254 times and then no more")
    func exhaustsNumbers() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/keys"
            let first = try Vault(file: path).seal("a", as: .nik)
            for _ in 0..<254 { _ = try Vault.rotate(file: path) }
            #expect(throws: VaultError.exhausted) { try Vault.rotate(file: path) }
            #expect(try Vault(file: path).openText(first, as: .nik) == "a")
        }
    }
}
