import Foundation
public import Linkage

/// Why a claim was put to its business, as it was seen when it was decided.
public struct LinkExplanation: Sendable, Hashable {
    /// The rule that decided, if one did.
    public var rule: IdentityRule?
    /// What each field said, in bits for or against one business.
    public var contributions: [Contribution]

    public init(rule: IdentityRule? = nil, contributions: [Contribution] = []) {
        self.rule = rule
        self.contributions = contributions
    }

    init(_ assignment: Assignment) {
        guard case .existing = assignment.outcome else {
            self.init()
            return
        }
        self.init(contributions: assignment.comparison?.contributions.filter { $0.weight != 0 } ?? [])
        if case .rule(let rule) = assignment.basis { self.rule = rule }
    }

    /// What speaks for and against the one business that was weighed, whatever came of it.
    init(weighing assignment: Assignment) {
        self.init(contributions: assignment.comparison?.contributions.filter { $0.weight != 0 } ?? [])
        if case .rule(let rule) = assignment.basis { self.rule = rule }
        if !assignment.otherBusinessesOfOwner.isEmpty { rule = .secondBusinessOfOwner }
    }
}

/// Kept as `{"rule":"sameLicence","fields":[{"field":"phone","level":"same","weight":8.1}]}`.
extension LinkExplanation {
    private struct Stored: Codable {
        struct Part: Codable {
            var field: String
            var level: String
            var weight: Double
        }

        var rule: String?
        var fields: [Part]
    }

    func json() -> String {
        // Written by hand, because it is written once for every row of every list; all parts are words of the program and numbers.
        let parts = contributions.map { contribution in
            let weight = (contribution.weight * 100).rounded() / 100
            return "{\"field\":\"\(contribution.field)\",\"level\":\"\(contribution.level)\",\"weight\":\(weight)}"
        }
        let name = rule.map { "\"rule\":\"\($0.rawValue)\"," } ?? ""
        return "{\(name)\"fields\":[\(parts.joined(separator: ","))]}"
    }

    init(json: String) {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(json.utf8)) else {
            self.init()
            return
        }
        let levels = Dictionary(AgreementLevel.allCases.map { ("\($0)", $0) }) { first, _ in first }
        let fields = Dictionary(Field.allCases.map { ("\($0)", $0) }) { first, _ in first }
        self.init(
            rule: stored.rule.flatMap(IdentityRule.init(rawValue:)),
            contributions: stored.fields.compactMap { part in
                guard let field = fields[part.field], let level = levels[part.level] else { return nil }
                return Contribution(field: field, level: level, weight: part.weight)
            })
    }
}
