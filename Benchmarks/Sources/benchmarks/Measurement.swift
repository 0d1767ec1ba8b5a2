import Foundation
import Storage

/// What the process has used of the machine so far.
enum Machine {
    /// The most memory that the process has ever held at once, mapped files included, in bytes; 0 where the system does not tell.
    static var peakMemory: Int { kibibytes("VmHWM:") * 1024 }

    /// The memory that the process holds now besides the files that it maps, in bytes; 0 where the system does not tell.
    static var ownMemory: Int { kibibytes("RssAnon:") * 1024 }

    private static func kibibytes(_ name: String) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }

    /// Seconds of all cores that the process has used, its threads together.
    static var processorSeconds: Double {
        var used = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
        return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
    }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
    var milliseconds: Double { self / .milliseconds(1) }
}

extension Double {
    /// The number with so many digits behind the point.
    func rounded(to digits: Int) -> String {
        formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en_US_POSIX")))
    }
}

/// How long the repetitions of one thing took.
struct Times {
    private var sorted: [Duration]

    init(_ times: [Duration]) {
        sorted = times.sorted()
    }

    var median: Duration { quantile(0.5) }
    var p99: Duration { quantile(0.99) }

    private func quantile(_ share: Double) -> Duration {
        sorted.isEmpty ? .zero : sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
    }
}

extension SQLConnection {
    /// How much room the database takes, in bytes.
    func databaseBytes() throws -> Int {
        switch dialect {
        case .sqlite:
            try value("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()") ?? 0
        case .postgresql:
            try value("SELECT pg_database_size(current_database())") ?? 0
        }
    }
}
