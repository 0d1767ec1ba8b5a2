extension Lesson {
    /// The most that a lesson's text may weigh, in bytes of UTF-8.
    public static let largestText = 100_000

    private static let questionHeadings = ["## Pertanyaan", "## Questions"]

    /// Reads a lesson: `# Title`, the text, then `## Pertanyaan` (or `## Questions`) with one `### Question? {id}` each,
    /// followed by options `- [x]` or `- [ ]`, or a number `= 7500`. Indented lines under these explain them.
    ///
    /// - Throws: ``LessonFault``, the first that is found.
    public init(_ source: String, file: String) throws(LessonFault) {
        func fault(_ line: Int, _ advice: String) -> LessonFault { LessonFault(file: file, line: line, advice: advice) }
        guard source.utf8.count <= Self.largestText else {
            throw fault(1, "the lesson weighs \(source.utf8.count) bytes; shorten it to \(Self.largestText)")
        }
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.last == "\r" ? $0.dropLast() : $0 }
        guard let first = lines.first, first.hasPrefix("# "), !first.dropFirst(2).allSatisfy(\.isWhitespace) else {
            throw fault(1, "begin with the title: “# Foto yang terang”")
        }
        title = String(first.dropFirst(2))
        let heading = lines.firstIndex { Self.questionHeadings.contains(String($0)) } ?? lines.endIndex
        text = lines[1..<heading].joined(separator: "\n")
        weight = source.utf8.count
        // The text begins on the second line of the file.
        pictureMentions = LessonMarkup.pictures(in: text).map {
            PictureMention(file: $0.file, line: $0.line + 1, hasDescription: $0.hasDescription)
        }
        guard text.contains(where: { !$0.isWhitespace }) else { throw fault(2, "write the lesson’s text under its title") }

        var drafts: [QuestionDraft] = []
        for (place, content) in lines.enumerated().dropFirst(heading + 1) where !content.allSatisfy(\.isWhitespace) {
            let line = place + 1
            if content.hasPrefix("### ") {
                drafts.append(try QuestionDraft(content.dropFirst(4), line: line, file: file))
                if drafts.dropLast().contains(where: { $0.id == drafts[drafts.count - 1].id }) {
                    throw fault(line, "another question has this id; give this one an id of its own")
                }
            } else if drafts.isEmpty {
                throw fault(line, "begin the first question with “### ” and end it with an id: “### Berapa? {harga-1}”")
            } else if let advice = drafts[drafts.count - 1].add(content) {
                throw fault(line, advice)
            }
        }
        var questions: [Question] = []
        for draft in drafts { questions.append(try draft.question(file: file)) }
        self.questions = questions
    }
}
