public import Foundation

/// What is wrong with a model, in a sentence that says what to do.
public struct ListModelError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Kept as JSON; `Docs/linkage-model.schema.json` describes it.
extension ListModel {
    private struct Stored: Codable {
        struct Field: Codable {
            var kind: String
            var columns: [String]?
            var levels: [String: Level]?
            var rarity: Double?
            var owner: Bool?
        }

        var id: Texts
        var fields: [String: Field]
        var blocking: [[String]]?
        var prior: Double?
        var relatives: Double?
        var sameSource: Double?
        var threshold: Double?

        enum CodingKeys: String, CodingKey {
            case id, fields, blocking, prior, relatives, threshold
            case sameSource = "same-source"
        }
    }

    /// One text or several.
    private struct Texts: Codable {
        var all: [String]

        init(_ all: [String]) {
            self.all = all
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) { all = [one] } else { all = try container.decode([String].self) }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(all)
        }
    }

    private static let keys: Set<String> = ["id", "fields", "blocking", "prior", "relatives", "same-source", "threshold", "$schema"]
    private static let fieldKeys: Set<String> = ["kind", "columns", "levels", "rarity", "owner"]

    /// Reads a model. Fields come in the order of their names, so that the same model gives the same results.
    ///
    /// - Throws: ``ListModelError`` that says what stands where it should not.
    public init(json: Data) throws(ListModelError) {
        let stored: Stored
        do {
            let object = try JSONSerialization.jsonObject(with: json)
            try Self.refuseUnknownKeys(object)
            stored = try JSONDecoder().decode(Stored.self, from: json)
        } catch let error as ListModelError {
            throw error
        } catch let error as DecodingError {
            throw ListModelError(Self.sentence(error))
        } catch {
            throw ListModelError("the model is no JSON: check its brackets, commas and quotation marks")
        }
        guard !stored.id.all.isEmpty else { throw ListModelError("“id” names no column; name the one that holds each row's own id") }
        guard !stored.fields.isEmpty else { throw ListModelError("“fields” is empty; name at least one field with its kind") }
        guard stored.fields.count <= AgreementPattern.fieldLimit else {
            throw ListModelError(
                "there are \(stored.fields.count) fields; \(AgreementPattern.fieldLimit) are the most that can be compared")
        }
        var fields: [Field] = []
        for (name, field) in stored.fields.sorted(by: { $0.key < $1.key }) {
            guard let kind = FieldKind(rawValue: field.kind) else {
                let kinds = FieldKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ListModelError("“\(field.kind)” of field “\(name)” is no kind; the kinds are \(kinds)")
            }
            var levels: [AgreementLevel: Level] = [:]
            for (word, level) in field.levels ?? [:] {
                guard let known = kind.levels.first(where: { "\($0)" == word }) else {
                    throw ListModelError(
                        "“\(word)” of field “\(name)” is no level of the kind \(kind.rawValue); its levels are "
                            + kind.levels.map { "\($0)" }.joined(separator: ", "))
                }
                for share in [level.m, level.u, level.r] {
                    guard share.map({ (0...1).contains($0) }) ?? true else {
                        throw ListModelError("m, u and r of “\(word)” of field “\(name)” are probabilities, from 0 to 1")
                    }
                }
                levels[known] = level
            }
            fields.append(
                Field(
                    name: name, kind: kind, columns: field.columns ?? [], levels: levels, rarity: field.rarity, isOfOwner: field.owner))
        }
        for rule in stored.blocking ?? [] {
            for name in rule where stored.fields[name] == nil { throw ListModelError("“blocking” names “\(name)”, which is no field") }
            if rule.isEmpty { throw ListModelError("a rule of “blocking” names no field") }
        }
        if let threshold = stored.threshold, !(0...1).contains(threshold) {
            throw ListModelError("“threshold” is a probability, from 0 to 1")
        }
        self.init(
            id: stored.id.all, fields: fields, blocking: stored.blocking ?? [], prior: stored.prior, relativesPrior: stored.relatives,
            sameSource: stored.sameSource, threshold: stored.threshold)
    }

    /// The model as JSON, keys in alphabetical order.
    public func json() throws -> Data {
        var stored = Stored(
            id: Texts(id), fields: [:], blocking: blocking.isEmpty ? nil : blocking, prior: prior, relatives: relativesPrior,
            sameSource: sameSource, threshold: threshold)
        for field in fields {
            stored.fields[field.name] = Stored.Field(
                kind: field.kind.rawValue, columns: field.columns.isEmpty ? nil : field.columns,
                levels: field.levels.isEmpty ? nil : Dictionary(uniqueKeysWithValues: field.levels.map { ("\($0)", $1) }),
                rarity: field.rarity, owner: field.isOfOwner)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(stored)
    }

    private static func refuseUnknownKeys(_ object: Any) throws {
        guard let model = object as? [String: Any] else {
            throw ListModelError("the model is a JSON object with “id” and “fields”")
        }
        for key in model.keys.sorted() where !keys.contains(key) {
            throw ListModelError("the model holds “\(key)”, which means nothing; known are \(keys.sorted().joined(separator: ", "))")
        }
        for (name, field) in model["fields"] as? [String: Any] ?? [:] {
            for key in (field as? [String: Any] ?? [:]).keys.sorted() where !fieldKeys.contains(key) {
                throw ListModelError(
                    "field “\(name)” holds “\(key)”, which means nothing; known are \(fieldKeys.sorted().joined(separator: ", "))")
            }
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.isEmpty ? "the model" : "“\(path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: "."))”"
        }
        switch error {
        case .keyNotFound(let key, let context): return "\(place(context.codingPath)) lacks “\(key.stringValue)”"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(place(context.codingPath)) holds another kind of value than it should; see Docs/linkage-model.schema.json"
        case .dataCorrupted: return "the model is no JSON: check its brackets, commas and quotation marks"
        @unknown default: return "the model cannot be read"
        }
    }
}
