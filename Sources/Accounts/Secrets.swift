/// Why a PIN or password is refused.
public enum WeakSecret: Error, Sendable, Hashable {
    /// A PIN has six digits.
    case notSixDigits
    /// Few different digits, or a pattern repeated: 111111, 121212, 123123.
    case repetitive
    /// Digits that follow each other or lie in a line on the keypad: 123456, 987654, 147258.
    case sequence
    /// A day, written with two digits for day, month and year in any usual order.
    case looksLikeDate
    /// Part of the person's phone number.
    case partOfPhone
    /// A password has 12 to 256 characters.
    case wrongLength
    /// The password contains the name with which the person signs in.
    case containsName
}

/// Checks a PIN of six digits that an owner or facilitator has chosen.
///
/// - Parameter phone: the person's number, of which the PIN must be no part; nil if it is not at hand.
public func checkPIN(_ pin: String, phone: String? = nil) throws(WeakSecret) {
    let digits = pin.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
    guard digits.count == 6, digits.allSatisfy((0...9).contains) else { throw .notSixDigits }
    let isPairOrTripleRepeated = digits[0..<3] == digits[3..<6] || (digits[0..<2] == digits[2..<4] && digits[2..<4] == digits[4..<6])
    if Set(digits).count < 3 || isPairOrTripleRepeated { throw .repetitive }
    let steps = zip(digits, digits.dropFirst()).map { ($1 - $0 + 10) % 10 }
    let isMirrored = digits == digits.reversed()
    let isDoubled = stride(from: 0, to: 6, by: 2).allSatisfy { digits[$0] == digits[$0 + 1] }
    if Set(steps).count == 1 || isMirrored || isDoubled || keypadLines.contains(pin) { throw .sequence }
    if looksLikeDate(digits) { throw .looksLikeDate }
    if let phone, phone.contains(pin) { throw .partOfPhone }
}

/// Checks a password that one of the staff has chosen. Length counts, not the kinds of characters (NIST SP 800-63B, section 5.1.1).
public func checkPassword(_ password: String, signInName: String?) throws(WeakSecret) {
    guard (12...256).contains(password.count) else { throw .wrongLength }
    if Set(password).count < 5 { throw .repetitive }
    if let signInName, password.lowercased().contains(signInName.lowercased()) { throw .containsName }
}

private let keypadLines: Set<String> = [
    "147258", "258369", "147369", "741852", "852963", "159357", "357159", "159753", "753159", "123654", "321654", "456123", "789456",
    "456789", "123789", "147852", "258147", "369258", "963852",
]

/// Whether the digits are a day as DDMMYY, MMDDYY or YYMMDD, or a month as MMYYYY or YYYYMM.
private func looksLikeDate(_ digits: [Int]) -> Bool {
    let pairs = [digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]]
    let (day, month) = (1...31, 1...12)
    if day.contains(pairs[0]) && month.contains(pairs[1]) { return true }
    if month.contains(pairs[0]) && day.contains(pairs[1]) { return true }
    if month.contains(pairs[1]) && day.contains(pairs[2]) { return true }
    let years = 1930...2029
    if month.contains(pairs[0]) && years.contains(pairs[1] * 100 + pairs[2]) { return true }
    return years.contains(pairs[0] * 100 + pairs[1]) && month.contains(pairs[2])
}

/// A PIN that passes ``checkPIN(_:phone:)``, to be given to a person who will change it.
public func randomPIN() -> String {
    while true {
        let digits = String(UInt32.random(in: 0..<1_000_000))
        let pin = String(repeating: "0", count: 6 - digits.count) + digits
        if (try? checkPIN(pin)) != nil { return pin }
    }
}

/// A password of 79 random bits, in groups of four letters and digits that are not mistaken for each other.
public func randomPassword() -> String {
    let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    let groups = (0..<4).map { _ in String((0..<4).map { _ in alphabet[Int.random(in: alphabet.indices)] }) }
    return groups.joined(separator: "-")
}
