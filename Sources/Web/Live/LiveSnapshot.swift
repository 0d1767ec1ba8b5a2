import Foundation
import Learning
import NIOCore
import Storage

/// What everybody in a room sees, as the bytes that all of them are sent: made once, shared by all.
struct LiveSnapshot: Sendable {
    let version: Int64
    /// The state as JSON, for those who ask again and again.
    let json: [UInt8]
    /// The state as one server-sent event (WHATWG HTML, section 9.2), whose id is the version.
    let event: ByteBuffer

    /// So many questions travel with each event.
    static let questionLimit = 15
    static let leaderLimit = 10

    init(_ state: LiveState) {
        version = state.version
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A tree of strings and whole numbers cannot fail to be encoded.
        json = (try? encoder.encode(LiveStateText(state))).map { [UInt8]($0) } ?? []
        var event = ByteBuffer(string: "id: \(state.version)\nevent: keadaan\ndata: ")
        event.writeBytes(json)
        event.writeString("\n\n")
        self.event = event
    }
}

/// The state in the words that the script of the pages reads.
private struct LiveStateText: Encodable {
    struct Question: Encodable {
        let id, text, asker: String
        let votes: Int
        let answered: Bool
    }

    struct Poll: Encodable {
        let id, kind, question: String
        let options: [String]
        let answers: Int
        let open: Bool
        /// Missing while a quiz runs, so that nobody copies.
        let counts: [Int]?
        let right: Int?
        /// Milliseconds since 1970.
        let ends: Int64?
    }

    struct Leader: Encodable {
        let name: String
        let points: Int
    }

    let version: Int64
    let open: Bool
    let people: Int
    let questions: [Question]
    let poll: Poll?
    let leaders: [Leader]

    init(_ state: LiveState) {
        version = state.version
        open = state.isOpen
        people = state.attendeeCount
        questions = state.topQuestions(LiveSnapshot.questionLimit).map {
            Question(id: $0.id.description, text: $0.text, asker: $0.asker, votes: $0.votes, answered: $0.state == .answered)
        }
        poll = state.poll.map { poll in
            Poll(
                id: poll.id.description, kind: poll.kind.rawValue, question: poll.question, options: poll.options,
                answers: state.answerCount, open: poll.closedAt == nil, counts: state.showsCounts ? state.counts : nil,
                right: poll.closedAt == nil ? nil : poll.rightOption,
                ends: poll.closedAt == nil ? poll.endsAt.map { $0.rawValue / 1000 } : nil)
        }
        leaders = state.leaders(LiveSnapshot.leaderLimit).map { Leader(name: $0.name, points: $0.points) }
    }
}

extension LiveState {
    /// Whether people see how often each option was chosen: never while a quiz runs.
    var showsCounts: Bool { poll.map { $0.kind == .poll || $0.closedAt != nil } ?? false }
}
