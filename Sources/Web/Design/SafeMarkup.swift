import Lessons
import Marketplaces

/// Markup that enters a page as it is.
///
/// How that is kept safe: a `SafeMarkup` can only come out of a ``MarkupPen``, whose element and attribute names are literals of the
/// program and which escapes every text and every attribute value, or out of a lesson's markup, which its room cleans. No initialiser takes a
/// string.
/// In a template it is drawn by an empty section, `{{#map}}{{/map}}`, never by `{{{map}}}`, which the tests forbid together with
/// `{{&map}}`; so nothing but a `SafeMarkup` can reach a page unescaped. A `{{map}}` by mistake shows the markup as text.
public struct SafeMarkup: Sendable {
    let text: String

    fileprivate init(text: String) {
        self.text = text
    }

    /// The text of a lesson, in which there is no raw HTML.
    init(_ lesson: LessonMarkup) {
        text = lesson.html
    }
}

extension SafeMarkup {
    /// A product for machines that read the page (JSON-LD): its room escapes whatever could end the element.
    init(_ product: ProductMarkup) {
        self.init(text: #"<script type="application/ld+json">"# + product.json + "</script>")
    }
}

/// The value of an attribute that a ``MarkupPen`` writes.
enum AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    case text(String)
    /// Written with at most one digit after the point.
    case number(Double)
    /// A share of the width or height: 0.5 becomes `50%`.
    case share(Double)

    init(stringLiteral value: StaticString) { self = .text(value.description) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(floatLiteral value: Double) { self = .number(value) }
}

/// Writes markup element by element.
struct MarkupPen {
    private var text = ""

    /// What `write` wrote.
    static func markup(_ write: (inout MarkupPen) -> Void) -> SafeMarkup {
        var pen = MarkupPen()
        write(&pen)
        return SafeMarkup(text: pen.text)
    }

    /// An element with nothing in it.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue>) {
        open(name, attributes)
        text += "/>"
    }

    /// An element with text in it.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue> = [:], text content: String) {
        open(name, attributes)
        text += ">"
        escape(content)
        close(name)
    }

    /// What another pen wrote.
    mutating func add(_ markup: SafeMarkup) {
        text += markup.text
    }

    /// An element with other elements in it.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue> = [:], _ write: (inout MarkupPen) -> Void
    ) {
        open(name, attributes)
        text += ">"
        write(&self)
        close(name)
    }

    private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue>) {
        text += "<"
        text += name.description
        for (attribute, value) in attributes {
            text += " "
            text += attribute.description
            text += "=\""
            switch value {
            case .text(let string): escape(string)
            case .number(let number): text += Self.coordinate(number)
            case .share(let share): text += Self.coordinate(share * 100) + "%"
            }
            text += "\""
        }
    }

    private mutating func close(_ name: StaticString) {
        text += "</"
        text += name.description
        text += ">"
    }

    private mutating func escape(_ string: String) {
        guard string.utf8.contains(where: { [0x22, 0x26, 0x27, 0x3C, 0x3E].contains($0) }) else {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// A coordinate with at most one digit after the point, as few bytes as it takes.
    static func coordinate(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "0" }
        let tenths = Int64((value * 10).rounded())
        let whole = "\(tenths.magnitude / 10)"
        let fraction = tenths.magnitude % 10
        return (tenths < 0 ? "-" : "") + whole + (fraction == 0 ? "" : ".\(fraction)")
    }
}
