public import Tabular

/// How the columns of a list are understood, for a person to confirm.
public struct RecognisedColumns: Sendable, Hashable {
    public var mapping: ListMapping
    /// How sure each column's field is, from 0 to 1; 0 where there is none. A column overridden by a person is sure.
    public var certainty: [Double]
    /// What stands in the way of an import, or should be looked at first.
    public var problems: [ColumnProblem]
    /// The first rows of data.
    public let sample: [TabularRow]

    /// The headers of the columns whose field could not be told.
    public var unplaced: [String] {
        zip(mapping.headers, mapping.fields).compactMap { header, field in field == nil ? header : nil }
    }

    /// Whether the rows can be imported as they are understood.
    public var isUsable: Bool { !problems.contains(where: \.preventsImport) }

    /// The same list with the fields that a person confirmed for an earlier list with the same headers.
    ///
    /// Where the header stands is taken from this list: titles above it come and go.
    public func replacingMapping(with remembered: ListMapping) -> RecognisedColumns {
        var result = self
        let columns = mapping.fields.indices
        result.mapping.fields = columns.map { $0 < remembered.fields.count ? remembered.fields[$0] : nil }
        result.certainty = columns.map { result.mapping.fields[$0] == nil ? 0 : 1 }
        result.problems = ColumnProblem.problems(in: result.mapping)
        return result
    }
}

/// What is wrong with how columns are understood.
public enum ColumnProblem: Sendable, Hashable {
    /// No column holds the name of the business or of its owner.
    case missingName
    /// Another column seems to hold a field that only one may hold; it is left out.
    case sameField(ListField, used: String, leftOut: String)

    /// Whether nothing can be imported before it is mended.
    public var preventsImport: Bool { self == .missingName }

    public var indonesianMessage: String {
        switch self {
        case .missingName:
            "Tidak ada kolom nama usaha atau nama pemilik; tunjukkan kolom mana yang berisi nama."
        case .sameField(let field, let used, let leftOut):
            "Kolom “\(used)” dan “\(leftOut)” sama-sama tampak berisi \(field.indonesianTitle); hanya “\(used)” yang dipakai."
        }
    }

    public var englishMessage: String {
        switch self {
        case .missingName:
            "No column holds the name of the business or of its owner; say which one does."
        case .sameField(let field, let used, let leftOut):
            "The columns “\(used)” and “\(leftOut)” both seem to hold: \(field.englishTitle); only “\(used)” is used."
        }
    }

    /// The problems of a mapping by itself.
    static func problems(in mapping: ListMapping) -> [ColumnProblem] {
        mapping.columns(of: .businessName).isEmpty && mapping.columns(of: .ownerName).isEmpty ? [.missingName] : []
    }
}
