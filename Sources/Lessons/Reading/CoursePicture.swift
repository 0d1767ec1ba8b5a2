/// What a drawing of a course may be: SVG that stands alone and does nothing.
enum CoursePicture {
    /// The most that a drawing may weigh, in bytes.
    static let heaviest = 20_000

    private static let forbidden = [
        "<script", "<foreignobject", "<style", "<image", "<use", "<a ", "<a>", "<animate", "<set", "<iframe", "href", "url(", "<!", "<?",
        "data:", "javascript:",
    ]

    /// What to do about a drawing that may not be shown; nil if it may.
    static func advice(about drawing: String) -> String? {
        let text = drawing.lowercased()
        guard text.hasPrefix("<svg") else { return "begin with <svg" }
        guard drawing.utf8.count <= heaviest else { return "the drawing weighs \(drawing.utf8.count) bytes; bring it down to \(heaviest)" }
        if let found = forbidden.first(where: text.contains) { return "a drawing stands alone and does nothing; remove “\(found)”" }
        if text.firstMatch(of: /[\s"'\/]on[a-z]+\s*=/) != nil { return "a drawing does nothing; remove what begins with “on”" }
        return nil
    }
}
