import Learning

/// Where the code of a room is typed.
struct LiveEntryPage: Page {
    /// What was typed and led nowhere.
    var typed: String?

    static var template: String { "pages/live-entry" }
    static var words: PhraseTable { .liveEntry }
    var place: Frame.Place? { .live }
    var title: Phrase { Phrase("Masuk ke ruang langsung", "Join a live room") }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "form":
            .model(
                Form(
                    action: Paths.liveRooms, method: .get,
                    fields: [
                        FormField(
                            "kode", Phrase("Kode ruang", "Room code"),
                            hint: Phrase("Enam huruf dan angka, ada di layar", "Six letters and digits, shown on the screen"),
                            error: typed == nil
                                ? nil
                                : Phrase(
                                    "Tidak ada ruang dengan kode itu. Lihat lagi di layar.",
                                    "No room has this code. Look at the screen again."),
                            content: typed ?? "", autocomplete: "off")
                    ],
                    submit: Phrase("Masuk", "Join")))
        default: nil
        }
    }
}

/// The door of a room: under which name somebody comes in.
struct LiveDoorPage: Page {
    let code: LiveCode
    let roomTitle: String
    let isOpen: Bool
    let name: String
    var number = ""
    var lacksName = false
    var lacksConsent = false

    init(room: LiveRoom, isOpen: Bool, name: String, number: String = "", lacksName: Bool = false, lacksConsent: Bool = false) {
        self.init(
            code: room.code, roomTitle: room.title, isOpen: isOpen, name: name, number: number, lacksName: lacksName,
            lacksConsent: lacksConsent)
    }

    init(
        code: LiveCode, roomTitle: String, isOpen: Bool, name: String, number: String = "", lacksName: Bool = false,
        lacksConsent: Bool = false
    ) {
        self.code = code
        self.roomTitle = roomTitle
        self.isOpen = isOpen
        self.name = name
        self.number = number
        self.lacksName = lacksName
        self.lacksConsent = lacksConsent
    }

    static var template: String { "pages/live-door" }
    static var words: PhraseTable { .liveDoor }
    var place: Frame.Place? { .live }
    var title: Phrase { Phrase("Masuk ruang {1}", "Join room {1}").withGap(code.spaced) }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .text(roomTitle)
        case "isOpen": .flag(isOpen)
        case "form": .model(form)
        default: nil
        }
    }

    private var form: Form {
        Form(
            action: Paths.liveRoom(code.rawValue) + "/masuk",
            fields: [
                FormField(
                    "name", Phrase("Nama", "Name"), hint: Phrase("Nama ini dilihat semua peserta", "Everybody in the room sees it"),
                    error: lacksName ? Phrase("Tulis namamu.", "Write your name.") : nil, content: name, autocomplete: "nickname"),
                FormField(
                    "number", Phrase("Nomor peserta", "Participant number"),
                    hint: Phrase("Isi supaya kehadiranmu di kelas dihitung", "Fill it in to have your attendance in the class counted"),
                    content: number, isRequired: false),
                FormField(
                    "consent",
                    Phrase(
                        "Saya setuju nama, pertanyaan dan jawaban saya disimpan untuk kelas ini",
                        "I agree that my name, questions and answers are kept for this class"), .checkbox,
                    error: lacksConsent ? Phrase("Centang dulu supaya bisa masuk.", "Tick this to come in.") : nil),
            ],
            submit: Phrase("Masuk", "Join"))
    }
}

/// A room as a participant sees it.
struct LiveRoomPage: Page {
    let view: LiveView
    /// Under which name the participant is here.
    let name: String
    /// The id that the next question will have.
    let question: String

    static var template: String { "pages/live-room" }
    static var words: PhraseTable { .liveRoom }
    var place: Frame.Place? { .live }
    var title: Phrase { Phrase("Ruang {1}", "Room {1}").withGap(view.code.spaced) }
    var refresh: Int? { view.state.isOpen ? 30 : nil }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "visitorName": .text(self.name)
        case "newQuestion": .text(question)
        case "askAction": .text(Paths.liveRoom(view.code.rawValue) + "/tanya")
        case "textLimit": .text(String(LiveQuestion.textLimit))
        default: view.value(named: name)
        }
    }
}

/// What the big screen of the room shows.
struct LiveScreenPage: Page {
    let view: LiveView

    static var template: String { "pages/live-screen" }
    static var words: PhraseTable { .liveScreen }
    var place: Frame.Place? { .live }
    var title: Phrase { Phrase("Layar ruang {1}", "Screen of room {1}").withGap(view.code.spaced) }
    var refresh: Int? { view.state.isOpen ? 10 : nil }

    func value(named name: String) -> TemplateValue? { view.value(named: name) }
}

/// A room as its trainer sees it.
struct LiveGuidePage: Page {
    let view: LiveView
    var form = LivePollForm()

    static var template: String { "pages/live-guide" }
    static var words: PhraseTable { .liveGuide }
    var place: Frame.Place? { .office }
    var title: Phrase { Phrase("Pandu ruang {1}", "Guide room {1}").withGap(view.code.spaced) }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "form": .model(form.form(action: Paths.liveGuide(view.code.rawValue) + "/buka"))
        case "endAction": .text(Paths.liveGuide(view.code.rawValue) + "/akhiri")
        case "screen": .text(Paths.liveScreen(view.code.rawValue))
        default: view.value(named: name)
        }
    }
}

/// Where a room is opened, and those are listed that the visitor opened.
struct LiveOpenPage: Page {
    struct Line: TemplateModel {
        let title: String
        let code: LiveCode
        let isOpen: Bool

        func value(named name: String) -> TemplateValue? {
            switch name {
            case "title": .text(title)
            case "code": .text(code.spaced)
            case "address": .text(Paths.liveGuide(code.rawValue))
            case "isOpen": .flag(isOpen)
            default: nil
            }
        }
    }

    let lines: [Line]
    /// The id that the next room will have, so that a form sent twice opens one.
    let id: String
    var typedTitle = ""
    var typedMinutes = ""
    var isWrong = false

    init(rooms: [LiveRoom], id: String, typedTitle: String = "", typedMinutes: String = "", isWrong: Bool = false) {
        self.init(
            lines: rooms.map { Line(title: $0.title, code: $0.code, isOpen: $0.closedAt == nil) }, id: id, typedTitle: typedTitle,
            typedMinutes: typedMinutes, isWrong: isWrong)
    }

    init(lines: [Line], id: String, typedTitle: String = "", typedMinutes: String = "", isWrong: Bool = false) {
        self.lines = lines
        self.id = id
        self.typedTitle = typedTitle
        self.typedMinutes = typedMinutes
        self.isWrong = isWrong
    }

    static var template: String { "pages/live-open" }
    static var words: PhraseTable { .liveOpen }
    var place: Frame.Place? { .office }
    var title: Phrase { Phrase("Ruang langsung", "Live rooms") }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "form": .model(form)
        case "rooms": .list(lines)
        case "noRooms": .flag(lines.isEmpty)
        default: nil
        }
    }

    private var form: Form {
        Form(
            action: Paths.openLiveRoom,
            fields: [
                FormField(
                    "title", Phrase("Judul", "Title"),
                    error: isWrong && typedTitle.isEmpty ? Phrase("Tulis judulnya.", "Write a title.") : nil, content: typedTitle),
                FormField(
                    "minutes", Phrase("Hadir setelah berapa menit", "Present after how many minutes"), .digits(4),
                    hint: Phrase("Kosongkan: 60 % dari waktu ruang", "Leave empty for 60 % of the room’s time"),
                    error: isWrong && !typedMinutes.isEmpty
                        ? Phrase("Tulis angka dari 1 sampai 1440.", "Write a number from 1 to 1440.") : nil,
                    content: typedMinutes, isRequired: false),
            ],
            submit: Phrase("Buka ruang", "Open the room"), hidden: [HiddenValue("id", id)])
    }
}

extension Phrase {
    /// The phrase with its one gap filled by the same text in both languages.
    fileprivate func withGap(_ text: String) -> Phrase {
        Phrase(filled([text], in: .indonesian), filled([text], in: .english))
    }
}
