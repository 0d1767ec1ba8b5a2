public import Storage

/// What people type to find a live room: six characters, none of which is easily taken for another or read as a word by accident.
public struct LiveCode: RawRepresentable, Sendable, Hashable, SQLConvertible, CustomStringConvertible {
    /// Six characters in upper case.
    public let rawValue: String

    private static let alphabet = Array("23456789BCDFGHJKMNPQRSTVWXYZ")

    /// Reads what somebody typed: capitals or not, with blanks or hyphens in it. Nil for anything that is no code.
    public init?(typed text: some StringProtocol) {
        guard text.utf8.count <= 40 else { return nil }
        let letters = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        self.init(rawValue: letters)
    }

    public init?(rawValue: String) {
        guard rawValue.count == 6, rawValue.allSatisfy(Self.alphabet.contains) else { return nil }
        self.rawValue = rawValue
    }

    /// A code by chance.
    public init(using randomness: inout some RandomNumberGenerator) {
        rawValue = String((0..<6).map { _ in Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &randomness)] })
    }

    public var description: String { rawValue }

    /// In two groups, for reading aloud: `7KM 2QX`.
    public var spaced: String { "\(rawValue.prefix(3)) \(rawValue.suffix(3))" }
}
