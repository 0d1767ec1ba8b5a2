/// One row of a result, valid only inside the closure that receives it.
public protocol SQLRow {
    /// Whether the column holds NULL.
    func isNull(at index: Int) -> Bool

    /// The column as a whole number. Throws ``StorageError/decoding(column:expected:)`` on another type or NULL.
    func integer(at index: Int) throws -> Int64

    /// The column as a floating-point number. Throws ``StorageError/decoding(column:expected:)`` on another type or NULL.
    func real(at index: Int) throws -> Double

    /// The column as text. Throws ``StorageError/decoding(column:expected:)`` on another type or NULL.
    func text(at index: Int) throws -> String

    /// The column as bytes. Throws ``StorageError/decoding(column:expected:)`` on another type or NULL.
    func bytes(at index: Int) throws -> [UInt8]
}

extension SQLRow {
    /// The column decoded as the type that the context asks for: `name: try row[1]`.
    public subscript<Value: SQLConvertible>(index: Int) -> Value {
        get throws { try Value(row: self, at: index) }
    }
}
