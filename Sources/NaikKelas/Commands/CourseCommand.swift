import ArgumentParser
import Foundation
import Lessons

struct CourseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: "Checks courses of lessons, and packs them to be taken along without network.",
        discussion: "How a course is written stands in Docs/writing-courses.md.\n\nExample:\n  naikkelas course check my-course/",
        subcommands: [CourseListCommand.self, CourseCheckCommand.self, CoursePackageCommand.self])
}

struct CourseListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The courses that come with the program.", discussion: "Example:\n  naikkelas course list")

    func run() async throws {
        let table = TextTable(
            columns: [
                .init(title: "code"), .init(title: "lessons", isFigure: true), .init(title: "minutes", isFigure: true),
                .init(title: "title"),
            ],
            rows: try Course.shipped().map { [$0.code, "\($0.lessons.count)", "\($0.minutes)", $0.title.indonesian] })
        try Console.current.put(table.text)
    }
}

struct CourseCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says whether a course can be used, and what each lesson weighs.",
        discussion:
            "Ends with 1 at the first fault, naming the file, the line and what to do.\n\nExample:\n  naikkelas course check my-course/")

    @Argument(help: "The folder of the course.")
    var folder: String

    func run() async throws {
        let course = try readCourse(in: folder)
        let table = TextTable(
            columns: [
                .init(title: "part"), .init(title: "questions", isFigure: true), .init(title: "bytes id", isFigure: true),
                .init(title: "bytes en", isFigure: true), .init(title: "title"),
            ],
            rows: course.parts.map { part in
                [
                    part.place.description, "\(part.questions.count)", "\(course.weight(of: part, in: .indonesian))",
                    "\(course.weight(of: part, in: .english))", part.indonesian.title,
                ]
            })
        try Console.current.put(table.text)
        try Console.current.line("\(course.code) can be used")
    }
}

struct CoursePackageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package",
        abstract: "Packs a course in one language as one ZIP file that is read without network.",
        discussion: """
            The pages open in any browser from where the file is unpacked. With --site, results are handed to that site once there is a network.

            Example:
              naikkelas course package jualan-online-dari-nol --language id --site https://naikkelas.example --output jualan.zip
            """)

    enum Language: String, ExpressibleByArgument, CaseIterable {
        case id, en

        var lessonLanguage: LessonLanguage { self == .id ? .indonesian : .english }
    }

    @Argument(help: "The code of a course that comes with the program, or the folder of another one.")
    var course: String

    @Option(help: "id or en.")
    var language = Language.id

    @Option(help: ArgumentHelp("Where results are sent to.", valueName: "address"))
    var site: String?

    @Option(help: ArgumentHelp("The file to write; the course’s own name in this folder unless said.", valueName: "file"))
    var output: String?

    func validate() throws {
        if let site, !site.hasPrefix("https://"), !site.hasPrefix("http://") {
            throw ValidationError("--site is an address such as https://naikkelas.example")
        }
    }

    func run() async throws {
        let chosen = try Course.shipped().first { $0.code == course } ?? readCourse(in: course)
        let site = site.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        guard let package = OfflinePackage(chosen, in: language.lessonLanguage, site: site) else {
            throw CommandFailure("there is too little memory to pack the course")
        }
        let file = output ?? package.fileName
        do {
            try Data(package.bytes).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw CommandFailure("\(file) cannot be written: \(error.localizedDescription)")
        }
        try Console.current.line("\(file): \(package.bytes.count) bytes")
    }
}

/// The course of a folder.
///
/// - Throws: ``CommandFailure`` that says what is wrong with it.
private func readCourse(in folder: String) throws -> Course {
    do {
        return try Course(folder: URL(filePath: folder, directoryHint: .isDirectory))
    } catch let fault as LessonFault {
        throw CommandFailure("\(fault)")
    } catch {
        throw CommandFailure(
            "there is no course in \(folder): \(error.localizedDescription); “naikkelas course list” shows those that come along")
    }
}
