/// A course: lessons to be taken one after the other, and a final test.
public struct Course: Sendable, Hashable {
    /// A short word: `jualan-online-dari-nol`. It names the course in addresses and commands.
    public let code: String
    public let title: LessonTexts
    public let summary: LessonTexts
    /// The pillar of digital literacy that it teaches.
    public let pillar: Pillar
    /// How long somebody needs for all of it.
    public let minutes: Int
    /// The least percent of the final test with which it is passed.
    public let passMark: Int
    public let lessons: [CoursePart]
    public let finalTest: CoursePart
    /// Drawings, by their file's name.
    public let pictures: [String: [UInt8]]

    /// The four pillars of the national movement for digital literacy.
    public enum Pillar: String, Sendable, Hashable, CaseIterable, Decodable {
        case skills = "digital-skills"
        case culture = "digital-culture"
        case ethics = "digital-ethics"
        case safety = "digital-safety"
    }

    /// The lessons and then the final test.
    public var parts: [CoursePart] { lessons + [finalTest] }

    public func part(_ place: CoursePart.Place) -> CoursePart? { parts.first { $0.place == place } }

    /// Bytes that reach the reader for a part in one language: its text and questions, and the pictures in it.
    public func weight(of part: CoursePart, in language: LessonLanguage) -> Int {
        part[language].weight + part[language].pictures.reduce(0) { $0 + (pictures[$1]?.count ?? 0) }
    }
}

/// A text in both languages.
public struct LessonTexts: Sendable, Hashable, Decodable {
    public let indonesian: String
    public let english: String

    public init(indonesian: String, english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    public subscript(language: LessonLanguage) -> String { language == .indonesian ? indonesian : english }

    private enum CodingKeys: String, CodingKey {
        case indonesian = "id"
        case english = "en"
    }
}
