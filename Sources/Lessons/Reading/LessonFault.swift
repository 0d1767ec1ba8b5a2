/// What is wrong with a lesson's file, where, and what to do.
public struct LessonFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let advice: String

    public var description: String { "\(file):\(line): \(advice)" }
}
