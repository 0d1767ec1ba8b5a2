import Crypto

/// A lesson of a course, or its final test, in both languages.
public struct CoursePart: Sendable, Hashable {
    /// Where it stands in its course. Written as `3`, or `test`.
    public enum Place: Sendable, Hashable, CustomStringConvertible {
        /// Counted from 1.
        case lesson(Int)
        case finalTest

        public init?(_ text: some StringProtocol) {
            if text == "test" {
                self = .finalTest
            } else if let number = Int(text), (1...99).contains(number), String(number) == text {
                self = .lesson(number)
            } else {
                return nil
            }
        }

        public var description: String {
            switch self {
            case .lesson(let number): "\(number)"
            case .finalTest: "test"
            }
        }
    }

    public let place: Place
    public let indonesian: Lesson
    public let english: Lesson

    public subscript(language: LessonLanguage) -> Lesson { language == .indonesian ? indonesian : english }

    /// The questions, by which answers in either language are marked.
    public var questions: [Question] { indonesian.questions }

    /// Which questions there are and what is right, as 16 hexadecimal digits: another wording keeps it, another question or answer does not.
    ///
    /// Answers that were given to one version cannot be marked by another.
    public var version: String {
        let key = questions.map { "\($0.id) \($0.answerKey)" }.joined(separator: "\n")
        return SHA256.hash(data: Array(key.utf8)).prefix(8).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

extension Question {
    /// The kind of the question, how many options it has, and what is right: `several 4 0,2`, `number 7500`.
    var answerKey: String {
        switch kind {
        case .single(let options), .several(let options):
            let right = options.indices.filter { options[$0].isRight }.map(String.init).joined(separator: ",")
            return "\(right.contains(",") ? "several" : "single") \(options.count) \(right)"
        case .number(let value, _): return "number \(value)"
        }
    }
}
