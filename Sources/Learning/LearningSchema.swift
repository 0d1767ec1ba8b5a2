public import Storage

/// The tables of programmes' definitions, classes, enrolments and attendance.
public enum LearningSchema {
    public static let migrations: [Migration] = []
}
