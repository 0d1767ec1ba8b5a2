/// Reads a form with a file in it (`multipart/form-data`, RFC 7578) piece by piece, in flat memory.
///
/// Bytes go in as they come; what they mean comes out at once. What does not follow the format is an error and never a trap.
struct MultipartReader {
    /// What has come.
    enum Event: Equatable {
        case part(name: String, fileName: String?)
        /// Some bytes of the part that began last.
        case data([UInt8])
        case end
    }

    enum Malformed: Error, Equatable {
        case noBoundary
        case headersTooLong
        case badHeaders
        case unfinished
    }

    private enum State {
        case preamble
        case headers
        case content
        case done
    }

    private let delimiter: [UInt8]
    private var state = State.preamble
    /// Bytes that have come and do not mean anything yet; the first delimiter may lack its line break, so one is put before.
    private var pending: [UInt8] = [13, 10]

    /// - Parameter contentType: the value of the header `Content-Type`.
    /// - Throws: ``Malformed/noBoundary``.
    init(contentType: String) throws(Malformed) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"), let start = contentType.firstRange(of: "boundary=") else {
            throw .noBoundary
        }
        var boundary = contentType[start.upperBound...].prefix { $0 != ";" }
        if boundary.hasPrefix("\""), boundary.hasSuffix("\""), boundary.count > 1 { boundary = boundary.dropFirst().dropLast() }
        guard (1...70).contains(boundary.utf8.count) else { throw .noBoundary }
        delimiter = [13, 10, 45, 45] + Array(boundary.utf8)
    }

    /// Takes in the next bytes and returns what they make known.
    ///
    /// - Throws: ``Malformed``.
    mutating func read(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        pending.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Says that nothing more will come.
    ///
    /// - Throws: ``Malformed/unfinished`` if the form has not ended.
    func finish() throws(Malformed) {
        guard case .done = state else { throw .unfinished }
    }

    /// Does one step and says whether another one may be possible without more bytes.
    private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
        switch state {
        case .preamble:
            guard let found = firstIndex(of: delimiter) else {
                keepTail()
                return false
            }
            pending.removeFirst(found + delimiter.count)
            state = .headers
            return true
        case .headers:
            return try readHeaders(&events)
        case .content:
            guard let found = firstIndex(of: delimiter) else {
                let sure = max(pending.count - delimiter.count, 0)
                if sure > 0 {
                    events.append(.data(Array(pending[..<sure])))
                    pending.removeFirst(sure)
                }
                return false
            }
            if found > 0 { events.append(.data(Array(pending[..<found]))) }
            pending.removeFirst(found + delimiter.count)
            state = .headers
            return true
        case .done:
            pending.removeAll()
            return false
        }
    }

    private mutating func readHeaders(_ events: inout [Event]) throws(Malformed) -> Bool {
        guard pending.count >= 2 else { return false }
        if pending[0] == 45, pending[1] == 45 {
            state = .done
            events.append(.end)
            return true
        }
        guard let end = firstIndex(of: [13, 10, 13, 10]) else {
            if pending.count > 8192 { throw .headersTooLong }
            return false
        }
        let text = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeFirst(end + 4)
        guard let disposition = text.split(whereSeparator: \.isNewline).first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: disposition)
        else { throw .badHeaders }
        events.append(.part(name: name, fileName: Self.parameter("filename", of: disposition)))
        state = .content
        return true
    }

    /// `name` of `form-data; name="file"; filename="daftar.csv"`; quotes inside are sent as `%22` (WHATWG HTML, section 4.10.21.8).
    private static func parameter(_ name: String, of header: Substring) -> String? {
        var isQuoted = false
        let parts = header.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, String(pair[0]).trimmingWhitespace().lowercased() == name else { continue }
            let value = String(pair[1]).trimmingWhitespace()
            guard value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") else { return value }
            return String(value.dropFirst().dropLast()).replacing("%22", with: "\"")
        }
        return nil
    }

    private mutating func keepTail() {
        if pending.count > delimiter.count { pending.removeFirst(pending.count - delimiter.count) }
    }

    private func firstIndex(of needle: [UInt8]) -> Int? {
        guard pending.count >= needle.count else { return nil }
        let last = pending.count - needle.count
        return pending.withUnsafeBufferPointer { bytes in
            var start = 0
            while start <= last {
                if bytes[start] == needle[0] {
                    var length = 1
                    while length < needle.count, bytes[start + length] == needle[length] { length += 1 }
                    if length == needle.count { return start }
                }
                start += 1
            }
            return nil
        }
    }
}
