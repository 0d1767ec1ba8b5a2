import Foundation

/// A value of a definition's JSON with the place where it stands; what is wrong is gathered, so that one reading tells all of it.
struct DefinitionNode {
    final class Faults {
        var all: [DefinitionFault] = []
    }

    let value: Any?
    let place: String
    let faults: Faults

    func fault(_ message: String) { faults.all.append(DefinitionFault(place, message)) }

    /// The members of an object; names that are not known are told, for they are misspelt.
    func member(_ name: String) -> DefinitionNode {
        DefinitionNode(value: (value as? [String: Any])?[name], place: place.isEmpty ? name : "\(place).\(name)", faults: faults)
    }

    var isThere: Bool { value != nil && !(value is NSNull) }

    func knows(_ names: Set<String>) {
        guard isThere else { return }
        guard let object = value as? [String: Any] else { return fault("should be an object { … }") }
        for name in object.keys.sorted() where !names.contains(name) {
            member(name).fault("is not known here; known are \(names.sorted().joined(separator: ", "))")
        }
    }

    var elements: [DefinitionNode] {
        guard isThere else { return [] }
        guard let list = value as? [Any] else {
            fault("should be a list [ … ]")
            return []
        }
        return list.enumerated().map { DefinitionNode(value: $1, place: "\(place)[\($0)]", faults: faults) }
    }

    /// A text that is needed, of at most `longest` characters.
    func text(longest: Int = 200) -> String {
        guard let text = optionalText(longest: longest), !text.isEmpty else {
            if !isThere || (value as? String)?.isEmpty == true { fault("is needed") }
            return ""
        }
        return text
    }

    func optionalText(longest: Int = 200) -> String? {
        guard isThere else { return nil }
        guard let text = value as? String else {
            fault("should be a text in quotes")
            return nil
        }
        if text.count > longest { fault("has \(text.count) characters; at most \(longest) fit") }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A word of small letters, digits and hyphens.
    func code() -> String {
        let code = text(longest: 60)
        let isPlain = code.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if !code.isEmpty, !isPlain { fault("“\(code)” may hold small letters, digits and hyphens only") }
        return code
    }

    /// `{"id": …, "en": …}`.
    func localText(longest: Int = 400) -> LocalText {
        knows(["id", "en"])
        if !isThere { fault("is needed: {\"id\": …, \"en\": …}") }
        guard isThere, value is [String: Any] else { return LocalText(indonesian: "", english: "") }
        return LocalText(indonesian: member("id").text(longest: longest), english: member("en").text(longest: longest))
    }

    func number(_ range: ClosedRange<Int>, otherwise: Int) -> Int { optionalNumber(range) ?? otherwise }

    func optionalNumber(_ range: ClosedRange<Int>) -> Int? {
        guard isThere else { return nil }
        guard let number = value as? NSNumber, !isBoolean(number), number.doubleValue == number.doubleValue.rounded(),
            abs(number.doubleValue) < 1e15
        else {
            fault("should be a whole number")
            return nil
        }
        guard range.contains(number.intValue) else {
            fault("is \(number.intValue); it may be \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number.intValue
    }

    func share(otherwise: Double) -> Double {
        guard isThere else { return otherwise }
        guard let number = value as? NSNumber, !isBoolean(number), (0...1).contains(number.doubleValue) else {
            fault("should be a share from 0 to 1: 0.75 for three sessions of four")
            return otherwise
        }
        return number.doubleValue
    }

    func flag(otherwise: Bool) -> Bool {
        guard isThere else { return otherwise }
        guard let number = value as? NSNumber, isBoolean(number) else {
            fault("should be true or false")
            return otherwise
        }
        return number.boolValue
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ choices: Choice.Type) -> Choice? where Choice.RawValue == String {
        guard isThere else { return nil }
        let word = value as? String ?? ""
        guard let choice = Choice(rawValue: word) else {
            fault("“\(word)” is not known; choose one of \(Choice.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", "))")
            return nil
        }
        return choice
    }

    private func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
