import Accounts
import StorageTesting
import Testing

@Suite("Device tokens")
struct DeviceTokenTests {
    @Test("one that was given is read back, and no other text is one")
    func readsItsOwn() async throws {
        try await Arrival.with(.sqlite) { arrival in
            _ = try await arrival.addOwner()
            let cookie = try await arrival.enter().device
            #expect(DeviceToken(cookie: cookie, arrival.vault) != nil)
            #expect(DeviceToken(cookie: cookie, Vault.ephemeral()) == nil)
            #expect(DeviceToken(cookie: cookie.uppercased(), arrival.vault) == nil)

            var random = SeededRandomness(seed: 17)
            let bytes = Array(cookie.utf8)
            for index in bytes.indices {
                var changed = bytes
                changed[index] ^= UInt8.random(in: 1...127, using: &random)
                #expect(DeviceToken(cookie: String(decoding: changed, as: UTF8.self), arrival.vault) == nil)
                #expect(DeviceToken(cookie: String(decoding: bytes[..<index], as: UTF8.self), arrival.vault) == nil)
                let rubbish = (0..<index).map { _ in UInt8.random(in: .min ... .max, using: &random) }
                #expect(DeviceToken(cookie: String(decoding: rubbish, as: UTF8.self), arrival.vault) == nil)
            }
        }
    }
}
