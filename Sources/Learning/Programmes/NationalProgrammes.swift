import Foundation
import Journey
public import Storage

/// The national programmes that ship with this one, as definitions that an office may change.
public enum NationalProgrammes {
    /// Their codes.
    public static let codes = [
        "umkm-go-online", "gofood-onboarding", "siberkreasi", "digital-talent-scholarship", "digital-entrepreneurship-academy",
        "gonusantara",
        "kartu-prakerja", "bakti", "seribu-startup-digital",
    ]

    /// The text of a definition; nil for another code.
    public static func text(_ code: String) -> String? {
        guard codes.contains(code) else { return nil }
        let file = Bundle.module.bundleURL.appending(path: "Resources/programmes/\(code).json").standardizedFileURL
        return try? String(contentsOf: file, encoding: .utf8)
    }

    /// A definition as it ships.
    ///
    /// - Throws: ``LearningError/unknownProgramme``, ``DefinitionFaults``.
    public static func definition(_ code: String) throws -> ProgrammeDefinition {
        guard let text = text(code) else { throw LearningError.unknownProgramme }
        return try ProgrammeDefinition(json: Data(text.utf8))
    }
}

extension SQLConnection {
    /// Keeps the definitions that ship for the programmes that have none yet.
    ///
    /// - Throws: ``DefinitionFaults``; ``Storage/StorageError``.
    public func addNationalProgrammes(at now: Timestamp) throws {
        for code in NationalProgrammes.codes {
            if let known = try programme(code: code), try definitionText(of: known.id) != nil { continue }
            try saveDefinition(try NationalProgrammes.definition(code), text: NationalProgrammes.text(code) ?? "", by: nil, at: now)
        }
    }
}
