/// How a list was found to be written.
public enum TabularFormat: Sendable, Hashable {
    /// Text with one row to a line.
    case csv(separator: CellSeparator, encoding: TextEncoding)
    /// A sheet of an Office Open XML workbook (ISO/IEC 29500), by its name.
    case xlsx(sheet: String)
}

/// What stands between the cells of a line.
public enum CellSeparator: UInt8, Sendable, Hashable, CaseIterable {
    case semicolon = 0x3B
    case comma = 0x2C
    case tab = 0x09
    case bar = 0x7C
}

/// How the characters of a text file are written as bytes.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    /// What spreadsheets on Windows write where nothing else was asked for.
    case windows1252
}
