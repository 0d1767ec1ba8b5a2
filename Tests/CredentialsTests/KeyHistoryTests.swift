import Nusantara
import Testing

@testable import Credentials

@Suite("The history of keys")
struct KeyHistoryTests {
    /// Four keys, one a year, and the history after each.
    private func fourKeys() throws -> (keys: [IssuerKeys], histories: [KeyHistory]) {
        let keys = try (0..<4).map { _ in try IssuerKeys(new: .sample, rsa: false) }
        var histories = [try KeyHistory(startingWith: keys[0], on: .on("2026-01-01"))]
        for place in 1..<4 {
            histories.append(try histories[place - 1].rotated(to: keys[place], from: keys[place - 1], on: .on("\(2026 + place)-01-01")))
        }
        return (keys, histories)
    }

    @Test("three rotations later, what each key signed in its time still holds, in every form")
    func threeRotations() throws {
        let (keys, histories) = try fourKeys()
        let history = try KeyHistory(text: histories[3].text, root: keys[0].fingerprint)
        for (place, key) in keys.enumerated() {
            let signed = try key.sign(.sample(issued: "\(2026 + place)-06-01"), on: .on("\(2026 + place)-06-01"))
            for text in [signed.jwt, signed.json, signed.compact] {
                let verification = Verification.verify(text, history: history, revocations: nil, at: .on("2029-07-01"))
                #expect(verification.isValid)
                #expect(verification.issuer == .sample)
            }
        }
    }

    @Test("a key before its time, after its time, and one that nobody knows get their own answers")
    func outsideItsTime() throws {
        let (keys, histories) = try fourKeys()
        func answers(_ key: IssuerKeys, on day: String, _ history: KeyHistory) throws -> [Verification.Answer] {
            let signed = try key.sign(.sample(issued: "2026-01-01"), on: .on(day))
            return [signed.jwt, signed.json, signed.compact].map {
                Verification.verify($0, history: history, revocations: nil, at: .on("2029-07-01")).answer
            }
        }
        #expect(
            try answers(keys[2], on: "2027-12-31", histories[3])
                == Array(repeating: .futureKey(keys[2].id, validFrom: .on("2028-01-01"), signed: .on("2027-12-31")), count: 3))
        #expect(
            try answers(keys[1], on: "2028-01-02", histories[3])
                == Array(repeating: .retiredKey(keys[1].id, validUntil: .on("2028-01-01"), signed: .on("2028-01-02")), count: 3))
        for answer in try answers(keys[3], on: "2029-01-01", histories[2]) {
            guard case .unknownKey = answer else {
                Issue.record("\(answer)")
                continue
            }
        }
        // On the day of the rotation both keys may have signed.
        #expect(try answers(keys[1], on: "2028-01-01", histories[3]).allSatisfy { if case .valid = $0 { true } else { false } })
        #expect(try answers(keys[2], on: "2028-01-01", histories[3]).allSatisfy { if case .valid = $0 { true } else { false } })
    }

    @Test("nothing that a compromised key signed is believed, and the keys around it stay good")
    func compromised() throws {
        let (keys, histories) = try fourKeys()
        let next = try IssuerKeys(new: .sample, rsa: false)
        let history = try histories[3].rotated(
            to: next, from: keys[3], on: .on("2029-08-01"), compromised: [keys[1].id: .on("2027-05-01")])
        let read = try KeyHistory(text: history.text)
        for day in ["2027-02-01", "2027-06-01"] {
            let signed = try keys[1].sign(.sample(issued: day), on: .on(day))
            #expect(
                Verification.verify(signed.jwt, history: read, revocations: nil, at: .on("2029-09-01")).answer
                    == .compromisedKey(keys[1].id, since: .on("2027-05-01")))
        }
        let good = try keys[0].sign(.sample(issued: "2026-02-01"), on: .on("2026-02-01"))
        #expect(Verification.verify(good.compact, history: read, revocations: nil, at: .on("2029-09-01")).isValid)
    }

    @Test("a history that was changed in one bit anywhere is refused, or begins with another root")
    func everyBit() throws {
        let (keys, histories) = try fourKeys()
        let root = keys[0].fingerprint
        let bytes = Array(histories[1].text.utf8)
        // The line end behind the history means nothing.
        for place in bytes.indices.dropLast() {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                guard let text = String(validating: changed, as: UTF8.self) else { continue }
                #expect(throws: KeyHistoryError.self) { try KeyHistory(text: text, root: root) }
            }
        }
    }

    @Test("entries that are left out, swapped, cut in or signed by another key are refused")
    func forged() throws {
        let (keys, histories) = try fourKeys()
        let entries = histories[3].entries.map(\.json)
        func read(_ list: [JSONValue]) throws -> KeyHistory {
            try KeyHistory(text: JSONValue.object(["type": "NaikKelasKeyHistory", "entries": .array(list)]).canonical)
        }
        #expect(try read(entries) == histories[3])
        #expect(try read(Array(entries.prefix(2))) == histories[1])
        #expect(throws: KeyHistoryError.self) { try read([]) }
        #expect(throws: KeyHistoryError.self) { try read(Array(entries.dropFirst())) }
        #expect(throws: KeyHistoryError.self) { try read([entries[0], entries[2], entries[3]]) }
        #expect(throws: KeyHistoryError.self) { try read([entries[1], entries[0]]) }
        #expect(throws: KeyHistoryError.self) { try read(entries + [entries[3]]) }
        let thief = try IssuerKeys(new: .sample, rsa: false)
        #expect(throws: KeyHistoryError.notThePresentKey) { try histories[3].rotated(to: thief, from: keys[0], on: .on("2030-01-01")) }
        #expect(throws: KeyHistoryError.outOfOrder(4)) { try histories[3].rotated(to: thief, from: keys[3], on: .on("2028-01-01")) }
        let own = try KeyHistory(startingWith: thief, on: .on("2026-01-01"))
        #expect(throws: KeyHistoryError.otherRoot(found: thief.fingerprint)) { try KeyHistory(text: own.text, root: keys[0].fingerprint) }
        #expect(throws: KeyHistoryError.self) { try read([entries[0], own.entries[0].json]) }
    }

    @Test("private keys come back from their text, RSA too, and a damaged text is refused")
    func privateText() throws {
        let keys = try IssuerKeys(new: .sample)
        let again = try IssuerKeys(privateText: keys.privateText)
        #expect(again.id == keys.id)
        #expect(again.issuer == .sample)
        #expect(try again.publicRSA() == keys.publicRSA())
        #expect(throws: CredentialError.self) { try IssuerKeys(privateText: keys.privateText.replacing("BEGIN", with: "BEGUN")) }
        #expect(throws: CredentialError.self) { try IssuerKeys(privateText: "{}") }
    }
}
