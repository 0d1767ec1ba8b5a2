/// How much of a piece of work, or of a target, is done.
public struct ProgressBar: TemplateModel, Drawing {
    /// 0 to 1, or nil while nobody can tell.
    public let share: Double?
    public let label: Phrase

    public init(share: Double?, label: Phrase) {
        self.share = share
        self.label = label
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "label": .phrase(label)
        case "share": .maybe(share)
        case "bar": .drawing(self)
        default: nil
        }
    }

    public func draw(in language: Language) -> SafeMarkup {
        MarkupPen.markup { pen in
            pen.element("svg", ["class": "bar", "width": "100%", "height": 12, "aria-hidden": "true"]) { pen in
                pen.element("rect", ["class": "track", "width": "100%", "height": 12, "rx": 6])
                if let share, share > 0 {
                    pen.element("rect", ["class": "fill", "width": .share(min(share, 1)), "height": 12, "rx": 6])
                }
            }
        }
    }
}
