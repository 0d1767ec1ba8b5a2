/// Why a file cannot be read as a list, or a row of it not.
///
/// ``malformed(line:reason:)`` is about one row: reading may go on with the next. After any other error there is nothing more to read.
public enum TabularError: Error, Sendable, Hashable {
    /// The file is something else, for example a PDF or a picture.
    case notATable(kind: String)
    /// The file is a table in a format that is not read, for example `.xls` or `.ods`.
    case otherFormat(kind: String)
    /// No cell holds anything.
    case empty
    /// The file is larger than the limit.
    case fileTooLarge(maximumBytes: Int)
    /// A row is longer than the limit.
    case lineTooLong(line: Int)
    /// A row has more cells than the limit.
    case tooManyColumns(line: Int, maximum: Int)
    /// The parts of the workbook unpack to far more than an honest one would.
    case zipBomb
    /// The workbook holds more distinct text than is kept in memory.
    case tooMuchText
    /// A password protects the file.
    case encrypted
    /// The workbook has no visible sheet.
    case noSheet
    /// The file is broken: cut off, or not what its first bytes promise.
    case damaged
    /// The row on this line cannot be read; the next one can.
    case malformed(line: Int, reason: Malformation)
    /// So many rows are malformed that the file is no list.
    case tooManyMalformed(line: Int)
    /// The file cannot be opened or read.
    case unreadable(path: String)

    /// What is wrong with a row.
    public enum Malformation: Sendable, Hashable {
        /// A quotation mark opens a cell on this line and none closes it.
        case unclosedQuote
        /// A cell is longer than the limit.
        case cellTooLong
    }

    /// Whether reading may go on with the next row.
    public var concernsOneRow: Bool {
        if case .malformed = self { true } else { false }
    }

    /// One sentence for the person who sent the file, in Indonesian, saying what to do.
    public var indonesianMessage: String {
        switch self {
        case .notATable(let kind):
            "Berkas ini \(kind), bukan tabel; kirimkan daftarnya sebagai .xlsx atau .csv."
        case .otherFormat(let kind):
            "Berkas ini berformat \(kind); buka di aplikasi lembar kerja, simpan sebagai .xlsx atau .csv, lalu kirim lagi."
        case .empty:
            "Berkas ini kosong; periksa lagi berkas yang dikirim."
        case .fileTooLarge(let maximum):
            "Berkas ini lebih besar dari \(Self.size(maximum)); bagi menjadi beberapa berkas."
        case .lineTooLong(let line):
            "Baris \(line) terlalu panjang untuk sebuah daftar; periksa apakah berkas ini benar .csv dengan satu usaha per baris."
        case .tooManyColumns(let line, let maximum):
            "Baris \(line) berisi lebih dari \(maximum) kolom; hapus kolom yang tidak perlu."
        case .zipBomb:
            "Isi berkas .xlsx ini mengembang tidak wajar sehingga tidak dibuka; simpan ulang sebagai .csv."
        case .tooMuchText:
            "Berkas .xlsx ini terlalu besar; simpan ulang sebagai .csv atau bagi menjadi beberapa berkas."
        case .encrypted:
            "Berkas ini dikunci dengan kata sandi; simpan tanpa kata sandi lalu kirim lagi."
        case .noSheet:
            "Berkas .xlsx ini tidak punya lembar yang terlihat; tampilkan lembar yang berisi daftar lalu kirim lagi."
        case .damaged:
            "Berkas ini rusak atau terpotong; buka di Excel, simpan ulang sebagai .xlsx atau .csv, lalu kirim lagi."
        case .malformed(let line, .unclosedQuote):
            "Tanda kutip yang dibuka di baris \(line) tidak ditutup; hapus atau tutup tanda kutip itu."
        case .malformed(let line, .cellTooLong):
            "Sebuah sel di baris \(line) terlalu panjang; pendekkan isinya."
        case .tooManyMalformed(let line):
            "Sampai baris \(line) terlalu banyak baris yang tidak terbaca; simpan ulang daftarnya sebagai .xlsx atau .csv."
        case .unreadable(let path):
            "Berkas \(path) tidak dapat dibuka; periksa nama dan izin bacanya."
        }
    }

    /// The same sentence in English.
    public var englishMessage: String {
        switch self {
        case .notATable(let kind):
            "This file is \(kind), not a table; send the list as .xlsx or .csv."
        case .otherFormat(let kind):
            "This file is in the format \(kind); open it in a spreadsheet, save it as .xlsx or .csv, and send it again."
        case .empty:
            "This file is empty; check which file was sent."
        case .fileTooLarge(let maximum):
            "This file is larger than \(Self.size(maximum)); split it into several files."
        case .lineTooLong(let line):
            "Line \(line) is too long for a list; check that the file really is .csv with one business to a line."
        case .tooManyColumns(let line, let maximum):
            "Line \(line) has more than \(maximum) columns; delete the columns that are not needed."
        case .zipBomb:
            "This .xlsx file would unpack to an unreasonable size and was not opened; save it again as .csv."
        case .tooMuchText:
            "This .xlsx file is too large; save it again as .csv or split it into several files."
        case .encrypted:
            "This file is locked with a password; save it without one and send it again."
        case .noSheet:
            "This .xlsx file has no visible sheet; unhide the sheet with the list and send it again."
        case .damaged:
            "This file is damaged or cut off; open it in Excel, save it again as .xlsx or .csv, and send it again."
        case .malformed(let line, .unclosedQuote):
            "The quotation mark opened on line \(line) is never closed; remove or close it."
        case .malformed(let line, .cellTooLong):
            "A cell on line \(line) is too long; shorten it."
        case .tooManyMalformed(let line):
            "Too many rows up to line \(line) cannot be read; save the list again as .xlsx or .csv."
        case .unreadable(let path):
            "The file \(path) cannot be opened; check its name and that it may be read."
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 30 ? "\(bytes >> 30) GB" : bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) B"
    }
}

extension TabularError: CustomStringConvertible {
    public var description: String { englishMessage }
}
