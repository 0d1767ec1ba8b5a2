import Lessons

/// A lesson of a course, or its final test: the text, and its questions as a form.
struct LessonPage: Page {
    let course: Course
    let part: CoursePart
    let language: LessonLanguage
    /// The id that the next result will have.
    let result: String
    /// Whose results this phone keeps, as a fingerprint; nil where nobody is known.
    let taker: String?
    /// What was answered, where the page comes back marked.
    var answers: [String: Answer]?
    var notice: Notice?

    static var template: String { "pages/lesson" }
    static var words: PhraseTable { .lesson }
    var place: Frame.Place? { .lessons }
    var title: Phrase { Phrase(part.indonesian.title, part.english.title) }

    private var lesson: Lesson { part[language] }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "courseAddress": .text(Paths.course(course.code))
        case "courseTitle": .phrase(course.title.phrase)
        case "heading": .phrase(title)
        case "standing": standing
        case "text": .drawing(LessonText(course: course, lesson: lesson))
        case "hasQuestions": .flag(!lesson.questions.isEmpty)
        case "questions": .list(lesson.questions.map { LessonQuestion(question: $0, answer: answers?[$0.id], isMarked: answers != nil) })
        case "notice": .maybe(notice)
        case "score": .maybe(scoreSentence)
        case "sendAddress": .text(Paths.lessonResults)
        case "taker": .text(taker ?? "")
        case "action": .text(Paths.lesson(course.code, part.place.description) + "#questions")
        case "courseCode": .text(course.code)
        case "partCode": .text(part.place.description)
        case "version": .text(part.version)
        case "result": .text(result)
        case "next": .maybe(next?.label)
        case "nextAddress": .maybe(next?.address)
        default: nil
        }
    }

    private var standing: TemplateValue {
        switch part.place {
        case .lesson(let number):
            .sentence(Phrase("Pelajaran {1} dari {2}", "Lesson {1} of {2}"), [.whole(number), .whole(course.lessons.count)])
        case .finalTest:
            .sentence(
                Phrase("Ujian akhir; lulus dengan {1} atau lebih", "Final test; {1} or more is a pass"),
                [.share(Double(course.passMark) / 100)])
        }
    }

    private var scoreSentence: (any TemplateModel)? {
        guard let answers else { return nil }
        let score = part.questions.score(answers, passMark: part.place == .finalTest ? course.passMark : 0)
        let count = score.results.values.count { $0 }
        let words: Phrase =
            switch (part.place, score.isPassed) {
            case (.lesson, _): Phrase("{1} dari {2} benar.", "{1} of {2} right.")
            case (.finalTest, true): Phrase("{1} dari {2} benar. Kamu lulus!", "{1} of {2} right. You passed!")
            case (.finalTest, false):
                Phrase(
                    "{1} dari {2} benar. Belum lulus. Baca lagi penjelasannya, lalu coba lagi.",
                    "{1} of {2} right. Not passed yet. Read the explanations, then try again.")
            }
        return LessonScore(sentence: .sentence(words, [.whole(count), .whole(score.results.count)]))
    }

    private var next: SectionPage.Link? {
        guard case .lesson(let number) = part.place else { return nil }
        let next = course.part(.lesson(number + 1)) ?? course.finalTest
        return SectionPage.Link(
            Paths.lesson(course.code, next.place.description),
            next.place == .finalTest ? Phrase("Ke ujian akhir", "To the final test") : Phrase("Pelajaran berikutnya", "Next lesson"))
    }
}

private struct LessonScore: TemplateModel {
    let sentence: TemplateValue

    func value(named name: String) -> TemplateValue? { name == "sentence" ? sentence : nil }
}

/// The text of a lesson with its drawings.
private struct LessonText: Drawing {
    let course: Course
    let lesson: Lesson

    func draw(in _: Language) -> SafeMarkup {
        SafeMarkup(LessonMarkup(markdown: lesson.text) { Paths.lessonPicture(course.code, $0) })
    }
}

/// A question with what was answered.
private struct LessonQuestion: TemplateModel {
    let question: Question
    let answer: Answer?
    let isMarked: Bool

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "question": .text(question.id)
        case "wording": .text(question.text)
        case "kind": .text(kind)
        case "right": .text(right)
        case "isSeveral": .flag(kind == "several")
        case "options": .list(options)
        case "isNumber": .flag(kind == "number")
        case "given": .maybe(given)
        case "explanation": .maybe(numberExplanation)
        case "isOpen": .flag(!isMarked)
        case "isRight": .flag(isMarked && isRight)
        case "isWrong": .flag(isMarked && !isRight)
        default: nil
        }
    }

    private var isRight: Bool { answer.map(question.isRight) ?? false }

    private var kind: String {
        switch question.kind {
        case .single: "single"
        case .several: "several"
        case .number: "number"
        }
    }

    private var right: String {
        if case .number(let value, _) = question.kind { return "\(value)" }
        return question.options.indices.filter { question.options[$0].isRight }.map(String.init).joined(separator: ",")
    }

    private var given: String? {
        if case .number(let value)? = answer { "\(value)" } else { nil }
    }

    private var numberExplanation: String? {
        if case .number(_, let explanation) = question.kind { explanation } else { nil }
    }

    private var options: [LessonOption] {
        var chosen: Set<Int> = []
        if case .options(let places)? = answer { chosen = places }
        return question.options.enumerated().map { place, option in
            LessonOption(
                question: question.id, place: place, option: option, isSeveral: kind == "several", isChosen: chosen.contains(place),
                isMarked: isMarked)
        }
    }
}

private struct LessonOption: TemplateModel {
    let question: String
    let place: Int
    let option: Question.Option
    let isSeveral: Bool
    let isChosen: Bool
    let isMarked: Bool

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "name": .text(question)
        case "inputType": .text(isSeveral ? "checkbox" : "radio")
        case "place": .text("\(place)")
        case "option": .text(option.text)
        case "why": .text(option.explanation)
        case "isChosen": .flag(isChosen)
        case "isOpen": .flag(!isMarked)
        default: nil
        }
    }
}

/// Where an offline package leads once there is a network: what it hands over is sent from here.
struct LessonSendPage: Page {
    let taker: String?

    static var template: String { "pages/lesson-send" }
    static var words: PhraseTable { .lessonSend }
    var place: Frame.Place? { .lessons }
    var title: Phrase { Phrase("Kirim hasil belajar", "Send your results") }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "sendAddress": .text(Paths.lessonResults)
        case "taker": .text(taker ?? "")
        case "courses": .text(Paths.courses)
        default: nil
        }
    }
}

extension LessonTexts {
    var phrase: Phrase { Phrase(indonesian, english) }
}
