/// Levels and weights of all fields in two vectors: comparing allocates nothing, and evidence of several claims adds up lane by lane.
struct Evidence {
    private(set) var weights = SIMD16<Float>(repeating: 0)
    private(set) var levels = SIMD16<UInt8>(repeating: 0)

    subscript(field: Field) -> Float {
        weights[field.lane]
    }

    func level(_ field: Field) -> AgreementLevel {
        AgreementLevel(rawValue: levels[field.lane]) ?? .missing
    }

    mutating func set(_ field: Field, _ level: AgreementLevel, _ weight: Double) {
        weights[field.lane] = Float(weight)
        levels[field.lane] = level.rawValue
    }

    mutating func clear(_ field: Field) {
        set(field, .missing, 0)
    }

    var sum: Double { Double(weights.sum()) }

    /// What speaks for one business apart from where it is: neighbours are not the same business.
    var sumBesidesPlace: Double {
        sum - Double(self[.regency] + self[.village] + self[.address])
    }

    var contributions: [Contribution] {
        Field.allCases
            .filter { level($0) != .missing }
            .map { Contribution(field: $0, level: level($0), weight: Double(self[$0])) }
            .sorted { abs($0.weight) != abs($1.weight) ? abs($0.weight) > abs($1.weight) : $0.field.lane < $1.field.lane }
    }
}

/// The evidence of several claims of one business as one.
struct EvidenceSummary {
    private var best = Evidence()
    private var total = SIMD16<Float>(repeating: 0)
    private var known = SIMD16<Float>(repeating: 0)
    private var count = 0

    mutating func add(_ evidence: Evidence) {
        count += 1
        if count == 1 {
            best = evidence
        } else {
            for field in Field.allCases where evidence.level(field) != .missing {
                let isBetter = field == .source ? evidence[field] < best[field] : evidence[field] > best[field]
                if best.level(field) == .missing || isBetter {
                    best.set(field, evidence.level(field), Double(evidence[field]))
                }
            }
        }
        total += evidence.weights
        for field in Field.allCases where evidence.level(field) != .missing { known[field.lane] += 1 }
    }

    /// Each field by the mean of its best and its average agreement. A person may have several phones, e-mail addresses and accounts,
    /// and one claim of the same list is enough to say so: there the best, or for the list the least, stands alone.
    var evidence: Evidence {
        guard count > 1 else { return best }
        var summary = best
        for field in Field.allCases where best.level(field) != .missing {
            switch field {
            case .phone, .email, .account, .source: continue
            default:
                let average = total[field.lane] / known[field.lane]
                summary.set(field, best.level(field), Double((best[field] + average) / 2))
            }
        }
        return summary
    }
}
