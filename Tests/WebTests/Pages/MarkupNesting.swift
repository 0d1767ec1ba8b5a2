/// Checks that elements nest.
enum MarkupNesting {
    private static let empty: Set<Substring> = ["meta", "link", "input", "br", "hr", "img"]

    /// A sentence about the first element that is not closed where it should be, or nil if all is well.
    static func firstFault(in html: String) -> String? {
        var open: [Substring] = []
        for match in html.matches(of: /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"]*")*?)(\/?)>/) {
            let (_, slash, name, _, selfClosing) = match.output
            if !slash.isEmpty {
                guard open.popLast() == name else { return "</\(name)> closes nothing" }
            } else if selfClosing.isEmpty, !empty.contains(name) {
                open.append(name)
            }
        }
        return open.last.map { "<\($0)> is never closed" }
    }
}
