import Accounts
import StorageTesting
import Testing

@Suite("PINs and passwords")
struct SecretsTests {
    @Test(
        "a weak PIN is refused and says why",
        arguments: [
            ("12345", WeakSecret.notSixDigits), ("1234567", .notSixDigits), ("12a456", .notSixDigits), ("١٢٣٤٥٦", .notSixDigits),
            ("", .notSixDigits), ("000000", .repetitive), ("111111", .repetitive), ("121212", .repetitive), ("787878", .repetitive),
            ("385385", .repetitive), ("994949", .repetitive), ("123456", .sequence), ("654321", .sequence), ("890123", .sequence),
            ("024680", .sequence), ("147258", .sequence), ("384483", .sequence), ("557799", .sequence), ("170845", .looksLikeDate),
            ("311299", .looksLikeDate), ("081745", .looksLikeDate), ("901231", .looksLikeDate), ("091987", .looksLikeDate),
            ("198709", .looksLikeDate),
        ])
    func refusesWeakPIN(pin: String, reason: WeakSecret) {
        #expect(throws: reason) { try checkPIN(pin) }
    }

    @Test("a PIN that is part of the phone number is refused for that phone alone")
    func refusesPartOfPhone() throws {
        #expect(throws: WeakSecret.partOfPhone) { try checkPIN("839274", phone: "+6281839274056") }
        try checkPIN("839274", phone: "+6281234567890")
        try checkPIN("839274")
    }

    @Test("a PIN that is made passes the check, and most numbers do")
    func makesPINs() throws {
        for _ in 0..<500 { try checkPIN(randomPIN()) }
        var random = SeededRandomness(seed: 3)
        let accepted = (0..<10_000).count { _ in
            let digits = (0..<6).map { _ in String(Int.random(in: 0...9, using: &random)) }
            return (try? checkPIN(digits.joined())) != nil
        }
        #expect((8000...9400).contains(accepted))
    }

    @Test("a short, monotonous or telling password is refused; a long plain one is not")
    func checksPasswords() throws {
        #expect(throws: WeakSecret.wrongLength) { try checkPassword("elevenchars", signInName: nil) }
        #expect(throws: WeakSecret.wrongLength) { try checkPassword(String(repeating: "abcdef", count: 50), signInName: nil) }
        #expect(throws: WeakSecret.repetitive) { try checkPassword("aaaabbbbaaaa", signInName: nil) }
        #expect(throws: WeakSecret.containsName) { try checkPassword("rahasia-Sari-bersama", signInName: "sari") }
        try checkPassword("kuda putih lari pagi", signInName: "sari")
        for _ in 0..<100 { try checkPassword(randomPassword(), signInName: "sari") }
    }
}
