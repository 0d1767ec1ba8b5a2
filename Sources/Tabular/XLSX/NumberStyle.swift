/// What kind of thing a number in a cell is, as its number format tells.
enum NumberStyle: Equatable {
    case plain
    case date
    case time
    case dateAndTime
    /// Zeros in front up to so many digits, as in a postal code.
    case padded(digits: Int)

    /// The built-in formats (ISO/IEC 29500-1, 18.8.30), with those that East Asian versions add.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 34...36, 50...58: self = .date
        case 18...21, 32, 33, 45...47: self = .time
        case 22: self = .dateAndTime
        default: self = .plain
        }
    }

    /// Reads a format code such as `[$-421]dd mmmm yyyy;@`.
    init(code: String) {
        var letters: [Character] = []
        var isElapsed = false
        var rest = code.lowercased()[...]
        scanning: while let character = rest.popFirst() {
            switch character {
            case ";": break scanning
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                isElapsed = isElapsed || (!inside.isEmpty && inside.allSatisfy { "hms".contains($0) })
                rest = rest.dropFirst(inside.count + 1)
            default: letters.append(character)
            }
        }
        let text = String(letters)
        guard text != "general", text != "standard", text != "@" else {
            self = .plain
            return
        }
        let hasDay = letters.contains { $0 == "y" || $0 == "d" }
        let hasHour = isElapsed || letters.contains { $0 == "h" || $0 == "s" }
        let hasMonth = letters.contains("m") && !text.contains("am/pm")
        switch (hasDay, hasHour) {
        case (true, true): self = .dateAndTime
        case (true, false): self = .date
        case (false, true): self = .time
        case (false, false) where hasMonth: self = .date
        case (false, false): self = text.count > 1 && text.allSatisfy { $0 == "0" } ? .padded(digits: text.count) : .plain
        }
    }
}

/// The number styles of a workbook, by the index that cells give (ISO/IEC 29500-1, 18.8.10).
final class NumberStyles: XMLEvents {
    private var styles: [NumberStyle] = []
    private var custom: [Int: NumberStyle] = [:]
    private var isInCellFormats = false

    private static let maximumStyles = 70_000

    subscript(index: Int) -> NumberStyle {
        styles.indices.contains(index) ? styles[index] : .plain
    }

    func start(_ element: String, _ attributes: XMLAttributes) throws(TabularError) {
        switch element {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
            guard custom.count < Self.maximumStyles else { throw .damaged }
            custom[id] = NumberStyle(code: code)
        case "cellXfs":
            isInCellFormats = true
        case "xf" where isInCellFormats:
            guard styles.count < Self.maximumStyles else { throw .damaged }
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            styles.append(custom[id] ?? NumberStyle(builtIn: id))
        default:
            break
        }
    }

    func end(_ element: String) throws(TabularError) {
        if element == "cellXfs" { isInCellFormats = false }
    }
}
