public import Storage
public import Testing

/// What the seam promises of an engine, as checks that any engine has to pass.
public enum Conformance {
    /// One promise.
    public struct Check: Sendable {
        /// The promise, as a sentence.
        public let sentence: String
        /// Records an issue for whatever is not kept, on a fresh database with ``Conformance/migrations``.
        public let run: @Sendable (any SQLDatabase) async throws -> Void

        init(_ sentence: String, _ run: @escaping @Sendable (any SQLDatabase) async throws -> Void) {
            self.sentence = sentence
            self.run = run
        }
    }

    /// Every promise.
    public static let checks: [Check] = values + queries + transactions + concurrency + bulk + injections

    /// The tables on which the checks work.
    public static let migrations = [
        Migration("0001 conformance") { type in
            [
                """
                CREATE TABLE sample (
                    id \(type.bytes) PRIMARY KEY, whole \(type.integer), fraction \(type.real), words \(type.text), content \(type.bytes)
                )\(type.strict)
                """,
                """
                CREATE TABLE counter (
                    name \(type.text) PRIMARY KEY, value \(type.integer) NOT NULL CHECK (value >= 0)
                )\(type.clustered)
                """,
                "CREATE TABLE part (id \(type.integer) PRIMARY KEY, whole \(type.text) NOT NULL REFERENCES counter (name))\(type.strict)",
                """
                CREATE TABLE late_part (
                    id \(type.integer) PRIMARY KEY,
                    whole \(type.text) NOT NULL REFERENCES counter (name) DEFERRABLE INITIALLY DEFERRED
                )\(type.strict)
                """,
            ]
        }
    ]
}

extension Conformance.Check: CustomTestStringConvertible {
    public var testDescription: String { sentence }
}

/// The subject of the identifiers in the checks.
enum Sample {}
