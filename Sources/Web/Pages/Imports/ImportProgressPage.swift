/// An import under way. Without a script the page asks for itself every three seconds; the script asks ``Paths/progress(ofImport:)``.
public struct ImportProgressPage: Page {
    public enum Phase: Sendable, Hashable {
        case checking, queued, running

        var phrase: Phrase {
            switch self {
            case .checking: Phrase("Mencoba dulu, belum menyimpan", "Trying it, not storing yet")
            case .queued: Phrase("Menunggu giliran", "Waiting for its turn")
            case .running: Phrase("Menyimpan dan mencari usaha yang sama", "Storing, and finding the same businesses")
            }
        }
    }

    public var importID: String
    public var partner: String
    public var fileName: String
    public var phase: Phase
    /// 0 to 1; nil while nobody can tell.
    public var share: Double?
    public var rowsDone: Int64
    /// Seconds that are left at the pace so far; nil while nobody can tell.
    public var secondsLeft: Int64?

    public init(
        importID: String, partner: String, fileName: String, phase: Phase, share: Double?, rowsDone: Int64, secondsLeft: Int64? = nil
    ) {
        self.importID = importID
        self.partner = partner
        self.fileName = fileName
        self.phase = phase
        self.share = share
        self.rowsDone = rowsDone
        self.secondsLeft = secondsLeft
    }

    public static var template: String { "pages/import-progress" }
    public static var words: PhraseTable { .imports }
    public var place: Frame.Place? { .imports }
    public var title: Phrase { Phrase("Sedang dikerjakan", "Under way") }
    public var refresh: Int? { 3 }

    /// What the page and the script say: "42 % · 12.000 baris · kira-kira 2 menit lagi".
    public func status(in language: Language) -> String {
        var parts: [String] = []
        if let share { parts.append(language.percent(min(max(share, 0), 1))) }
        parts.append(Phrase("{1} baris", "{1} rows").filled([language.number(rowsDone)], in: language))
        if let secondsLeft {
            let minutes = (secondsLeft + 59) / 60
            parts.append(
                secondsLeft < 60
                    ? Phrase("kurang dari satu menit lagi", "less than a minute left")[language]
                    : Phrase("kira-kira {1} menit lagi", "about {1} minutes left").filled([language.number(minutes)], in: language))
        }
        return parts.joined(separator: " · ")
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "stepList": .model(ImportSteps.list(current: phase == .checking ? 3 : 4))
        case "source": .sentence(Phrase("{1}, dari {2}", "{1}, from {2}"), [.text(fileName), .text(partner)])
        case "phase": .phrase(phase.phrase)
        case "progress": .text(Paths.progress(ofImport: importID))
        case "status": .phrase(Phrase(status(in: .indonesian), status(in: .english)))
        case "bar": .drawing(ProgressBar(share: share ?? 0, label: phase.phrase))
        default: nil
        }
    }
}
