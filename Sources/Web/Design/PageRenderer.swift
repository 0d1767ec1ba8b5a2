import Foundation
import Mustache
import Synchronization

/// Turns pages into bytes. Made once at start; it reads every template then, and never again.
public struct PageRenderer: Sendable {
    /// The stylesheet, the script and the icon, under names that change with their contents.
    public let assets: StaticAssets
    private let library: MustacheLibrary

    /// - Throws: ``RendererError`` if the resources are missing, or the parser's error for a template that is not Mustache.
    public init() throws {
        assets = try StaticAssets()
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in try Self.templateTexts() {
            templates[name] = try MustacheTemplate(string: Self.withoutIndentation(text))
        }
        library = MustacheLibrary(templates: templates)
    }

    /// The page as UTF-8, to be sent as `text/html; charset=utf-8`.
    public func render(_ page: some Page, in frame: Frame) -> [UInt8] {
        Array(text(of: page, in: frame, missing: nil).utf8)
    }

    /// The names that the page's template asks for and neither the page nor its words know.
    ///
    /// Mustache renders an unknown name as nothing; the tests ask here for every page, so that none slips through.
    public func namesMissing(from page: some Page, in frame: Frame) -> Set<String> {
        let missing = MissingNames()
        _ = text(of: page, in: frame, missing: missing)
        return missing.names
    }

    private func text<Content: Page>(of page: Content, in frame: Frame, missing: MissingNames?) -> String {
        let language = frame.language
        let root = Root(
            page: Bound(model: page, language: language),
            words: Words(table: Content.words, language: language, missing: missing),
            frame: Closed(model: FrameModel(page: page, frame: frame, assets: assets), name: "frame", language: language, missing: missing),
            missing: missing)
        guard let text = library.render(root, withTemplate: Content.template) else {
            missing?.record("template \(Content.template)")
            return ""
        }
        return text
    }

    /// The source of every template, by its path below `templates`.
    static func templateTexts() throws -> [String: String] {
        let folder = resources().appending(path: "templates", directoryHint: .isDirectory)
        let prefix = folder.path(percentEncoded: false)
        var texts: [String: String] = [:]
        guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
            throw RendererError.resourcesMissing(prefix)
        }
        for case let file as URL in files where file.pathExtension == "mustache" {
            let name = file.deletingPathExtension().path(percentEncoded: false).dropFirst(prefix.count)
            texts[String(name)] = try String(contentsOf: file, encoding: .utf8)
        }
        guard !texts.isEmpty else { throw RendererError.resourcesMissing(prefix) }
        return texts
    }

    /// The folder of resources that was copied beside the program.
    static func resources() -> URL {
        Bundle.module.bundleURL.appending(path: "Resources", directoryHint: .isDirectory).standardizedFileURL
    }

    /// Indentation is for those who write templates; readers would pay for it by the byte.
    private static func withoutIndentation(_ text: String) -> String {
        text.split(separator: "\n").lazy.map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

/// Why no page can be rendered.
public enum RendererError: Error, CustomStringConvertible {
    case resourcesMissing(String)

    public var description: String {
        switch self {
        case .resourcesMissing(let path): "The pages' templates are not at \(path); the program was moved without its resource bundle."
        }
    }
}

/// Collects names that nobody knew.
private final class MissingNames: Sendable {
    private let seen = Mutex<Set<String>>([])

    var names: Set<String> { seen.withLock { $0 } }

    func record(_ name: String) {
        seen.withLock { _ = $0.insert(name) }
    }
}

/// The bottom of the stack that a template looks names up in: what is not known here is known nowhere.
private struct Root: MustacheParent {
    let page: Bound
    let words: Words
    let frame: Closed
    let missing: MissingNames?

    func child(named name: String) -> Any? {
        switch name {
        case "t": return words
        case "frame": return frame
        default:
            let child = page.child(named: name)
            if child == nil { missing?.record(name) }
            return child
        }
    }
}

/// A model together with the language it is read in.
private struct Bound: MustacheParent {
    let model: any TemplateModel
    let language: Language

    func child(named name: String) -> Any? {
        switch model.value(named: name) {
        case nil: nil
        case .absent: Absent()
        case .flag(let flag): flag
        case .model(let model): Bound(model: model, language: language)
        case .list(let models): models.map { Bound(model: $0, language: language) }
        case .drawing(let drawing): MustacheLambda { Drawn(markup: drawing.draw(in: language)) }
        case let value?: value.text(in: language)
        }
    }
}

/// A model that is only asked through its own name, as in `frame.language`, and so must know what it is asked.
private struct Closed: MustacheParent {
    let model: any TemplateModel
    let name: String
    let language: Language
    let missing: MissingNames?

    func child(named child: String) -> Any? {
        let value = Bound(model: model, language: language).child(named: child)
        if value == nil { missing?.record("\(name).\(child)") }
        return value
    }
}

private struct Words: MustacheParent {
    let table: PhraseTable
    let language: Language
    let missing: MissingNames?

    func child(named name: String) -> Any? {
        guard let phrase = table[name] ?? PhraseTable.common[name] else {
            missing?.record("t.\(name)")
            return nil
        }
        return phrase[language]
    }
}

/// Known, and empty: it stops the search through the stack, which a plain nil would let climb to a name of the same spelling.
private struct Absent: MustacheCustomRepresentation {
    var representation: Any? { nil }
}

/// What an empty section over a drawing yields. It is no `String`, which Mustache would parse as a template once more.
private struct Drawn: CustomStringConvertible {
    let markup: SafeMarkup

    var description: String { markup.text }
}
