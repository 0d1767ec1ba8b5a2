extension ColumnRecognition {
    /// The columns as a person says they are (`--map "Kolom 3=phone"`); the rest as recognised.
    ///
    /// A column is named by its header, by its letter as in a spreadsheet, or by its number from 1, in this order. A field that only one
    /// column may hold is taken from the column that was recognised for it.
    /// - Throws: ``UnknownColumns`` if there are no such columns.
    public static func applying(
        overrides: [String: ListField], to recognised: RecognisedColumns
    ) throws(UnknownColumns) -> RecognisedColumns {
        var result = recognised
        var unknown: [String] = []
        var chosen: Set<Int> = []
        for (name, field) in overrides.sorted(by: { $0.key < $1.key }) {
            guard let column = column(named: name, in: recognised.mapping) else {
                unknown.append(name)
                continue
            }
            if !field.allowsSeveralColumns {
                for other in result.mapping.columns(of: field) where !chosen.contains(other) {
                    result.mapping.fields[other] = nil
                    result.certainty[other] = 0
                }
            }
            result.mapping.fields[column] = field
            result.certainty[column] = 1
            chosen.insert(column)
        }
        guard unknown.isEmpty else { throw UnknownColumns(names: unknown, headers: recognised.mapping.headers) }
        let overridden = Set(overrides.values)
        result.problems =
            ColumnProblem.problems(in: result.mapping)
            + recognised.problems.filter { problem in
                guard case .sameField(let field, _, _) = problem else { return false }
                return !overridden.contains(field)
            }
        return result
    }

    private static func column(named name: String, in mapping: ListMapping) -> Int? {
        let plain = HeaderWords.plain(name)
        if let column = mapping.headers.firstIndex(where: { HeaderWords.plain($0) == plain }) { return column }
        let letters = name.uppercased()
        if let column = mapping.headers.indices.first(where: { columnLetters($0) == letters }) { return column }
        return Int(name).map { $0 - 1 }.flatMap { mapping.headers.indices.contains($0) ? $0 : nil }
    }

    /// `A`, `B` … `Z`, `AA` … as a spreadsheet names its columns.
    static func columnLetters(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : columnLetters(column / 26 - 1) + letter
    }
}

/// Columns that were named but do not exist in the list.
public struct UnknownColumns: Error, Sendable, Hashable, CustomStringConvertible {
    public let names: [String]
    /// The headers that the list has.
    public let headers: [String]

    public var indonesianMessage: String {
        "Tidak ada kolom \(quoted(names)); kolom di daftar ini: \(quoted(headers))."
    }

    public var englishMessage: String {
        "There is no column \(quoted(names)); the columns of this list are \(quoted(headers))."
    }

    public var description: String { englishMessage }

    private func quoted(_ texts: [String]) -> String {
        texts.map { "“\($0)”" }.joined(separator: ", ")
    }
}
