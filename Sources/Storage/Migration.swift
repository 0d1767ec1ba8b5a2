/// One numbered, forward-only step of the schema. It is never edited once it has shipped.
public struct Migration: Sendable {
    /// A number and a name that sort in the order of application: `"0003 journey"`.
    public let name: String
    /// The statements, in the words of the engine.
    public let statements: @Sendable (SchemaTypes) -> [String]

    public init(_ name: String, _ statements: @escaping @Sendable (SchemaTypes) -> [String]) {
        self.name = name
        self.statements = statements
    }
}
