/// A telephone number that can be dialled from anywhere.
///
/// Numbers are handed on and shared within a family or by a facilitator: the same number is a weak sign of the same person.
public struct PhoneNumber: Sendable, Hashable {
    /// ITU-T E.164: `+6281234567890`.
    public let e164: String
    public let isMobile: Bool
    /// The network by its prefix; nil for landlines, foreign numbers and prefixes not given out.
    public let `operator`: MobileOperator?

    /// `+62812*****890`: who knows the number recognises it.
    public var masked: String {
        let length = e164.utf8.count
        return e164.prefix(6) + String(repeating: "*", count: max(length - 9, 1)) + e164.suffix(min(3, max(length - 7, 0)))
    }

    /// Reads every number of a cell, in the order in which they stand.
    ///
    /// Understood are `0812…`, `62812…`, `+62 812…`, `0062…`, a zero lost in a spreadsheet (`812…`), landlines with their area code, two
    /// numbers parted by a slash, a comma or words, and links of WhatsApp (`wa.me/62812…`). When one number of several cannot be read, the
    /// others are returned with a notice about it.
    public static func parseAll(_ cell: String) -> Parsed<[PhoneNumber]> {
        let bytes = Latin.bytes(of: cell)
        if Absence.holds(bytes) { return .absent }
        guard bytes.count <= 400 else { return .refused(.tooLong("phone.long")) }
        var numbers: [PhoneNumber] = []
        var notices: [Notice] = []
        var refusal: Notice?
        PhoneCell.scan(bytes) { digits, plus, trait in
            switch read(digits, plus: plus, trait: trait) {
            case .value(let number, let found):
                if !numbers.contains(number) { numbers.append(number) }
                for notice in found where !notices.contains(notice) { notices.append(notice) }
            case .refused(let notice): if refusal == nil { refusal = notice }
            case .absent: break
            }
        }
        if numbers.isEmpty { return .refused(refusal ?? PhoneNotice.none) }
        if let refusal { notices.append(refusal) }
        return .value(numbers, notices: notices)
    }

    private static func read(_ digits: ArraySlice<UInt8>, plus: Bool, trait: PhoneCell.Trait) -> Parsed<PhoneNumber> {
        switch trait {
        case .lost: return .refused(PhoneNotice.spreadsheet)
        case .hidden: return .refused(PhoneNotice.hidden)
        case .plain, .spreadsheet: break
        }
        var national = digits
        var notices: [Notice] = trait == .spreadsheet ? [PhoneNotice.number] : []
        let zero = UInt8(ascii: "0")
        if national.starts(with: [zero, zero, 0x36, 0x32]) {
            national = national.dropFirst(4)
        } else if national.starts(with: [0x36, 0x32]), plus || national.count >= 10 {
            national = national.dropFirst(2)
        } else if national.starts(with: [zero, 0x36, 0x32, 0x38]), national.count >= 12 {
            national = national.dropFirst(3)
        } else if plus, national.first != zero {
            return foreign(digits)
        } else if national.first != zero {
            notices.append(PhoneNotice.lostZero)
        }
        national = national.drop { $0 == zero }
        guard let first = national.first else { return .refused(PhoneNotice.none) }

        if national.dropFirst().allSatisfy({ $0 == first }) { return .refused(PhoneNotice.placeholder) }
        if first == UInt8(ascii: "8") { return mobile(national, notices) }
        return landline(national, typed: digits, notices)
    }

    private static func mobile(_ national: ArraySlice<UInt8>, _ notices: [Notice]) -> Parsed<PhoneNumber> {
        var notices = notices
        guard (9...12).contains(national.count) else { return .refused(PhoneNotice.mobileLength(national.count + 1)) }
        let prefix = DigitReading.number(national.prefix(3))
        guard (810...839).contains(prefix) || (850...899).contains(prefix) else { return .refused(PhoneNotice.prefix) }
        let network = MobileOperator(prefix: prefix)
        if network == nil { notices.append(PhoneNotice.unknownPrefix) }
        if isCounting(national.dropFirst(2)) { notices.append(PhoneNotice.dummy) }
        return .value(PhoneNumber(e164: international(national), isMobile: true, operator: network), notices: notices)
    }

    private static func landline(_ national: ArraySlice<UInt8>, typed: ArraySlice<UInt8>, _ notices: [Notice]) -> Parsed<PhoneNumber> {
        let area = DigitReading.number(national.prefix(2))
        let areaLength = [21, 22, 24, 31, 61].contains(area) ? 2 : 3
        guard (20...79).contains(area) || (90...99).contains(area) else { return .refused(PhoneNotice.prefix) }
        guard national.count > 7 || typed.first == UInt8(ascii: "0") else { return .refused(PhoneNotice.area) }
        guard (5...8).contains(national.count - areaLength) else { return .refused(PhoneNotice.landlineLength(national.count + 1)) }
        return .value(PhoneNumber(e164: international(national), isMobile: false, operator: nil), notices: notices)
    }

    private static func foreign(_ digits: ArraySlice<UInt8>) -> Parsed<PhoneNumber> {
        guard (8...15).contains(digits.count) else { return .refused(PhoneNotice.foreignLength) }
        return .value(PhoneNumber(e164: "+" + String(latin: digits), isMobile: false, operator: nil), notices: [PhoneNotice.foreign])
    }

    private static func international(_ national: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: 3 + national.count) { target in
            target[0] = UInt8(ascii: "+")
            target[1] = UInt8(ascii: "6")
            target[2] = UInt8(ascii: "2")
            var count = 3
            for digit in national {
                target[count] = digit
                count += 1
            }
            return count
        }
    }

    /// `1234567890` and the like: what is typed when a field must not stay empty.
    private static func isCounting(_ digits: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8?
        for digit in digits {
            if let previous, (previous - 0x30 + 1) % 10 != digit - 0x30 { return false }
            previous = digit
        }
        return true
    }
}
