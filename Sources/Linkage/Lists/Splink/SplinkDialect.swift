/// The SQL of an engine on which Splink runs, as far as comparing two rows needs it.
public enum SplinkDialect: String, Sendable, CaseIterable {
    case duckdb
    case spark

    func quoted(_ column: String) -> String {
        switch self {
        case .duckdb: "\"\(column)\""
        case .spark: "`\(column)`"
        }
    }

    func jaroWinkler(_ one: String, _ other: String) -> String {
        switch self {
        case .duckdb: "jaro_winkler_similarity(\(one), \(other))"
        case .spark: "jaro_winkler(\(one), \(other))"
        }
    }

    /// One slip: a letter wrong, missing, too many, or two neighbours swapped.
    func isOneSlip(_ one: String, _ other: String) -> String {
        "damerau_levenshtein(\(one), \(other)) = 1"
    }

    func contains(_ list: String, _ element: String) -> String {
        switch self {
        case .duckdb: "list_contains(\(list), \(element))"
        case .spark: "array_contains(\(list), \(element))"
        }
    }

    func count(_ list: String) -> String {
        switch self {
        case .duckdb: "len(\(list))"
        case .spark: "size(\(list))"
        }
    }

    /// The elements of a list that meet a condition on `variable`.
    func filter(_ list: String, _ variable: String, _ condition: String) -> String {
        switch self {
        case .duckdb: "list_filter(\(list), lambda \(variable): \(condition))"
        case .spark: "filter(\(list), \(variable) -> \(condition))"
        }
    }

    func words(_ text: String) -> String {
        switch self {
        case .duckdb: "string_split(\(text), ' ')"
        case .spark: "split(\(text), ' ')"
        }
    }

    func startsWith(_ text: String, _ beginning: String) -> String {
        switch self {
        case .duckdb: "starts_with(\(text), \(beginning))"
        case .spark: "startswith(\(text), \(beginning))"
        }
    }

    /// Whether the letters of `short` follow each other in `long`, from its first letter on.
    func follows(_ short: String, in long: String) -> String {
        switch self {
        case .duckdb: "regexp_matches(\(long), '^' || regexp_replace(\(short), '(.)', '\\1.*', 'g'))"
        case .spark: "rlike(\(long), concat('^', regexp_replace(\(short), '(.)', '$1.*')))"
        }
    }

    func hasVowel(_ text: String) -> String {
        switch self {
        case .duckdb: "regexp_matches(\(text), '[aeiou]')"
        case .spark: "rlike(\(text), '[aeiou]')"
        }
    }

    func isDigits(_ text: String) -> String {
        switch self {
        case .duckdb: "regexp_full_match(\(text), '[0-9]+')"
        case .spark: "rlike(\(text), '^[0-9]+$')"
        }
    }

    /// The sum of what a map says of the words of a list.
    func sum(of words: String, in map: String) -> String {
        switch self {
        case .duckdb: "coalesce(list_sum(list_transform(\(words), lambda w: map_extract_value(\(map), w))), 0)"
        case .spark: "aggregate(\(words), CAST(0 AS DOUBLE), (s, w) -> s + element_at(\(map), w))"
        }
    }

    /// A map from the words of one text to the numbers of another.
    func map(_ words: String, _ numbers: String) -> String {
        switch self {
        case .duckdb: "map(\(self.words(words)), CAST(\(self.words(numbers)) AS DOUBLE[]))"
        case .spark: "map_from_arrays(\(self.words(words)), CAST(\(self.words(numbers)) AS ARRAY<DOUBLE>))"
        }
    }

    /// Opens a CSV file of texts as a table for the statement that follows.
    func opening(_ file: String, as table: String) -> String {
        switch self {
        case .duckdb: "CREATE OR REPLACE TABLE \(table)_file AS SELECT * FROM read_csv('\(file)', header = true, all_varchar = true);"
        case .spark:
            "CREATE OR REPLACE TEMPORARY VIEW \(table)_file USING csv OPTIONS (path '\(file)', header 'true', escape '\"');"
        }
    }

    func creating(_ table: String) -> String {
        switch self {
        case .duckdb: "CREATE OR REPLACE TABLE \(table) AS"
        case .spark: "CREATE OR REPLACE TEMPORARY VIEW \(table) AS"
        }
    }
}
