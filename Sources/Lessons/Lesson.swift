/// A lesson in one language: a title, a text in Markdown, and questions.
public struct Lesson: Sendable, Hashable {
    public let title: String
    /// CommonMark, without the title and the questions.
    public let text: String
    public let questions: [Question]
    /// Bytes of the whole file.
    public let weight: Int
    /// Where pictures are shown, and whether it is said what they show.
    let pictureMentions: [PictureMention]

    /// The files of the pictures in it, each once.
    public var pictures: Set<String> { Set(pictureMentions.map(\.file)) }

    struct PictureMention: Sendable, Hashable {
        let file: String
        /// Counted from 1 in the lesson's file.
        let line: Int
        let hasDescription: Bool
    }
}
