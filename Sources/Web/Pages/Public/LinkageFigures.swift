public import Linkage
public import Storage

/// How good linkage is, as people found who looked at a random sample: shown on the dashboard and explained among the definitions.
public struct LinkageFigures: Sendable, Hashable {
    /// The share of joined pairs that are one business.
    public let precision: ProportionInterval
    /// The share of pairs of one business that are joined.
    public let recall: ProportionInterval
    /// How many pairs were judged.
    public let judged: Int
    /// When the last of them was.
    public let reviewedAt: Timestamp

    public init(precision: ProportionInterval, recall: ProportionInterval, judged: Int, reviewedAt: Timestamp) {
        self.precision = precision
        self.recall = recall
        self.judged = judged
        self.reviewedAt = reviewedAt
    }
}

/// What can be said of how good linkage is: nothing as long as no sample was reviewed.
public enum LinkageStanding: TemplateModel {
    case unreviewed
    case reviewed(LinkageFigures)

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "isReviewed": .flag(figures != nil)
        case "shares":
            .list(
                figures.map { figures -> [any TemplateModel] in
                    [
                        QualityShare(entry: Glossary.precision, interval: figures.precision, mark: "m2"),
                        QualityShare(entry: Glossary.recall, interval: figures.recall, mark: "m3"),
                    ]
                } ?? [])
        case "basis":
            figures.map { figures in
                .sentence(
                    Phrase(
                        "Menurut {1} pasangan yang dipilih acak dan diperiksa orang; yang terakhir {2}.",
                        "By {1} pairs drawn at random and judged by people; the last on {2}."),
                    [.whole(figures.judged), .moment(figures.reviewedAt)])
            } ?? .phrase(Phrase("Belum ada sampel yang diperiksa orang.", "No sample has been reviewed by people yet."))
        default: nil
        }
    }

    private var figures: LinkageFigures? { if case .reviewed(let figures) = self { figures } else { nil } }
}

/// A share with its interval, under a word.
private struct QualityShare: TemplateModel {
    let entry: Glossary.Entry
    let interval: ProportionInterval
    let mark: String

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "word": .phrase(entry.word)
        case "definition": .text("\(Paths.definitions)#\(entry.id)")
        case "meaning": .phrase(entry.meaning)
        case "mark": .text(mark)
        case "count": Self.percent(interval.share)
        case "detail":
            .sentence(Phrase("antara {1} dan {2}", "between {1} and {2}"), [Self.percent(interval.low), Self.percent(interval.high)])
        default: nil
        }
    }

    /// With one decimal, because 99,6 is not a hundred.
    private static func percent(_ share: Double) -> TemplateValue {
        func text(_ language: Language) -> String { language.decimal(share * 100, places: 1) }
        return .phrase(Phrase(text(.indonesian) + "\u{A0}%", text(.english) + "%"))
    }
}
