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

    init(_ assignment: Assignment?) {
        guard let assignment, case .existing = assignment.outcome else {
            self.init()
            return
        }
        self.init(contributions: assignment.comparison?.contributions.filter { $0.weight != 0 } ?? [])
        if case .rule(let rule) = assignment.basis { self.rule = rule }
    }
}

/// Kept as `{"r":"sameLicence","c":[[2,4,8100]]}`: field, level, thousandths of a bit.
extension LinkExplanation {
    private struct Stored: Codable {
        var r: String?
        var c: [[Int]]
    }

    func json() -> String {
        let parts = contributions.map { contribution in
            "[\(contribution.field.rawValue),\(contribution.level.rawValue),\(Int((contribution.weight * 1000).rounded()))]"
        }
        let name = rule.map { "\"r\":\"\($0.rawValue)\"," } ?? ""
        return "{\(name)\"c\":[\(parts.joined(separator: ","))]}"
    }

    init(json: String) {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(json.utf8)) else {
            self.init()
            return
        }
        self.init(
            rule: stored.r.flatMap(IdentityRule.init(rawValue:)),
            contributions: stored.c.compactMap { part in
                guard part.count == 3, let field = UInt8(exactly: part[0]).flatMap(Field.init(rawValue:)),
                    let level = UInt8(exactly: part[1]).flatMap(AgreementLevel.init(rawValue:))
                else { return nil }
                return Contribution(field: field, level: level, weight: Double(part[2]) / 1000)
            })
    }
}
