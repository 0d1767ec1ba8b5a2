/// A big number with what it means.
struct Headline: TemplateModel {
    let entry: Glossary.Entry
    let tally: Tally
    /// The class that gives the card its colour.
    let mark: String
    var interval: ClosedRange<Int64>?
    /// What the number is a share of.
    var base: Tally?
    /// The list of names behind the number, for those who may open it.
    var names: String?

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "word": .phrase(entry.word)
        case "definition": .text("\(Paths.definitions)#\(entry.id)")
        case "count": tally.value
        case "mark": .text(mark)
        case "names": .maybe(names)
        case "detail": detail
        default: nil
        }
    }

    private var detail: TemplateValue {
        if let interval {
            return .sentence(
                Phrase("antara {1} dan {2}", "between {1} and {2}"), [.number(interval.lowerBound), .number(interval.upperBound)])
        }
        if let base, case .exact(let all) = base, all > 0, case .exact(let count) = tally {
            return .sentence(Phrase("{1} dari semua usaha", "{1} of all businesses"), [.share(Double(count) / Double(all))])
        }
        return base == nil ? .phrase(Phrase("baris dari para mitra", "rows from the partners")) : .absent
    }
}

/// A target with its pace.
struct TargetCard: TemplateModel {
    let id: String
    let pace: TargetPace

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "id": .text(id)
        case "heading": .sentence(Phrase("Sasaran: {1}", "Target: {1}"), [.phrase(pace.title)])
        case "badge": .model(pace.isOnTrack ? Badge(.good, Self.onTrack) : Badge(.bad, Self.late))
        case "reading": pace.reading
        case "chart": .drawing(pace)
        case "table": .maybe(pace.table)
        default: nil
        }
    }

    private static let onTrack = Phrase("Sesuai rencana", "On track")
    private static let late = Phrase("Tertinggal", "Behind")
}

/// The stamp of a frozen bulletin.
struct BulletinStamp: TemplateModel {
    let bulletin: DashboardPage.Bulletin

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "frozenNotice":
            .sentence(
                Phrase(
                    "Buletin ini dibekukan pada {1}. Angkanya tidak berubah lagi.",
                    "This bulletin was frozen on {1}. Its figures no longer change."),
                [.moment(bulletin.frozen)])
        default: nil
        }
    }
}
