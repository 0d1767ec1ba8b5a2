import CCMark
import Foundation

/// The text of a lesson as HTML that may be shown as it is.
///
/// It can only come out of ``init(markdown:pictures:)``, which leaves out raw HTML and addresses that run a script (cmark's safe mode) and
/// gives every picture an address that the program makes.
public struct LessonMarkup: Sendable, Hashable {
    public let html: String

    /// - Parameters:
    ///   - markdown: CommonMark.
    ///   - pictures: the address at which a picture of the course stands, by its file's name.
    public init(markdown: String, pictures: (String) -> String) {
        guard let document = cmark_parse_document(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT) else {
            html = ""
            return
        }
        defer { cmark_node_free(document) }
        for image in Self.nodes(of: CMARK_NODE_IMAGE, in: document) {
            let name = cmark_node_get_url(image).map { String(cString: $0) } ?? ""
            cmark_node_set_url(image, pictures(name))
        }
        guard let text = cmark_render_html(document, CMARK_OPT_DEFAULT) else {
            html = ""
            return
        }
        defer { free(text) }
        html = String(cString: text)
    }

    /// The addresses of the pictures in a text, in the order in which they are shown, with the line of the paragraph that each stands in.
    static func pictures(in markdown: String) -> [(file: String, line: Int, hasDescription: Bool)] {
        guard let document = cmark_parse_document(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT) else { return [] }
        defer { cmark_node_free(document) }
        return nodes(of: CMARK_NODE_IMAGE, in: document).map { image in
            var block = cmark_node_parent(image)
            while let inline = block, cmark_node_get_start_line(inline) == 0 { block = cmark_node_parent(inline) }
            return (
                cmark_node_get_url(image).map { String(cString: $0) } ?? "", Int(cmark_node_get_start_line(block)),
                cmark_node_first_child(image) != nil
            )
        }
    }

    private static func nodes(of type: cmark_node_type, in document: OpaquePointer) -> [OpaquePointer] {
        guard let walk = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(walk) }
        var found: [OpaquePointer] = []
        while true {
            switch cmark_iter_next(walk) {
            case CMARK_EVENT_DONE: return found
            case CMARK_EVENT_ENTER:
                if let node = cmark_iter_get_node(walk), cmark_node_get_type(node) == type { found.append(node) }
            default: break
            }
        }
    }
}
