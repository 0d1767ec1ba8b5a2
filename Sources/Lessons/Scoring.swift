/// What somebody answered to one question.
public enum Answer: Sendable, Hashable {
    /// The places of the chosen options, counted from 0.
    case options(Set<Int>)
    case number(Int)
}

/// How a set of answers was marked.
public struct Score: Sendable, Hashable {
    /// Whether each question was answered rightly, by its id; one that was left out counts as wrong.
    public let results: [String: Bool]
    /// Rounded down, so that nobody passes by rounding.
    public let percent: Int
    public let isPassed: Bool
}

extension Question {
    /// Whether an answer is wholly right.
    public func isRight(_ answer: Answer) -> Bool {
        switch (kind, answer) {
        case (.single(let options), .options(let chosen)), (.several(let options), .options(let chosen)):
            chosen == Set(options.indices.filter { options[$0].isRight })
        case (.number(let right, _), .number(let given)): right == given
        default: false
        }
    }
}

extension [Question] {
    /// Marks answers, given by the ids of their questions. Without questions nothing can be passed.
    public func score(_ answers: [String: Answer], passMark: Int) -> Score {
        var results: [String: Bool] = [:]
        for question in self { results[question.id] = answers[question.id].map(question.isRight) ?? false }
        let right = results.values.count { $0 }
        let percent = results.isEmpty ? 0 : right * 100 / results.count
        return Score(results: results, percent: percent, isPassed: !results.isEmpty && percent >= passMark)
    }
}
