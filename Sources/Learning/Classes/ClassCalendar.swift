public import Storage

/// The sessions of a cohort as a calendar that phones and desks subscribe to (iCalendar, RFC 5545).
public struct ClassCalendar: Sendable {
    private let name: String
    private let sessions: [ClassSession]
    private let stamp: Timestamp

    /// - Parameter stamp: when it is handed out.
    public init(name: String, sessions: [ClassSession], stamp: Timestamp) {
        self.name = name
        self.sessions = sessions
        self.stamp = stamp
    }

    /// The calendar as UTF-8 text; lines end in CR LF and are folded at 75 bytes (section 3.1).
    public var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Naik Kelas//Kelas//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + Self.escaped(name), "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        ]
        for session in sessions {
            lines += [
                "BEGIN:VEVENT", "UID:\(session.id)@naikkelas", "DTSTAMP:" + Self.time(stamp), "DTSTART:" + Self.time(session.startsAt),
                "DTEND:" + Self.time(session.endsAt), "SEQUENCE:\(session.changes)", "LAST-MODIFIED:" + Self.time(session.changedAt),
                "SUMMARY:" + Self.escaped(session.title), "STATUS:" + (session.isCancelled ? "CANCELLED" : "CONFIRMED"),
            ]
            if !session.place.isEmpty || !session.link.isEmpty {
                lines.append("LOCATION:" + Self.escaped([session.place, session.link].filter { !$0.isEmpty }.joined(separator: ", ")))
            }
            if !session.link.isEmpty { lines.append("URL:" + session.link.filter { $0 != "\r" && $0 != "\n" }) }
            if !session.trainer.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(session.trainer)) }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined()
    }

    /// `20261126T020000Z`.
    private static func time(_ instant: Timestamp) -> String {
        instant.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// Section 3.3.11: backslash, semicolon, comma and line ends are written with a backslash.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\r\n", "\n", "\r": escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// Lines of more than 75 bytes go on in the next behind a blank, never within a character.
    private static func folded(_ line: String) -> String {
        var folded = ""
        var width = 0
        for character in line.unicodeScalars {
            let bytes = String(character).utf8.count
            if width + bytes > 75 {
                folded += "\r\n "
                width = 1
            }
            folded.unicodeScalars.append(character)
            width += bytes
        }
        return folded + "\r\n"
    }
}
