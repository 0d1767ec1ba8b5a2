import Foundation
public import Tabular

/// Which column of a list holds what.
public struct ListMapping: Codable, Hashable, Sendable {
    /// The line of the last row of the header, as ``Tabular/TabularRow/line`` counts; rows behind it are data. 0 if there is no header.
    public var headerLine: Int
    /// The header of each column; of a list without a header `A`, `B`, `C` ….
    public var headers: [String]
    /// The field of each column; nil where it could not be told.
    public var fields: [ListField?]

    public init(headerLine: Int, headers: [String], fields: [ListField?]) {
        self.headerLine = headerLine
        self.headers = headers
        self.fields = fields
    }

    /// The headers in the form under which a partner's confirmed mapping is remembered: the same for lists that differ in case,
    /// punctuation and spacing of their headers only.
    public var signature: String {
        headers.map { HeaderWords.plain($0) }.joined(separator: "|")
    }

    /// The columns that hold a field, from the left, counted from 0.
    public func columns(of field: ListField) -> [Int] {
        fields.indices.filter { fields[$0] == field }
    }

    /// Whether a row repeats the header, as lists made for printing do on every page.
    public func isHeaderAgain(_ row: TabularRow) -> Bool {
        var filled = 0
        var same = 0
        for (cell, header) in zip(row.cells, headers) where !cell.isEmpty {
            filled += 1
            if cell == header { same += 1 }
        }
        return same >= 2 && same * 2 > filled
    }

    /// The mapping as it is stored.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// A mapping as it was stored.
    public init(json: String) throws {
        self = try JSONDecoder().decode(ListMapping.self, from: Data(json.utf8))
    }
}
