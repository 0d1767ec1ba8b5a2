import Learning
import Storage

@testable import Web

extension LiveView {
    static let sampleCode = LiveCode(rawValue: "7KM2QX")!
    private static let start = DashboardPage.sampleMoment

    /// A room in which a poll, or a quiz, runs or is over.
    static func sample(_ side: Side, right: Int? = nil, isOver: Bool = false, isAnswered: Bool = false, isClosed: Bool = false) -> LiveView
    {
        var state = LiveState(version: 12)
        for _ in 0..<2 { state.apply(.joined) }
        let questions = [
            LiveQuestion(id: LiveQuestionID(), text: "Bagaimana menghitung ongkir ke \(typedText)?", asker: "Sari Dewi"),
            LiveQuestion(id: LiveQuestionID(), text: "Apakah foto harus latar putih?", asker: typedText),
            LiveQuestion(id: LiveQuestionID(), text: "Kapan istirahat?", asker: "Budi"),
            LiveQuestion(id: LiveQuestionID(), text: "Iklan", asker: "Tamu"),
        ]
        for question in questions { state.apply(.asked(question)) }
        for _ in 0..<7 { state.apply(.voted(questions[0].id)) }
        state.apply(.marked(questions[2].id, .answered))
        state.apply(.marked(questions[3].id, .hidden))
        var answers: [LivePollID: Int] = [:]
        let options = ["Foto di tempat terang", "Foto dengan lampu kilat", typedText]
        if let poll = LivePoll(question: "Mana yang lebih baik?", options: options, rightOption: right, seconds: 30, openedAt: start) {
            state.apply(.pollOpened(poll))
            for place in [0, 0, 0, 1] {
                state.apply(.answered(poll.id, by: LiveAttendeeID(), name: "Sri \(place)", option: place, points: place == right ? 870 : 0))
            }
            if isOver { state.apply(.pollClosed(poll.id, at: start.adding(.seconds(31)))) }
            if isAnswered { answers[poll.id] = 0 }
        }
        if isClosed { state.apply(.roomClosed(at: start.adding(.seconds(3600)))) }
        return LiveView(code: sampleCode, title: "Jualan online dari nol", state, votes: [questions[1].id], answers: answers, side: side)
    }

    static func sampleEmpty(_ side: Side) -> LiveView {
        LiveView(code: sampleCode, title: typedText, LiveState(), side: side)
    }
}

extension LiveDoorPage {
    static let sample = LiveDoorPage(
        code: LiveView.sampleEmpty(.floor).code, roomTitle: typedText, isOpen: true, name: typedText, lacksName: true, lacksConsent: true)
    static let sampleClosed = LiveDoorPage(
        code: LiveView.sampleEmpty(.floor).code, roomTitle: "Jualan online dari nol", isOpen: false, name: "")
}

extension LiveRoomPage {
    private static let question = "019abf3e-8c00-7a1b-9c55-0123456789ab"
    static let sample = LiveRoomPage(view: .sample(.floor), name: typedText, question: question)
    static let sampleQuiz = LiveRoomPage(view: .sample(.floor, right: 0, isOver: true, isAnswered: true), name: "Sari", question: question)
    static let sampleEmpty = LiveRoomPage(view: .sampleEmpty(.floor), name: "Sari", question: question)
    static let sampleClosed = LiveRoomPage(view: .sample(.floor, isAnswered: true, isClosed: true), name: "Sari", question: question)
}

extension LiveScreenPage {
    static let sample = LiveScreenPage(view: .sample(.screen, right: 0, isOver: true))
}

extension LiveGuidePage {
    static let sample = LiveGuidePage(view: .sample(.guide, right: 0))
    static let sampleEmpty: LiveGuidePage = {
        var form = LivePollForm()
        form.isWrong = true
        form.question = typedText
        return LiveGuidePage(view: .sampleEmpty(.guide), form: form)
    }()
}

extension LiveOpenPage {
    static let sample = LiveOpenPage(
        lines: [
            Line(title: typedText, code: LiveView.sampleEmpty(.guide).code, isOpen: true),
            Line(title: "Aman di dunia digital", code: LiveView.sampleEmpty(.guide).code, isOpen: false),
        ], id: "019abf3e-8c00-7a1b-9c55-0123456789ab")
    static let sampleEmpty = LiveOpenPage(lines: [], id: "019abf3e-8c00-7a1b-9c55-0123456789ab", typedMinutes: "9999", isWrong: true)
}
