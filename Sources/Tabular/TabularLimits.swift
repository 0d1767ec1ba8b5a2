/// How much a file may ask of the machine before it is refused.
public struct TabularLimits: Sendable, Hashable {
    /// Bytes of the file as it lies on the disk.
    public var maximumFileBytes: Int
    /// Bytes of one row of a CSV file, line ends inside quotes included.
    public var maximumLineBytes: Int
    /// Bytes of one cell in UTF-8. A spreadsheet's own limit is 32,767 characters.
    public var maximumCellBytes: Int
    /// Cells of one row.
    public var maximumColumns: Int
    /// Bytes of all parts of an XLSX file that are read, once unpacked.
    public var maximumUnpackedBytes: Int
    /// How many times larger than its packed form a part of an XLSX file may become, once it has passed ``ratioGraceBytes``.
    /// Sheets shrink 5 to 30 times; a bomb about 1,000 times.
    public var maximumCompressionRatio: Int
    /// Bytes that a part may unpack to before its ratio is looked at.
    public var ratioGraceBytes: Int
    /// Bytes of the shared texts of an XLSX file, which are held in memory while its sheet is read.
    public var maximumSharedTextBytes: Int

    public init(
        maximumFileBytes: Int = 4 << 30,
        maximumLineBytes: Int = 1 << 20,
        maximumCellBytes: Int = 128 << 10,
        maximumColumns: Int = 500,
        maximumUnpackedBytes: Int = 6 << 30,
        maximumCompressionRatio: Int = 250,
        ratioGraceBytes: Int = 16 << 20,
        maximumSharedTextBytes: Int = 512 << 20
    ) {
        self.maximumFileBytes = maximumFileBytes
        self.maximumLineBytes = maximumLineBytes
        self.maximumCellBytes = maximumCellBytes
        self.maximumColumns = maximumColumns
        self.maximumUnpackedBytes = maximumUnpackedBytes
        self.maximumCompressionRatio = maximumCompressionRatio
        self.ratioGraceBytes = ratioGraceBytes
        self.maximumSharedTextBytes = maximumSharedTextBytes
    }

    /// Room for a list of some ten million rows, and for nothing that would exhaust a small server.
    public static let standard = TabularLimits()
}
