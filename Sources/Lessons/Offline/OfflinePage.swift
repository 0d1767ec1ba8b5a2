/// The pages of an offline package.
enum OfflinePage {
    static func file(_ place: CoursePart.Place) -> String { "\(CourseFile.name(place)).html" }

    static func index(_ course: Course, _ language: LessonLanguage) -> String {
        let words = OfflineWords.words(in: language)
        let items = course.parts.map { part in
            "<li><a href=\"\(file(part.place))\">\(escaped(part[language].title))</a></li>"
        }
        return page(
            title: course.title[language], language,
            """
            <h1>\(escaped(course.title[language]))</h1>
            <p>\(escaped(course.summary[language]))</p>
            <p>\(words.about)</p>
            <h2>\(words.lessons)</h2>
            <ol>
            \(items.joined(separator: "\n"))
            </ol>
            """)
    }

    static func part(
        _ part: CoursePart, of course: Course, _ language: LessonLanguage, site: String?, next: CoursePart.Place?
    ) -> String {
        let words = OfflineWords.words(in: language)
        let lesson = part[language]
        var body = """
            <p><a href="index.html">\(words.back)</a></p>
            <h1>\(escaped(lesson.title))</h1>
            \(LessonMarkup(markdown: lesson.text) { $0 }.html)
            """
        if !lesson.questions.isEmpty {
            body += """

                <h2>\(words.questions)</h2>
                <form class="questions" data-course="\(course.code)" data-part="\(part.place)" data-version="\(part.version)"\
                \(site.map { " data-site=\"\(escaped($0))\"" } ?? "")>
                \(lesson.questions.map { question($0, words) }.joined(separator: "\n"))
                <p><button>\(words.check)</button></p>
                <p class="result" role="status" hidden></p>
                <p class="send" hidden><a>\(words.send)</a></p>
                </form>
                <details class="answers"><summary>\(words.answers)</summary>
                <ol>
                \(lesson.questions.map(answer).joined(separator: "\n"))
                </ol></details>
                """
        }
        if let next { body += "\n<p><a href=\"\(file(next))\">\(words.next)</a></p>" }
        return page(title: lesson.title, language, body)
    }

    private static func question(_ question: Question, _ words: OfflineWords) -> String {
        let name = escaped(question.id)
        func explanation(_ text: String, place: Int) -> String {
            "<p class=\"explanation\" data-place=\"\(place)\" hidden>\(escaped(text))</p>"
        }
        func fieldset(_ kind: String, _ right: String, _ hint: String?, _ content: String) -> String {
            """
            <fieldset data-id="\(name)" data-kind="\(kind)" data-right="\(right)"><legend>\(escaped(question.text))</legend>
            \(hint.map { "<p class=\"hint\">\($0)</p>\n" } ?? "")\(content)
            <p class="verdict right" hidden>\(words.right)</p><p class="verdict wrong" hidden>\(words.wrong)</p>
            </fieldset>
            """
        }
        func choices(_ type: String, _ options: [Question.Option]) -> String {
            options.enumerated().map { place, option in
                "<label><input type=\"\(type)\" name=\"\(name)\" value=\"\(place)\"> \(escaped(option.text))</label>"
                    + explanation(option.explanation, place: place)
            }.joined(separator: "\n")
        }
        switch question.kind {
        case .single(let options):
            return fieldset("single", right(options), nil, choices("radio", options))
        case .several(let options):
            return fieldset("several", right(options), words.several, choices("checkbox", options))
        case .number(let value, let text):
            return fieldset(
                "number", "\(value)", words.number,
                "<input type=\"text\" inputmode=\"numeric\" name=\"\(name)\" aria-label=\"\(escaped(question.text))\" autocomplete=\"off\">"
                    + explanation(text, place: 0))
        }
    }

    private static func right(_ options: [Question.Option]) -> String {
        options.indices.filter { options[$0].isRight }.map(String.init).joined(separator: ",")
    }

    /// For browsers without a script.
    private static func answer(_ question: Question) -> String {
        let right =
            switch question.kind {
            case .single(let options), .several(let options):
                options.filter(\.isRight).map { "<b>\(escaped($0.text))</b> \(escaped($0.explanation))" }.joined(separator: "<br>")
            case .number(let value, let explanation): "<b>\(value)</b> \(escaped(explanation))"
            }
        return "<li>\(escaped(question.text))<br>\(right)</li>"
    }

    private static func page(title: String, _ language: LessonLanguage, _ body: String) -> String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <link rel="stylesheet" href="lesson.css">
        <script src="lesson.js" defer></script>
        </head>
        <body>
        <main>
        \(body)
        </main>
        </body>
        </html>

        """
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
