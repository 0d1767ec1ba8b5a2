import Credentials
import Nusantara

/// An answer about a certificate, for people and for programs.
enum VerificationText {
    /// The answer in both languages, what the certificate says, and what should be known beside it.
    static func lines(_ verification: Verification) -> [String] {
        var lines = [verification.indonesian, verification.english]
        if let facts = verification.facts {
            lines.append("")
            let rows: [(String, String?)] = [
                ("name", facts.name), ("achievement", "\(facts.achievement) (\(facts.code))"), ("programme", facts.programme),
                ("kind", facts.kind.rawValue), ("number", facts.number), ("id", facts.id.description), ("issued", facts.issued.iso),
                ("expires", facts.expires?.iso), ("issuer", verification.issuer.map { "\($0.name) (\($0.id))" }),
            ]
            lines += rows.compactMap { name, value in value.map { name + String(repeating: " ", count: 13 - name.count) + shown($0) } }
        }
        if case .valid(let remarks) = verification.answer {
            lines.append("")
            for remark in remarks { lines += [remark.indonesian, remark.english] }
        }
        return lines.map(shown)
    }

    static func json(_ verification: Verification) -> JSONValue {
        var members: [String: JSONValue] = [
            "valid": .bool(verification.isValid), "answer": .string(verification.name),
            "sentence": ["id": .string(verification.indonesian), "en": .string(verification.english)],
        ]
        members["form"] = verification.form.map { .string($0.rawValue) }
        if let facts = verification.facts {
            var certificate: [String: JSONValue] = [
                "id": .string(facts.id.description), "number": .string(facts.number), "code": .string(facts.code),
                "achievement": .string(facts.achievement), "programme": .string(facts.programme), "kind": .string(facts.kind.rawValue),
                "issued": .string(facts.issued.iso),
            ]
            certificate["name"] = facts.name.map { .string($0) }
            certificate["expires"] = facts.expires.map { .string($0.iso) }
            members["certificate"] = .object(certificate)
        }
        members["issuer"] = verification.issuer.map { ["id": .string($0.id), "name": .string($0.name)] }
        if case .valid(let remarks) = verification.answer {
            members["remarks"] = .array(remarks.map { ["id": .string($0.indonesian), "en": .string($0.english)] })
        }
        return .object(members)
    }

    /// The text without anything that a terminal would take for a command, or that turns the direction of reading about.
    static func shown(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { scalar in
            scalar.properties.generalCategory != .control && !(0x202A...0x202E).contains(scalar.value)
                && !(0x2066...0x2069).contains(scalar.value)
        }
        return String(String.UnicodeScalarView(kept))
    }
}
