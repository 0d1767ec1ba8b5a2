import Accounts
import StorageTesting
import Testing

@Suite("The vault")
struct VaultTests {
    let vault = Vault.ephemeral()

    @Test("what was sealed opens again, whatever its length", arguments: [0, 1, 16, 300, 70_000])
    func opensWhatItSealed(length: Int) throws {
        var random = SeededRandomness(seed: 7)
        let content = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let sealed = try vault.seal(content, as: .nik)
        #expect(sealed.count == content.count + Vault.overhead)
        #expect(try vault.open(sealed, as: .nik) == content)
    }

    @Test("sealing the same text twice gives different bytes, and neither shows it")
    func sealsWithANonce() throws {
        let first = try vault.seal("3273012345678901", as: .nik)
        let second = try vault.seal("3273012345678901", as: .nik)
        #expect(first != second)
        #expect(try vault.openText(first, as: .nik) == "3273012345678901")
        #expect(try vault.openText(second, as: .nik) == "3273012345678901")
    }

    @Test("a value sealed for one purpose does not open for another")
    func bindsPurpose() throws {
        let sealed = try vault.seal("+6281234567890", as: .phone)
        #expect(throws: VaultError.notAuthentic) { try vault.open(sealed, as: .nik) }
    }

    @Test("a changed byte anywhere, or a byte too few, is refused")
    func refusesTampering() throws {
        let sealed = try vault.seal("+6281234567890", as: .phone)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 0x40
            #expect(throws: VaultError.self) { try vault.open(changed, as: .phone) }
            #expect(throws: VaultError.self) { try vault.open(Array(sealed[..<index]), as: .phone) }
        }
    }

    @Test("random bytes never open")
    func refusesRubbish() {
        var random = SeededRandomness(seed: 11)
        for _ in 0..<2000 {
            var rubbish = (0..<Int.random(in: 0...120, using: &random)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            if !rubbish.isEmpty { rubbish[0] = 1 }
            #expect(throws: VaultError.notAuthentic) { try vault.open(rubbish, as: .nik) }
        }
    }

    @Test("equal texts have equal fingerprints; another text, purpose or vault has another")
    func fingerprints() {
        let fingerprint = vault.fingerprint("3273012345678901", of: .nik)
        #expect(fingerprint.count == 16)
        #expect(vault.fingerprint("3273012345678901", of: .nik) == fingerprint)
        #expect(vault.fingerprint("3273012345678902", of: .nik) != fingerprint)
        #expect(vault.fingerprint("3273012345678901", of: .npwp) != fingerprint)
        #expect(Vault.ephemeral().fingerprint("3273012345678901", of: .nik) != fingerprint)
        let key = vault.matchKey("3273012345678901", of: .nik)
        #expect(key == fingerprint.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
