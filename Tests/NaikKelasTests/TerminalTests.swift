import Foundation
import Logging
import Synchronization
import Testing

@testable import NaikKelas

@Suite("What stands on the terminal")
struct TerminalTests {
    @Test(
        "the time left follows from the pace so far, and is not guessed at",
        arguments: [
            (0.5, 10.0, "0:10"), (0.25, 60, "3:00"), (0.1, 600, "1:30:00"), (0.005, 60, nil), (0.5, 0.1, nil), (1, 60, nil),
        ])
    func remaining(fraction: Double, seconds: Double, expected: String?) {
        #expect(ProgressText.remaining(fraction: fraction, elapsed: .seconds(seconds)) == expected)
    }

    @Test("a terminal sees one line that is written over, a file sees a line every five seconds")
    func meter() {
        let start = ContinuousClock.now
        for isTerminal in [true, false] {
            let written = Written()
            let console = Console(write: { _ in true }, warnRaw: { text in written.text.withLock { $0 += text } }, isTerminal: isTerminal)
            var meter = ProgressMeter("list.csv", on: console, at: start)
            for tick in 1...200 {
                meter.show(fraction: Double(tick) / 200, rows: tick * 1000, at: start + .milliseconds(tick * 60))
            }
            meter.clear()
            let text = written.text.withLock(\.self)
            #expect(text.filter { $0 == "\n" }.count == (isTerminal ? 0 : 2))
            #expect(text.contains("rows, 0:0"))
            if isTerminal { #expect(text.hasSuffix("\r") && text.contains("█·")) }
        }
    }

    @Test("figures stand under each other")
    func table() {
        let table = TextTable(
            columns: [.init(title: "name"), .init(title: "rows", isFigure: true)], rows: [["toko", "1,234"], ["warung kopi", "5"]])
        #expect(table.text == "name          rows\n───────────  ─────\ntoko         1,234\nwarung kopi      5\n")
    }

    @Test("cells of a CSV line survive a reader and do no harm in a spreadsheet")
    func csv() {
        #expect(csvLine(["a,b", "say \"x\"", "two\nlines", "plain"]) == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain\r\n")
        #expect(csvLine(["=HYPERLINK(1)", "@SUM", "+62", "-5", "- strip"]) == "'=HYPERLINK(1),'@SUM,+62,-5,'- strip\r\n")
    }

    @Test("numbers are grouped by thousands", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
    func numbers(number: Int, expected: String) {
        #expect(grouped(number) == expected)
    }

    @Test("a log entry is one line of JSON whose metadata cannot pass for the message")
    func log() throws {
        var handler = JSONLogHandler(label: "jobs", logLevel: .info)
        let lines = Written()
        handler.write = { line in lines.text.withLock { $0 += line } }
        var logger = Logger(label: "jobs") { [handler] _ in handler }
        logger[metadataKey: "job"] = "7"
        logger.info("two\nlines", metadata: ["message": "forged", "rows": "12"])
        logger.debug("not shown")
        let text = lines.text.withLock(\.self)
        #expect(text.filter(\.isNewline).count == 1)
        let entry = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String])
        #expect(entry["message"] == "two\nlines" && entry["level"] == "info" && entry["label"] == "jobs")
        #expect(entry["job"] == "7" && entry["rows"] == "12")
        #expect(entry["time"]?.hasSuffix("Z") == true)
    }
}

private final class Written: Sendable {
    let text = Mutex("")
}
