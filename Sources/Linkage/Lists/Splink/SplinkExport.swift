public import Foundation

/// A trained model as Splink loads it (version 5), with rows in the form in which they are compared, for lists that one machine no longer
/// holds.
///
/// A level's weight W goes in as m = u·2^W. Where the rarity of a value moves the weight, u is 2^−t, t being the rarity in bits for which W
/// holds: Splink's adjustment, (u/tf)^rarity, then is ours. What Splink has no notion of is not in the settings: relatives come as a
/// statement to be run on its predictions, and rows in which two columns are mixed up stay apart.
public struct SplinkExport: Sendable {
    /// The settings, JSON.
    public let settings: Data
    /// SQL that reads `rows.csv` and the frequencies into tables.
    public let loading: String
    /// SQL that takes from the weights of the table `predictions` what two businesses of one owner would agree on as well; nil where the
    /// model knows no relatives.
    public let correction: String?
    /// Columns whose frequencies are given, each as a file `tf_COLUMN.csv`.
    public let frequencies: [String]

    private let table: RecordTable
    private let model: ListModel
    private let scorer: PairScorer
    private let keys: [BlockKeys]
    private let plan: BlockingPlan
    /// The columns of the fields.
    private let columns: [String]

    /// - Parameter model: trained.
    public init(_ table: RecordTable, model: ListModel, dialect: SplinkDialect) async throws {
        let keys = await ListLinkage.keys(table)
        let scorer = PairScorer(model, table)
        let plan = BlockingPlan(table, model, keys)
        let columns = Self.columns(model.fields.map(\.name))
        self.table = table
        self.model = model
        self.scorer = scorer
        self.keys = keys
        self.plan = plan
        self.columns = columns
        let levels = model.fields.indices.map { place in
            SplinkLevel.all(of: model.fields[place].kind, column: columns[place], scorer.fields[place], dialect)
        }
        let settings = Settings(
            model, scorer, levels, columns, rules: Self.rules(plan, columns, dialect), isOfSeveralLists: table.sourceNames.count > 1,
            dialect: dialect)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        self.settings = try encoder.encode(settings)
        let hasFrequencies = zip(levels, scorer.fields).map { levels, field in field.rarity != 0 && levels.contains(where: \.movesByRarity)
        }
        frequencies = zip(columns, hasFrequencies).filter(\.1).map(\.0)
        loading = Self.loading(model, columns, frequencies, dialect)
        correction = scorer.relativesPrior.map { Self.correction(scorer, model, levels, columns, hasFrequencies, prior: $0, dialect) }
    }

    /// Names of columns that every engine takes: small letters, digits and underscores, each once.
    private static func columns(_ names: [String]) -> [String] {
        var taken: Set<String> = ["row", "source", "id", "list"]
        return names.map { name in
            var column = String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
            if column.first?.isLetter != true { column = "f_" + column }
            var unique = column
            var number = 2
            while !taken.insert(unique).inserted {
                unique = "\(column)_\(number)"
                number += 1
            }
            return unique
        }
    }

    /// Splink compares everything under a key, however many share it: so rules of one field look at rare keys alone, and the costly ones of
    /// two fields are left out.
    private static func rules(_ plan: BlockingPlan, _ columns: [String], _ dialect: SplinkDialect) -> [Settings.Rule] {
        let together = plan.rules.filter { $0.fields.count > 1 }.prefix(12)
        return (plan.rules.filter { $0.fields.count == 1 } + together).map { rule in
            let lists = rule.fields.map { columns[$0] + (rule.fields.count == 1 && !rule.refines ? "_rare_keys" : "_keys") }
            let condition = lists.map { "l.\(dialect.quoted($0)) = r.\(dialect.quoted($0))" }.joined(separator: " AND ")
            return Settings.Rule(blockingRule: condition, sqlDialect: dialect.rawValue, arraysToExplode: lists)
        }
    }

    // MARK: - SQL

    private static func loading(_ model: ListModel, _ columns: [String], _ frequencies: [String], _ dialect: SplinkDialect) -> String {
        func text(_ column: String) -> String { "NULLIF(\(dialect.quoted(column)), '')" }
        var selected = [
            "CAST(\(dialect.quoted("row")) AS BIGINT) AS \(dialect.quoted("row"))", dialect.quoted("source"), dialect.quoted("id"),
        ]
        for (field, column) in zip(model.fields, columns) {
            func add(_ expression: String, _ name: String) { selected.append("\(expression) AS \(dialect.quoted(name))") }
            add(text(column), column)
            if field.kind.isBag || field.kind == .phone { add(dialect.words(text(column)), column + "_words") }
            if field.kind.isBag { add(dialect.map(text(column + "_words"), text(column + "_bits")), column + "_bits") }
            add(dialect.words(text(column + "_keys")), column + "_keys")
            add(dialect.words(text(column + "_rare_keys")), column + "_rare_keys")
        }
        var statements = [
            dialect.opening("rows.csv", as: "rows"),
            "\(dialect.creating("rows"))\nSELECT\n    \(selected.joined(separator: ",\n    "))\nFROM rows_file;",
        ]
        for column in frequencies {
            statements.append(dialect.opening("tf_\(column).csv", as: "tf_\(column)"))
            statements.append(
                "\(dialect.creating("tf_\(column)"))\nSELECT \(dialect.quoted(column)), "
                    + "CAST(\(dialect.quoted("tf_" + column)) AS DOUBLE) AS \(dialect.quoted("tf_" + column))\nFROM tf_\(column)_file;")
        }
        return statements.joined(separator: "\n\n") + "\n"
    }

    /// The odds of one thing against two and against relatives; ``PairScorer`` says why.
    private static func correction(
        _ scorer: PairScorer, _ model: ListModel, _ levels: [[SplinkLevel]], _ columns: [String], _ hasFrequencies: [Bool], prior: Float,
        _ dialect: SplinkDialect
    ) -> String {
        let parts = model.fields.indices.map { place in
            let all = levels[place]
            let cases = all.enumerated().map { position, level in
                let weight = Double(scorer.fields[place].relative[Int(level.level.rawValue)]) + level.shift
                return "WHEN \(all.count - 1 - position) THEN \(weight)"
            }
            let gamma = dialect.quoted("gamma_" + columns[place])
            let rarity = hasFrequencies[place] ? " + coalesce(\(dialect.quoted("mw_tf_adj_" + columns[place])), 0)" : ""
            return "CASE \(gamma) \(cases.joined(separator: " ")) ELSE 0 END\(rarity)"
        }
        let relative = (["\(prior)"] + parts).joined(separator: "\n        + ")
        return """
            \(dialect.creating("corrected"))
            SELECT \(dialect.quoted("row_l")), \(dialect.quoted("row_r")), corrected_weight,
                1 / (1 + power(2, -corrected_weight)) AS corrected_probability
            FROM (
                SELECT *, match_weight - log2(1 + power(2, relative)) AS corrected_weight
                FROM (
                    SELECT *, \(relative) AS relative
                    FROM predictions
                ) AS weighed
            ) AS summed;

            """
    }

    // MARK: - Rows

    /// The header of `rows.csv`, without a line end.
    public var header: String {
        var names = ["row", "source", "id"]
        for (field, column) in zip(model.fields, columns) {
            names.append(column)
            if field.kind.isBag { names += [column + "_words", column + "_bits"] }
            names += [column + "_keys", column + "_rare_keys"]
        }
        return names.joined(separator: ",")
    }

    /// A row of `rows.csv` behind its first three cells: values as they are compared, words with their bits, numbers of keys. None of them
    /// needs quotes.
    public func cells(_ record: Int) -> String {
        var cells = ""
        for (place, field) in model.fields.enumerated() {
            let value = table.value(record, place)
            let column = table.columns[place]
            cells += ","
            if field.kind.isBag {
                let words = Self.words(column, value)
                cells += words.map(\.word).joined(separator: " ")
                cells += "," + Self.unique(words).map(\.word).joined(separator: " ")
                cells += "," + Self.unique(words).map { String($0.bits) }.joined(separator: " ")
            } else {
                cells += Self.plain(column.values.text(of: value))
            }
            let all = keys[place][value]
            cells += "," + all.map { String($0) }.joined(separator: " ")
            cells += "," + all.filter { keys[place].counts[Int($0)] <= BlockingPlan.limitAlone }.map { String($0) }.joined(separator: " ")
        }
        return cells
    }

    /// The lines of `tf_COLUMN.csv`, of which the first is the header: each value with the share that agreeing on it is worth.
    public func frequencyLines(_ column: String) -> [String] {
        guard let place = columns.firstIndex(of: column) else { return [] }
        let field = scorer.fields[place]
        let values = table.columns[place]
        var lines = ["\(column),tf_\(column)"]
        var seen: Set<String> = []
        for value in 1..<max(values.counts.count, 1) {
            let text =
                values.kind.isBag
                ? Self.words(values, UInt32(value)).map(\.word).joined(separator: " ") : Self.plain(values.values.text(of: UInt32(value)))
            guard seen.insert(text).inserted else { continue }
            // What the shift, which is bounded, makes of the rarity.
            let bits = Double(field.typicalBits) + Double(field.sameShift[value]) / Double(field.rarity)
            lines.append("\(text),\(Logarithm.exp2(-bits))")
        }
        return lines
    }

    private static func words(_ column: FieldColumn, _ value: UInt32) -> [(word: String, bits: Float)] {
        column.words(of: value).map { place in
            let word = column.wordsOfValues[place]
            return (plain(column.words.text(of: word)), column.wordBits[Int(word)])
        }.sorted { $0.word < $1.word }
    }

    private static func unique(_ words: [(word: String, bits: Float)]) -> [(word: String, bits: Float)] {
        words.enumerated().filter { $0 == 0 || words[$0 - 1].word != $1.word }.map(\.element)
    }

    /// Values are folded, so hold neither quotes nor line ends; a comma in an e-mail address would be the exception.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" ? "_" : $0 })
    }

    // MARK: - Pairs to check by

    /// Pairs that blocking finds, evenly from all of them down to very unlikely ones, with the weight that this program gives them.
    ///
    /// - Parameter limit: about how many.
    /// - Returns: the pairs by record, and how many more were left out because two columns are mixed up in them.
    public func checkPairs(limit: Int) async -> (pairs: [(first: Int, second: Int, weight: Double)], mixedUp: Int) {
        let blocks = await Blocks(table, plan, keys)
        var scoring = PairScoring()
        await scoring.add(table, blocks, scorer, floor: Self.checkFloor)
        let step = max(scoring.pairs.count / max(limit, 1), 1)
        var pairs: [(first: Int, second: Int, weight: Double)] = []
        var mixedUp = 0
        scorer.withScales(table) { scales in
            for place in stride(from: 0, to: scoring.pairs.count, by: step) {
                let pair = scoring.pairs[place]
                let (first, second) = (Int(pair.first), Int(pair.second))
                if scales.swaps(first, second).isEmpty {
                    pairs.append((first, second, Double(pair.weight)))
                } else {
                    mixedUp += 1
                }
            }
        }
        return (pairs, mixedUp)
    }

    private static let checkFloor: Float = -24
}

extension SplinkExport {
    /// Splink's settings, as far as they are used.
    private struct Settings: Encodable {
        struct Comparison: Encodable {
            let outputColumnName: String
            let comparisonLevels: [Level]

            enum CodingKeys: String, CodingKey {
                case outputColumnName = "output_column_name"
                case comparisonLevels = "comparison_levels"
            }
        }

        struct Level: Encodable {
            var sqlCondition: String
            var labelForCharts: String
            var isNullLevel: Bool?
            var mProbability: Double?
            var uProbability: Double?
            var tfAdjustmentColumn: String?
            var tfAdjustmentWeight: Double?
            var disableTFExactMatchDetection: Bool?

            enum CodingKeys: String, CodingKey {
                case sqlCondition = "sql_condition"
                case labelForCharts = "label_for_charts"
                case isNullLevel = "is_null_level"
                case mProbability = "m_probability"
                case uProbability = "u_probability"
                case tfAdjustmentColumn = "tf_adjustment_column"
                case tfAdjustmentWeight = "tf_adjustment_weight"
                case disableTFExactMatchDetection = "disable_tf_exact_match_detection"
            }
        }

        struct Rule: Encodable {
            let blockingRule: String
            let sqlDialect: String
            let arraysToExplode: [String]

            enum CodingKeys: String, CodingKey {
                case blockingRule = "blocking_rule"
                case sqlDialect = "sql_dialect"
                case arraysToExplode = "arrays_to_explode"
            }
        }

        let linkType = "dedupe_only"
        let uniqueID = "row"
        let sqlDialect: String
        let prior: Double
        let retainsMatchingColumns = true
        let retainsIntermediateColumns = true
        let comparisons: [Comparison]
        let rules: [Rule]

        enum CodingKeys: String, CodingKey {
            case linkType = "link_type"
            case uniqueID = "unique_id_column_name"
            case sqlDialect = "sql_dialect"
            case prior = "probability_two_random_records_match"
            case retainsMatchingColumns = "retain_matching_columns"
            case retainsIntermediateColumns = "retain_intermediate_calculation_columns"
            case comparisons
            case rules = "blocking_rules_to_generate_predictions"
        }

        init(
            _ model: ListModel, _ scorer: PairScorer, _ levels: [[SplinkLevel]], _ columns: [String], rules: [Rule],
            isOfSeveralLists: Bool, dialect: SplinkDialect
        ) {
            sqlDialect = dialect.rawValue
            prior = Logarithm.probability(log2Odds: Double(scorer.prior))
            self.rules = rules
            var comparisons: [Comparison] = []
            for place in model.fields.indices {
                let (column, field) = (columns[place], scorer.fields[place])
                let (a, b) = (dialect.quoted(column + "_l"), dialect.quoted(column + "_r"))
                var all = [Level(sqlCondition: "\(a) IS NULL OR \(b) IS NULL", labelForCharts: "missing", isNullLevel: true)]
                all += levels[place].map { Self.level($0, field, column) }
                comparisons.append(Comparison(outputColumnName: column, comparisonLevels: all))
            }
            if isOfSeveralLists {
                let (a, b) = (dialect.quoted("source_l"), dialect.quoted("source_r"))
                comparisons.append(
                    Comparison(
                        outputColumnName: "list",
                        comparisonLevels: [
                            Self.level("\(a) = \(b)", "same list", weight: Double(scorer.sameSource)),
                            Self.level("ELSE", "two lists", weight: Double(scorer.otherSource)),
                        ]))
            }
            self.comparisons = comparisons
        }

        private static func level(_ level: SplinkLevel, _ field: FieldWeighing, _ column: String) -> Level {
            let label = level.shift == 0 ? "\(level.level)" : "\(level.level) \(level.shift)"
            let weight = Double(field.match[Int(level.level.rawValue)]) + level.shift
            guard level.movesByRarity, field.rarity != 0 else { return Self.level(level.condition, label, weight: weight) }
            let u = Logarithm.exp2(-Double(field.typicalBits))
            return Level(
                sqlCondition: level.condition, labelForCharts: label, mProbability: Logarithm.exp2(weight) * u, uProbability: u,
                tfAdjustmentColumn: column, tfAdjustmentWeight: Double(field.rarity), disableTFExactMatchDetection: true)
        }

        /// Only the ratio of m and u counts.
        private static func level(_ condition: String, _ label: String, weight: Double) -> Level {
            let u = weight > 0 ? Logarithm.exp2(-weight) / 2 : 0.5
            return Level(
                sqlCondition: condition, labelForCharts: label, mProbability: u * Logarithm.exp2(weight), uProbability: u)
        }
    }
}
