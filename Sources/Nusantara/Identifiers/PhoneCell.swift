/// Finds the numbers in a cell meant for telephone numbers.
enum PhoneCell {
    /// What happened to a number before it came here.
    enum Trait {
        case plain
        /// It went through a spreadsheet as a number and came out whole.
        case spreadsheet
        /// The spreadsheet rounded it.
        case lost
        /// Digits are hidden behind `*` or `x`.
        case hidden
    }

    /// Hands on the digits of each number, whether a plus stands before them, and what happened to them.
    static func scan(_ bytes: [UInt8], _ found: (_ digits: ArraySlice<UInt8>, _ plus: Bool, _ trait: Trait) -> Void) {
        let reading = scientific(bytes)
        if let reading {
            found(reading.digits[...], false, reading.lostDigits ? .lost : .spreadsheet)
            return
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(16)
        var plus = false
        var hidden = false
        var position = 0
        var gaps: [Int] = []

        func finish() {
            defer {
                digits.removeAll(keepingCapacity: true)
                gaps.removeAll(keepingCapacity: true)
                plus = false
                hidden = false
            }
            guard digits.count >= 5 else { return }
            if hidden {
                found(digits[...], plus, .hidden)
            } else if digits.count > 15, let gap = gaps.first(where: { (9...14).contains($0) && digits.count - $0 >= 8 }) {
                found(digits[..<gap], plus, .plain)
                found(digits[gap...], false, .plain)
            } else {
                found(digits[...], plus, .plain)
            }
        }

        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case _ where byte.isLatinDigit:
                digits.append(byte)
            case UInt8(ascii: "+"):
                finish()
                plus = true
            case UInt8(ascii: " "):
                if gaps.last != digits.count, !digits.isEmpty { gaps.append(digits.count) }
            case UInt8(ascii: "."):
                let isFraction = digits.count > 8 && position == bytes.count - 2 && bytes[position + 1] == UInt8(ascii: "0")
                if isFraction { position = bytes.count }
            case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "_"):
                break
            case UInt8(ascii: "*"):
                hidden = !digits.isEmpty
            case UInt8(ascii: "x"), UInt8(ascii: "X"):
                if digits.isEmpty { finish() } else { hidden = true }
            case UInt8(ascii: "?"):
                finish()
                position = skipQuery(bytes, from: position)
            case UInt8(ascii: "o"), UInt8(ascii: "O"):
                let inside = position + 1 < bytes.count && bytes[position + 1].isLatinDigit
                if inside, digits.isEmpty || bytes[position - 1].isLatinDigit { digits.append(UInt8(ascii: "0")) } else { finish() }
            default:
                finish()
            }
            position += 1
        }
        finish()
    }

    /// Skips the rest of a link after its question mark, up to a number that it names (`?phone=62812…`).
    private static func skipQuery(_ bytes: [UInt8], from start: Int) -> Int {
        let name = Array("phone=".utf8)
        var position = start + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: " "), bytes[position] != UInt8(ascii: ",") {
            if bytes[position...].starts(with: name) { return position + name.count - 1 }
            position += 1
        }
        return position
    }

    private static func scientific(_ bytes: [UInt8]) -> DigitReading? {
        guard bytes.count <= 24, bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
        let reading = DigitReading(bytes)
        return reading.fromSpreadsheet ? reading : nil
    }
}
