/// A number as a list writes it, before it is known what a dot and a comma meant.
struct WrittenNumber {
    /// Digits before the decimal mark.
    private(set) var whole: [UInt8] = []
    /// Digits after it.
    private(set) var fraction: [UInt8] = []
    /// The power of ten of scientific notation.
    private(set) var exponent = 0
    /// The marks were read the English way, or had to be guessed.
    private(set) var isDoubtful = false

    var hasExponent: Bool { exponent != 0 }

    /// Reads the number that begins at a position and moves the position behind it; nil if none begins there or its marks make no sense.
    ///
    /// - Parameter unitFollows: whether a word such as *juta* makes a comma before three digits a decimal comma.
    init?(_ bytes: [UInt8], at position: inout Int, unitFollows: (_ end: Int) -> Bool = { _ in false }) {
        var groups: [(digits: Range<Int>, mark: UInt8)] = []
        var end = position
        while end < bytes.count, bytes[end].isLatinDigit {
            let start = end
            while end < bytes.count, bytes[end].isLatinDigit { end += 1 }
            var mark: UInt8 = 0
            if end + 1 < bytes.count, bytes[end + 1].isLatinDigit, Self.isMark(bytes[end], groups.isEmpty, bytes, end) {
                mark = bytes[end]
                groups.append((start..<end, mark))
                end += 1
            } else {
                groups.append((start..<end, mark))
                break
            }
        }
        guard let first = groups.first, groups.count <= 8 else { return nil }
        let marks = groups.dropLast().map { $0.mark == UInt8(ascii: "'") || $0.mark == UInt8(ascii: " ") ? UInt8(ascii: ".") : $0.mark }
        let last = groups[groups.count - 1].digits
        let threes = groups.dropFirst().allSatisfy { $0.digits.count == 3 }
        var decimals = false
        if let mark = marks.last {
            if marks.dropLast().contains(where: { $0 != marks[0] }) { return nil }
            let mixed = marks.count > 1 && mark != marks[0]
            if mixed {
                decimals = true
                isDoubtful = mark == UInt8(ascii: ".")
            } else if marks.count == 1 {
                let comma = mark == UInt8(ascii: ",")
                if !threes || first.digits.count > 3 || bytes[first.digits.lowerBound] == UInt8(ascii: "0") {
                    decimals = true
                } else if comma {
                    decimals = unitFollows(end)
                    isDoubtful = !decimals
                }
            } else {
                guard threes else { return nil }
                isDoubtful = mark == UInt8(ascii: ",")
            }
            if mixed, !groups.dropFirst().dropLast().allSatisfy({ $0.digits.count == 3 }) { return nil }
        }
        for group in decimals ? groups.dropLast() : groups[...] { whole += bytes[group.digits] }
        if decimals { fraction = Array(bytes[last]) }
        position = end
        readExponent(bytes, &position)
    }

    private static func isMark(_ byte: UInt8, _ first: Bool, _ bytes: [UInt8], _ position: Int) -> Bool {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'") { return true }
        guard byte == UInt8(ascii: " "), position + 3 < bytes.count else { return false }
        let three = bytes[position + 1].isLatinDigit && bytes[position + 2].isLatinDigit && bytes[position + 3].isLatinDigit
        return three && (position + 4 >= bytes.count || !bytes[position + 4].isLatinDigit)
    }

    private mutating func readExponent(_ bytes: [UInt8], _ position: inout Int) {
        guard position + 1 < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") else { return }
        var end = position + 1
        if bytes[end] == UInt8(ascii: "+") { end += 1 }
        let start = end
        while end < bytes.count, bytes[end].isLatinDigit, end - start < 3 { end += 1 }
        guard end > start, end - start <= 2 else { return }
        exponent = DigitReading.number(bytes[start..<end])
        position = end
    }

    /// The number times a power of ten, rounded to a whole; nil when it does not fit.
    func scaled(by power: Int) -> Int64? {
        let shift = power + exponent
        guard shift <= 18 else { return nil }
        let kept = fraction.prefix(shift)
        var value: Int64 = 0
        for digit in whole + kept + [UInt8](repeating: UInt8(ascii: "0"), count: shift - kept.count) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int64(digit - 0x30))
            if overflow || carry { return nil }
            value = sum
        }
        let roundsUp = fraction.count > shift && fraction[shift] >= UInt8(ascii: "5")
        guard roundsUp else { return value }
        let (next, overflow) = value.addingReportingOverflow(1)
        return overflow ? nil : next
    }

    /// Whether anything but zeros stands after the decimal mark beyond a power of ten.
    func hasFraction(beyond power: Int) -> Bool {
        fraction.dropFirst(power + exponent).contains { $0 != UInt8(ascii: "0") }
    }
}
