/// A language in which courses are written.
public enum LessonLanguage: String, Sendable, Hashable, CaseIterable {
    case indonesian = "id"
    case english = "en"
}
