/// One level of agreement as a condition of SQL on two rows; a level is asked for when those before it have failed, the last is whatever is
/// left.
struct SplinkLevel: Sendable, Hashable {
    let level: AgreementLevel
    let condition: String
    /// Whether the rarity of the value moves the weight.
    var movesByRarity = false
    /// What is added to the weight of the level.
    var shift = 0.0

    /// The levels of a kind, in the order in which they are asked for.
    ///
    /// Bags of words are compared nearly as ``FieldView/compareBags(_:_:)`` does: SQL pairs words off without looking which pair is the most
    /// alike, and knows nothing of words that one side writes as one.
    static func all(of kind: FieldKind, column: String, _ weighing: FieldWeighing, _ dialect: SplinkDialect) -> [SplinkLevel] {
        if kind.isBag { return bags(column, weighing, dialect) }
        return plain(kind, column, dialect) + [SplinkLevel(level: .different, condition: otherwise)]
    }

    private static let otherwise = "ELSE"

    private static func plain(_ kind: FieldKind, _ column: String, _ dialect: SplinkDialect) -> [SplinkLevel] {
        let (a, b) = (dialect.quoted(column + "_l"), dialect.quoted(column + "_r"))
        let same = SplinkLevel(level: .same, condition: "\(a) = \(b)", movesByRarity: true)
        let shorter = "least(length(\(a)), length(\(b)))"
        switch kind {
        case .category:
            return [same]
        case .identifier:
            return [same, close("\(shorter) > 4 AND \(dialect.isOneSlip(a, b))")]
        case .email:
            let (one, other) = ("split_part(\(a), '@', 1)", "split_part(\(b), '@', 1)")
            return [same, close("(length(\(one)) >= 5 AND \(one) = \(other)) OR (\(shorter) >= 4 AND \(dialect.isOneSlip(a, b)))")]
        case .phone:
            let (one, other) = (dialect.quoted(column + "_words_l"), dialect.quoted(column + "_words_r"))
            let shared = dialect.filter(one, "x", dialect.contains(other, "x"))
            let near = dialect.filter(
                one, "x",
                "length(x) > 6 AND \(dialect.count(dialect.filter(other, "y", dialect.isOneSlip("x", "y")))) > 0")
            return [
                SplinkLevel(level: .same, condition: "\(a) = \(b) OR \(dialect.count(shared)) > 0", movesByRarity: true),
                close("\(dialect.count(near)) > 0"),
            ]
        case .date:
            let (year, month, day) = (equal(a, b, 1, 4), equal(a, b, 5, 2), equal(a, b, 7, 2))
            let swapped =
                "substr(\(a), 5, 2) = substr(\(b), 7, 2) AND substr(\(a), 7, 2) = substr(\(b), 5, 2)"
            let areDates = "length(\(a)) = 8 AND length(\(b)) = 8"
            return [
                same,
                close("\(dialect.isOneSlip(a, b)) OR (\(areDates) AND \(year) AND \(swapped))"),
                SplinkLevel(
                    level: .partial,
                    condition: "\(areDates) AND ((\(year) AND (\(month) OR \(day))) OR (\(month) AND \(day)))"),
            ]
        case .givenName, .familyName:
            let initial = "\(shorter) <= 2 AND (\(dialect.startsWith(a, b)) OR \(dialect.startsWith(b, a)))"
            return [
                same,
                close("\(shorter) > 2 AND \(dialect.jaroWinkler(a, b)) >= \(FieldView.closeName)"),
                SplinkLevel(
                    level: .contained, condition: "(\(initial)) OR (\(shorter) > 2 AND \(contained(a, b, dialect)))"),
                SplinkLevel(
                    level: .partial, condition: "\(shorter) > 2 AND \(dialect.jaroWinkler(a, b)) >= \(FieldView.partialName)"),
            ]
        case .place:
            let codes = "\(dialect.isDigits(a)) AND \(dialect.isDigits(b))"
            return [
                same,
                close(
                    "(\(codes) AND \(dialect.isOneSlip(a, b))) OR "
                        + "(NOT (\(codes)) AND \(shorter) > 3 AND \(dialect.jaroWinkler(a, b)) >= \(FieldView.closeName))"),
                SplinkLevel(
                    level: .contained, condition: "NOT (\(codes)) AND \(contained(a, b, dialect))"),
                SplinkLevel(
                    level: .partial,
                    condition: "\(codes) AND length(\(a)) = length(\(b)) AND length(\(a)) >= 4 AND \(equal(a, b, 1, 3))"),
            ]
        case .number:
            let (one, other) = ("CAST(\(a) AS DOUBLE)", "CAST(\(b) AS DOUBLE)")
            func within(_ share: Double) -> String {
                "abs(\(one) - \(other)) <= \(share) * greatest(abs(\(one)), abs(\(other)))"
            }
            return [same, close(within(0.05)), SplinkLevel(level: .partial, condition: within(0.25))]
        case .person, .business, .address, .text:
            return [same]
        }
    }

    private static func close(_ condition: String) -> SplinkLevel {
        SplinkLevel(level: .close, condition: condition)
    }

    private static func equal(_ a: String, _ b: String, _ start: Int, _ length: Int) -> String {
        "substr(\(a), \(start), \(length)) = substr(\(b), \(start), \(length))"
    }

    /// Whether the shorter name is one of the words of the longer.
    private static func contained(_ a: String, _ b: String, _ dialect: SplinkDialect) -> String {
        "\(least(a, b)) >= 3 AND (\(dialect.contains(dialect.words(a), b)) OR \(dialect.contains(dialect.words(b), a)))"
    }

    private static func least(_ a: String, _ b: String) -> String { "least(length(\(a)), length(\(b)))" }

    /// How fine the shift of bags that agree in part is told, in bits.
    private static let step = 0.5

    private static func bags(_ column: String, _ weighing: FieldWeighing, _ dialect: SplinkDialect) -> [SplinkLevel] {
        let (valueA, valueB) = (dialect.quoted(column + "_l"), dialect.quoted(column + "_r"))
        let (a, b) = (dialect.quoted(column + "_words_l"), dialect.quoted(column + "_words_r"))
        let (bitsA, bitsB) = (dialect.quoted(column + "_bits_l"), dialect.quoted(column + "_bits_r"))
        func without(_ list: String, _ other: String, _ variable: String) -> String {
            dialect.filter(list, variable, "NOT \(dialect.contains(other, variable))")
        }
        /// The words of one side that have neither an equal nor a like one on the other.
        func alone(_ list: String, _ other: String) -> String {
            let rest = without(other, list, "z")
            let like = dialect.filter(rest, "y", isLike("x", "y", dialect))
            return dialect.filter(without(list, other, "u"), "x", "\(dialect.count(like)) = 0")
        }
        let (restA, restB) = (dialect.count(alone(a, b)), dialect.count(alone(b, a)))
        let shared = dialect.filter(a, "s", dialect.contains(b, "s"))
        let agreed = dialect.sum(of: shared, in: bitsA)
        func information(_ list: String, _ other: String, _ bits: String) -> String {
            dialect.sum(of: alone(list, other), in: bits)
        }
        let matched = "(\(dialect.count(a)) > \(restA))"
        // Splink looks for the columns that it needs outside of lambdas alone.
        let agreesEnough =
            "\(bitsA) IS NOT NULL AND \(bitsB) IS NOT NULL AND \(matched) AND "
            + "\(agreed) >= 0.35 * greatest(\(information(a, b, bitsA)), \(information(b, a, bitsB)))"
        var levels = [
            SplinkLevel(level: .same, condition: "\(valueA) = \(valueB)", movesByRarity: true),
            SplinkLevel(level: .close, condition: "\(restA) = 0 AND \(restB) = 0", movesByRarity: true),
            SplinkLevel(level: .contained, condition: "(\(restA) = 0 OR \(restB) = 0) AND \(matched)", movesByRarity: true),
            SplinkLevel(level: .different, condition: "NOT (\(agreesEnough))"),
        ]
        // What agrees in part is worth more or less by the rarity of what agrees; a row of levels stands for that.
        let furthest = Double(FieldScale.furthestPartialShift)
        let rarity = Double(weighing.rarity)
        if rarity > 0 {
            for shift in stride(from: furthest, to: -furthest, by: -step) {
                let bits = Double(weighing.typicalBits) + 2 * (shift - step / 2) / rarity
                levels.append(SplinkLevel(level: .partial, condition: "\(agreed) >= \(bits)", shift: shift))
            }
        }
        return levels + [SplinkLevel(level: .partial, condition: otherwise, shift: rarity > 0 ? -furthest : 0)]
    }

    /// ``Likeness`` as a condition: an initial, an abbreviation, or a slip of the pen.
    private static func isLike(_ x: String, _ y: String, _ dialect: SplinkDialect) -> String {
        func isAbbreviation(_ short: String, _ long: String) -> String {
            "(length(\(short)) BETWEEN 2 AND 4 AND length(\(short)) < length(\(long)) AND NOT \(dialect.hasVowel(short)) "
                + "AND \(dialect.follows(short, in: long)))"
        }
        return "((least(length(\(x)), length(\(y))) = 1 AND left(\(x), 1) = left(\(y), 1)) OR \(isAbbreviation(x, y)) "
            + "OR \(isAbbreviation(y, x)) OR (least(length(\(x)), length(\(y))) >= 4 "
            + "AND abs(length(\(x)) - length(\(y))) <= 3 AND \(dialect.jaroWinkler(x, y)) >= 0.9))"
    }
}
