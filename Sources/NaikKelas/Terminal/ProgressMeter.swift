/// Shows how far long work has come: on a terminal one line that is written over, elsewhere a line every few seconds.
struct ProgressMeter {
    private let label: String
    private let console: Console
    private let started: ContinuousClock.Instant
    private var shown: ContinuousClock.Instant?
    private var longest = 0

    init(_ label: String, on console: Console, at now: ContinuousClock.Instant = .now) {
        self.label = label
        self.console = console
        started = now
    }

    /// - Parameters:
    ///   - fraction: how much of the work is done, 0…1.
    ///   - rows: how many rows that is.
    mutating func show(fraction: Double, rows: Int, at now: ContinuousClock.Instant = .now) {
        let pause: Duration = console.isTerminal ? .milliseconds(100) : .seconds(5)
        guard now - (shown ?? started) >= pause || (shown == nil && console.isTerminal) else { return }
        shown = now
        let text = ProgressText.line(label: label, fraction: fraction, rows: rows, elapsed: now - started, hasBar: console.isTerminal)
        if console.isTerminal {
            console.warnRaw("\r" + text + String(repeating: " ", count: max(0, longest - text.count)))
            longest = max(longest, text.count)
        } else {
            console.warn(text)
        }
    }

    /// Takes the line away again, so that what comes next stands in its place.
    mutating func clear() {
        guard console.isTerminal, longest > 0 else { return }
        console.warnRaw("\r" + String(repeating: " ", count: longest) + "\r")
        longest = 0
    }
}

/// The words of a progress line.
enum ProgressText {
    static func line(label: String, fraction: Double, rows: Int, elapsed: Duration, hasBar: Bool) -> String {
        let share = min(max(fraction, 0), 1)
        let percent = Int(share * 100)
        let filled = Int(share * 24)
        let bar = hasBar ? " [" + String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled) + "]" : ":"
        let left = remaining(fraction: share, elapsed: elapsed).map { ", \($0) left" } ?? ""
        return "\(label)\(bar) \(percent) %, \(grouped(rows)) rows\(left)"
    }

    /// How long the rest will take at the pace so far; nil as long as that would be a guess.
    static func remaining(fraction: Double, elapsed: Duration) -> String? {
        let seconds = elapsed / .seconds(1)
        guard fraction >= 0.01, fraction < 1, seconds >= 0.5 else { return nil }
        let left = Int((seconds * (1 - fraction) / fraction).rounded(.up))
        let (hours, minutes) = (left / 3600, left / 60 % 60)
        return hours > 0 ? "\(hours):\(padded(minutes)):\(padded(left % 60))" : "\(minutes):\(padded(left % 60))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A whole number with its thousands parted by commas: `1,234,567`.
func grouped(_ number: some BinaryInteger) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
        text.append(digit)
    }
    return text
}
