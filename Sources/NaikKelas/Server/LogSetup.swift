import Foundation
import Logging
import Storage

extension Settings {
    /// Sends the logs of the whole program to standard error, as these settings say. To be called once.
    func startLogging() {
        let (level, format) = (logLevel, logFormat)
        LoggingSystem.bootstrap { label in
            switch format {
            case .text:
                var handler = StreamLogHandler.standardError(label: label)
                handler.logLevel = level
                return handler
            case .json:
                return JSONLogHandler(label: label, logLevel: level)
            }
        }
    }
}

/// Writes each entry of the log as one JSON object on a line of its own, for a program to read.
struct JSONLogHandler: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    /// Takes a line, ended.
    var write: @Sendable (String) -> Void = { line in
        // There is nowhere to report that the log cannot be written.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    init(label: String, logLevel: Logger.Level) {
        self.label = label
        self.logLevel = logLevel
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        write(line(for: event, at: .now))
    }

    /// The line of an entry, ended; `time`, `level`, `label` and `message` stand beside the metadata, which cannot replace them.
    func line(for event: LogEvent, at time: Timestamp) -> String {
        var entry = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }.mapValues(\.description)
        entry["time"] = time.description
        entry["level"] = event.level.rawValue
        entry["label"] = label
        entry["message"] = event.message.description
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = (try? encoder.encode(entry)).map { String(decoding: $0, as: UTF8.self) }
        return (json ?? "{}") + "\n"
    }
}
