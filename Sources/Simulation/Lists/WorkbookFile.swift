import CXLSXWriter
import Nusantara

/// A workbook of one sheet, written with libxlsxwriter. The C pointers do not leave this file.
final class WorkbookFile: ListFile {
    private let path: String
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let dateFormat: UnsafeMutablePointer<lxw_format>?
    private var row: UInt32 = 0
    private var isClosed = false

    var nextLine: Int { Int(row) + 1 }

    /// - Parameters:
    ///   - rows: how many rows are to come; above some ten thousand the library writes each row at once instead of keeping all in memory.
    ///   - createdOn: the day that the workbook says it was made.
    init(path: String, sheetName: String, rows: Int, createdOn: CalendarDate) throws {
        var options = lxw_workbook_options()
        options.constant_memory = rows > 50_000 ? 1 : 0
        guard let workbook = workbook_new_opt(path, &options) else {
            throw SimulationError.cannotWrite(path: path, reason: "the workbook cannot be begun")
        }
        guard let sheet = workbook_add_worksheet(workbook, sheetName) else {
            workbook_close(workbook)
            throw SimulationError.cannotWrite(path: path, reason: "the sheet cannot be added")
        }
        var properties = lxw_doc_properties()
        properties.created = createdOn.dayNumber * 86_400
        workbook_set_properties(workbook, &properties)
        dateFormat = workbook_add_format(workbook)
        format_set_num_format(dateFormat, "dd/mm/yyyy")
        self.path = path
        self.workbook = workbook
        self.sheet = sheet
    }

    deinit {
        if !isClosed { workbook_close(workbook) }
    }

    func append(_ cells: [Cell]) throws {
        var column: UInt16 = 0
        for cell in cells {
            let error =
                switch cell {
                case .blank: LXW_NO_ERROR
                case .text(let text): worksheet_write_string(sheet, row, column, text, nil)
                case .number(let number): worksheet_write_number(sheet, row, column, number, nil)
                case .date(let date): write(date, column)
                }
            guard error == LXW_NO_ERROR else { throw failure(error) }
            column += 1
        }
        row += 1
    }

    func close() throws {
        isClosed = true
        let error = workbook_close(workbook)
        guard error == LXW_NO_ERROR else { throw failure(error) }
    }

    private func write(_ date: CalendarDate, _ column: UInt16) -> lxw_error {
        let (year, month, day) = date.components
        var value = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
        return worksheet_write_datetime(sheet, row, column, &value, dateFormat)
    }

    private func failure(_ error: lxw_error) -> SimulationError {
        SimulationError.cannotWrite(path: path, reason: String(cString: lxw_strerror(error)))
    }
}
