import Catalogue
public import Marketplaces
public import Nusantara
import Storage
public import Tabular

/// Past orders as a marketplace exported them, or as somebody kept them: a row for each line, rows of one number are one order.
///
/// It is how the history of a channel comes in that has closed, or that has no interface here.
public struct OrderSheet: Sendable {
    /// What is wrong with a row.
    public struct Fault: Sendable, Hashable {
        /// Counted from 1.
        public let line: Int
        public let reference: String
        public let notice: Notice
    }

    /// Why a sheet as a whole cannot be read.
    public enum Failure: Error, Sendable, Hashable {
        /// Among the first rows none names orders and dates.
        case noHeaders
        /// More than ``maximumRows``.
        case tooManyRows
    }

    public static let maximumRows = 200_000

    public let orders: [ChannelOrder]
    public let faults: [Fault]
    /// Headers that were not recognised; what stands below them is left out.
    public let unknownHeaders: [String]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - channel: on which it was sold.
    ///   - today: nothing can have been ordered after it.
    /// - Throws: ``Failure``, ``Tabular/TabularError``.
    public init(_ reader: TabularReader, from channel: Channel, today: CalendarDate) throws {
        var columns: [OrderColumn?] = []
        var headers: [String] = []
        var rows: [Row] = []
        var seen = 0
        while let row = try reader.next() {
            seen += 1
            if columns.isEmpty {
                let found = OrderColumn.recognised(in: row.cells)
                let known = Set(found.compactMap { $0 })
                if known.contains(.reference), known.contains(.date) {
                    (columns, headers) = (found, row.cells)
                } else if seen > 20 {
                    throw Failure.noHeaders
                }
                continue
            }
            var cells: [OrderColumn: String] = [:]
            for (column, cell) in zip(columns, row.cells) {
                if let column, !cell.allSatisfy(\.isWhitespace) { cells[column] = PlainText.line(cell) }
            }
            guard !cells.isEmpty else { continue }
            guard rows.count < Self.maximumRows else { throw Failure.tooManyRows }
            rows.append(Row(line: row.line, cells: cells))
        }
        guard !columns.isEmpty else { throw Failure.noHeaders }
        unknownHeaders = zip(columns, headers).filter { $0.0 == nil && !$0.1.allSatisfy(\.isWhitespace) }.map(\.1)
        var reading = Reading(channel: channel, today: today)
        for row in rows { reading.take(row) }
        orders = reading.order.compactMap { reading.orders[$0] }
        faults = reading.faults
    }

    private struct Row {
        let line: Int
        let cells: [OrderColumn: String]
    }

    /// Orders as they grow row by row. An order with a row that cannot be read is left out as a whole: half an order is none.
    private struct Reading {
        let channel: Channel
        let today: CalendarDate
        var orders: [String: ChannelOrder] = [:]
        var order: [String] = []
        var faults: [Fault] = []
        private var refused: Set<String> = []
        /// Orders of which a row said what the whole cost.
        private var hasTotal: Set<String> = []

        init(channel: Channel, today: CalendarDate) {
            self.channel = channel
            self.today = today
        }

        mutating func take(_ row: Row) {
            let reference = row.cells[.reference] ?? order.last ?? ""
            guard !reference.isEmpty, reference.utf8.count <= 100 else {
                return refuse(row, reference, "Nomor pesanan kosong.", "The number of the order is missing.")
            }
            if refused.contains(reference) { return }
            if orders[reference] == nil {
                guard let begun = begin(row, reference) else { return }
                orders[reference] = begun
                order.append(reference)
            }
            guard let line = line(row, reference) else { return }
            orders[reference]!.lines.append(line)
            if !hasTotal.contains(reference) { orders[reference]!.total += line.price * line.quantity }
        }

        private mutating func refuse(_ row: Row, _ reference: String, _ indonesian: String, _ english: String) {
            let notice = Notice(code: "order.row", indonesian: indonesian, english: english)
            faults.append(Fault(line: row.line, reference: reference, notice: notice))
            refused.insert(reference)
            orders[reference] = nil
        }

        private mutating func begin(_ row: Row, _ reference: String) -> ChannelOrder? {
            let text = row.cells[.date] ?? ""
            let day: CalendarDate
            switch DateText.parse(text, today: today) {
            case .value(let date, _) where date <= today: day = date
            case .refused(let notice):
                refuse(row, reference, notice.indonesian, notice.english)
                return nil
            default:
                refuse(row, reference, "Tanggal “\(text)” tidak bisa dipakai.", "The date “\(text)” cannot be used.")
                return nil
            }
            let word = row.cells[.status] ?? ""
            let state = OrderSheet.state(word)
            guard state != .unknown else {
                refuse(
                    row, reference, "Status “\(word)” tidak dikenal. Tulis misalnya Selesai, Dikirim, Dibatalkan atau Dikembalikan.",
                    "The status “\(word)” is not known. Write for example Selesai, Dikirim, Dibatalkan or Dikembalikan.")
                return nil
            }
            // Noon in western Indonesia, since sheets seldom say when.
            let seconds = Int64(day.dayNumber) * 86_400 + 5 * 3600
            let total = amount(row.cells[.total])
            if total != nil { hasTotal.insert(reference) }
            return ChannelOrder(
                reference: reference, storefront: channel, state: state, channelState: word.isEmpty ? "selesai" : word, created: seconds,
                updated: seconds, lines: [], total: total ?? 0, fees: amount(row.cells[.fees]), shipping: amount(row.cells[.shipping]) ?? 0,
                buyer: row.cells[.buyer], destination: row.cells[.destination], trackingNumber: row.cells[.tracking])
        }

        private mutating func line(_ row: Row, _ reference: String) -> ChannelOrderLine? {
            let title = row.cells[.title] ?? row.cells[.sku] ?? ""
            let written = row.cells[.quantity] ?? "1"
            guard let quantity = WholeNumber.parse(written).value, (1...1_000_000).contains(quantity) else {
                refuse(
                    row, reference, "Jumlah “\(written)” bukan bilangan bulat di atas 0.",
                    "The quantity “\(written)” is no whole number above 0.")
                return nil
            }
            let price: Int
            if let said = amount(row.cells[.price]) {
                price = said
            } else if let total = amount(row.cells[.total]) {
                price = total / quantity
            } else {
                refuse(row, reference, "Harga atau total harus ada.", "A price or a total has to be there.")
                return nil
            }
            let number = orders[reference]?.lines.count ?? 0
            let name = [title, row.cells[.option] ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
            return ChannelOrderLine(
                reference: String(number), product: "", variant: "", sku: row.cells[.sku], title: name, quantity: quantity, price: price)
        }

        private func amount(_ text: String?) -> Int? {
            guard let value = text.flatMap({ Rupiah.parse($0).value })?.rawValue, value >= 0 else { return nil }
            return Int(clamping: min(value, 1_000_000_000_000))
        }
    }

    /// What people and marketplaces call the states of past orders, those of Bukalapak's interface among them. A sheet without states is one of
    /// sales.
    static func state(_ word: String) -> OrderState {
        switch word.lowercased().split(whereSeparator: { !$0.isLetter }).joined(separator: " ") {
        case "", "selesai", "completed", "complete", "remitted", "received", "diterima", "pesanan selesai", "transaksi selesai", "terjual",
            "lunas":
            .completed
        case "sampai", "terkirim", "tiba di tujuan": .delivered
        case "dikirim", "sedang dikirim", "delivered", "shipped", "dalam pengiriman": .shipped
        case "diproses", "paid", "dibayar", "perlu dikirim", "siap dikirim": .paid
        case "belum bayar", "belum dibayar", "menunggu pembayaran", "pending", "addressed", "payment chosen", "confirm payment", "unpaid":
            .unpaid
        case "batal", "dibatalkan", "cancelled", "canceled", "rejected", "ditolak", "expired", "kedaluwarsa", "kadaluarsa": .cancelled
        case "dikembalikan", "retur", "refunded", "returned", "pengembalian": .returned
        default: .unknown
        }
    }
}
