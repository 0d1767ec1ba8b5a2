/// What is wrong with a definition, where, and what to do.
public struct DefinitionFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where it is, as a path: `stages[2].attendance`; empty for the whole file.
    public let place: String
    public let message: String

    public init(_ place: String, _ message: String) {
        self.place = place
        self.message = message
    }

    public var description: String { place.isEmpty ? message : "\(place): \(message)" }
}

/// All that is wrong with a definition.
public struct DefinitionFaults: Error, Sendable, Hashable, CustomStringConvertible {
    public let faults: [DefinitionFault]

    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
