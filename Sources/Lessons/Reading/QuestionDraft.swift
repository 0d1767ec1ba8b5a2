/// A question while its lines are being read.
struct QuestionDraft {
    let line: Int
    let id: String
    let text: String
    private var options: [(text: String, isRight: Bool, explanation: String)] = []
    private var number: (value: Int, explanation: String)?

    init(_ heading: Substring, line: Int, file: String) throws(LessonFault) {
        self.line = line
        let advice = "end the question with an id of small letters, digits and hyphens: “### Berapa? {harga-1}”"
        guard heading.last == "}", let brace = heading.lastIndex(of: "{") else { throw LessonFault(file: file, line: line, advice: advice) }
        let id = heading[heading.index(after: brace)...].dropLast()
        let text = heading[..<brace].split(separator: " ").joined(separator: " ")
        guard !id.isEmpty, !text.isEmpty, id.allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }) else {
            throw LessonFault(file: file, line: line, advice: advice)
        }
        self.id = String(id)
        self.text = text
    }

    /// Takes the next line; returns what to do where it cannot be understood.
    mutating func add(_ line: Substring) -> String? {
        if line.hasPrefix("- [x] ") || line.hasPrefix("- [ ] ") {
            guard number == nil else { return "a question has options or a number, not both; remove one" }
            options.append((String(line.dropFirst(6)), line.hasPrefix("- [x]"), ""))
        } else if line.hasPrefix("= ") {
            guard number == nil, options.isEmpty else { return "a question has options or one number, not both; remove one" }
            guard let value = Int(line.dropFirst(2)) else { return "write a whole number without dots: “= 7500”" }
            number = (value, "")
        } else if line.hasPrefix("  ") {
            let words = line.split(separator: " ").joined(separator: " ")
            func joined(_ text: String) -> String { text.isEmpty ? words : text + " " + words }
            if !options.isEmpty {
                options[options.count - 1].explanation = joined(options[options.count - 1].explanation)
            } else if let given = number {
                number = (given.value, joined(given.explanation))
            } else {
                return "an explanation follows an option or a number; write that first"
            }
        } else {
            return "begin with “- [x] ”, “- [ ] ” or “= ”, or indent an explanation by two spaces"
        }
        return nil
    }

    func question(file: String) throws(LessonFault) -> Question {
        func fault(_ advice: String) -> LessonFault { LessonFault(file: file, line: line, advice: advice) }
        if let number {
            guard !number.explanation.isEmpty else { throw fault("explain the number on an indented line under it") }
            return Question(id: id, text: text, kind: .number(number.value, explanation: number.explanation), line: line)
        }
        guard options.count >= 2 else { throw fault("give the question at least two options, or a number") }
        guard options.allSatisfy({ !$0.explanation.isEmpty }) else { throw fault("explain every option on an indented line under it") }
        let all = options.map { Question.Option(text: $0.text, isRight: $0.isRight, explanation: $0.explanation) }
        switch all.count(where: \.isRight) {
        case 0: throw fault("mark what is right with “- [x] ”")
        case 1: return Question(id: id, text: text, kind: .single(all), line: line)
        default: return Question(id: id, text: text, kind: .several(all), line: line)
        }
    }
}
