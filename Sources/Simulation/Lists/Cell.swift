import Nusantara

/// One cell of a list, before its file decides how to write it.
enum Cell: Sendable {
    case blank
    case text(String)
    /// A number kept as a number: what a spreadsheet makes of digits typed into it.
    case number(Double)
    case date(CalendarDate)

    static func whole(_ value: some BinaryInteger) -> Cell { .number(Double(value)) }
}
