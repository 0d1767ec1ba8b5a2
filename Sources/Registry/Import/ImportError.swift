import Tabular

/// Why an import cannot go on.
public enum ImportError: Error, Sendable {
    /// The file is no list; one sentence in Indonesian and in English says why and what to do.
    case notAList(_ indonesian: String, _ english: String)
    case unknownImport
    /// The columns have not been confirmed.
    case noMapping
    init(_ error: TabularError) {
        self = .notAList(error.indonesianMessage, error.englishMessage)
    }
}
