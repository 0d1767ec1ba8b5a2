import Learning
import Storage

/// A live room as one page shows it, to whichever side looks: the floor, the guide or the screen.
struct LiveView: Sendable {
    enum Side: Sendable {
        case floor, guide, screen
    }

    let code: LiveCode
    let roomTitle: String
    let side: Side
    let state: LiveState
    var votes: Set<LiveQuestionID>
    var answers: [LivePollID: Int]

    init(_ room: LiveRoom, _ state: LiveState, votes: Set<LiveQuestionID> = [], answers: [LivePollID: Int] = [:], side: Side) {
        self.init(code: room.code, title: room.title, state, votes: votes, answers: answers, side: side)
    }

    init(
        code: LiveCode, title: String, _ state: LiveState, votes: Set<LiveQuestionID> = [], answers: [LivePollID: Int] = [:], side: Side
    ) {
        self.code = code
        roomTitle = title
        self.state = state
        self.votes = votes
        self.answers = answers
        self.side = side
    }

    /// What the templates of all sides ask for.
    func value(named name: String) -> TemplateValue? {
        switch name {
        case "roomTitle": .text(roomTitle)
        case "address": .text(Paths.liveRoom(code.rawValue))
        case "code": .text(code.spaced)
        case "version": .text(String(state.version))
        case "people": .whole(state.attendeeCount)
        case "isOpen": .flag(state.isOpen)
        case "side": .text("\(side)")
        case "isFloor": .flag(side == .floor && state.isOpen)
        case "isGuide": .flag(side == .guide && state.isOpen)
        case "questions": .list(questions)
        case "noQuestions": .flag(questions.isEmpty)
        case "hidden": .list(side == .guide ? state.hiddenQuestions(20).map { LiveQuestionLine($0, self) } : [])
        case "poll": .maybe(state.poll.map { LivePollBox($0, self) })
        case "leaders": .list(leaders)
        case "noLeaders": .flag(leaders.isEmpty)
        // What the script fills in.
        case "blankQuestion": .model(LiveQuestionLine(self))
        default: nil
        }
    }

    private var questions: [LiveQuestionLine] {
        let limit = side == .screen ? 6 : LiveSnapshot.questionLimit
        return state.topQuestions(limit).map { LiveQuestionLine($0, self) }
    }

    private var leaders: [LiveLeader] {
        state.leaders(LiveSnapshot.leaderLimit).map { LiveLeader(name: $0.name, points: $0.points) }
    }
}

/// A question from the floor, with what the looking side can do about it.
struct LiveQuestionLine: TemplateModel {
    private let question: LiveQuestion?
    private let view: LiveView

    init(_ question: LiveQuestion, _ view: LiveView) {
        self.question = question
        self.view = view
    }

    /// A question with nothing in it, for the script to fill.
    init(_ view: LiveView) {
        question = nil
        self.view = view
    }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "id": .text(question?.id.description ?? "")
        case "text": .text(question?.text ?? "")
        case "asker": .text(question?.asker ?? "")
        case "votes": .whole(question?.votes ?? 0)
        case "isAnswered": .flag(question?.state == .answered)
        case "isHidden": .flag(question?.state == .hidden)
        case "canVote": .flag(view.side == .floor && view.state.isOpen && question?.state ?? .open == .open)
        case "hasVoted": .flag(question.map { view.votes.contains($0.id) } ?? false)
        case "canMark": .flag(view.side == .guide && view.state.isOpen)
        case "voteAction": .text(Paths.liveRoom(view.code.rawValue) + "/dukung")
        case "markAction": .text(Paths.liveGuide(view.code.rawValue) + "/tandai")
        default: nil
        }
    }
}

/// The newest poll or quiz.
struct LivePollBox: TemplateModel {
    private let poll: LivePoll
    private let view: LiveView

    init(_ poll: LivePoll, _ view: LiveView) {
        self.poll = poll
        self.view = view
    }

    private var isRunning: Bool { poll.closedAt == nil }
    private var chosen: Int? { view.answers[poll.id] }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "id": .text(poll.id.description)
        case "question": .text(poll.question)
        case "isQuiz": .flag(poll.kind == .quiz)
        case "isRunning": .flag(isRunning)
        case "answers": .whole(view.state.answerCount)
        case "ends": .text(poll.endsAt.map { String($0.rawValue / 1000) } ?? "")
        case "chosen": .text(chosen.map(String.init) ?? "")
        case "hasChosen": .flag(chosen != nil && isRunning)
        case "canAnswer": .flag(view.side == .floor && isRunning && chosen == nil)
        case "canClose": .flag(view.side == .guide && isRunning)
        case "options": .list(options)
        case "answerAction": .text(Paths.liveRoom(view.code.rawValue) + "/jawab")
        case "closeAction": .text(Paths.liveGuide(view.code.rawValue) + "/tutup")
        default: nil
        }
    }

    private var options: [LiveOption] {
        let most = max(view.state.counts.max() ?? 0, 1)
        return poll.options.indices.map { place in
            LiveOption(
                place: place, text: poll.options[place], count: view.state.showsCounts ? view.state.counts[place] : nil, most: most,
                isRight: !isRunning && poll.rightOption == place, isChosen: chosen == place)
        }
    }
}

/// One option of a poll, and how often it was chosen where that is shown.
struct LiveOption: TemplateModel {
    let place: Int
    let text: String
    let count: Int?
    let most: Int
    let isRight: Bool
    let isChosen: Bool

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "place": .text(String(place))
        case "text": .text(text)
        case "showsCount": .flag(count != nil)
        case "count": .maybe(count.map { Int64($0) })
        case "filled": .text(String(count ?? 0))
        case "most": .text(String(most))
        case "isRight": .flag(isRight)
        case "isChosen": .flag(isChosen)
        default: nil
        }
    }
}

/// A line of the leaderboard.
struct LiveLeader: TemplateModel {
    let name: String
    let points: Int

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "name": .text(self.name)
        case "points": .whole(points)
        default: nil
        }
    }
}
