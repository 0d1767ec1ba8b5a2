/// A file that takes rows of cells, from the first to the last.
protocol ListFile: AnyObject {
    /// The line, or row of the sheet, that the next row will stand on; the first is 1.
    var nextLine: Int { get }
    func append(_ cells: [Cell]) throws
    /// Writes what is still held back; nothing can be appended afterwards.
    func close() throws
}

/// Why a list could not be written.
public enum SimulationError: Error, CustomStringConvertible {
    case cannotWrite(path: String, reason: String)

    public var description: String {
        switch self {
        case .cannotWrite(let path, let reason): "Cannot write \(path): \(reason)"
        }
    }
}
