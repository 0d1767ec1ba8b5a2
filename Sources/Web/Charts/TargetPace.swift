public import Nusantara

/// A figure on its way to a target: what was reached so far, the target, and where the present pace leads.
public struct TargetPace: Chart {
    public struct Point: Sendable, Hashable {
        public let day: CalendarDate
        public let reached: Int64

        public init(day: CalendarDate, reached: Int64) {
            self.day = day
            self.reached = reached
        }
    }

    /// What the target is called.
    public let title: Phrase
    /// What is counted.
    public let metric: Phrase
    /// What was reached in all by each day, in ascending order; the last one is today.
    public let points: [Point]
    public let target: Int64
    public let deadline: CalendarDate
    /// The day on which the target will be reached at the pace of late; nil if it will not be.
    public let projected: CalendarDate?

    /// - Parameter title: nil if the target has no name but that of its metric.
    public init(title: Phrase? = nil, metric: Phrase, points: [Point], target: Int64, deadline: CalendarDate, projected: CalendarDate?) {
        self.title = title ?? metric
        self.metric = metric
        self.points = points
        self.target = target
        self.deadline = deadline
        self.projected = projected
    }

    /// The sentence that says what the chart shows.
    var reading: TemplateValue {
        guard let today = points.last else {
            return .phrase(Phrase("Belum ada angka untuk sasaran ini.", "There are no figures for this target yet."))
        }
        if today.reached >= target {
            return .sentence(
                Phrase("Sasaran {1} sudah tercapai.", "The target of {1} has been reached."), [.number(target)])
        }
        guard let projected else {
            return .sentence(
                Phrase(
                    "Sekarang {1} dari {2}. Dengan laju sekarang, sasaran tidak akan tercapai.",
                    "Now {1} of {2}. At the present pace the target will not be reached."),
                [.number(today.reached), .number(target)])
        }
        return .sentence(
            projected <= deadline
                ? Phrase(
                    "Sekarang {1} dari {2}. Dengan laju sekarang, sasaran tercapai {3}, sebelum batas {4}.",
                    "Now {1} of {2}. At the present pace the target is reached on {3}, before the deadline of {4}.")
                : Phrase(
                    "Sekarang {1} dari {2}. Dengan laju sekarang, sasaran baru tercapai {3}, lewat dari batas {4}.",
                    "Now {1} of {2}. At the present pace the target is reached only on {3}, after the deadline of {4}."),
            [.number(today.reached), .number(target), .date(projected), .date(deadline)])
    }

    /// Whether the target is reached, or will be in time.
    var isOnTrack: Bool {
        (points.last.map { $0.reached >= target } ?? false) || (projected.map { $0 <= deadline } ?? false)
    }

    public func draw(in language: Language) -> SafeMarkup {
        let plot = Plot(pace: self)
        return MarkupPen.markup { pen in
            pen.element("svg", ["class": "chart pace", "role": "img", "width": "100%", "height": 216]) { pen in
                pen.element("title", text: metric[language])
                pen.element("desc", text: reading.text(in: language) ?? "")
                pen.element("line", ["class": "axis", "x2": "100%", "y1": .number(Plot.bottom), "y2": .number(Plot.bottom)])
                let targetHeight = AttributeValue.number(plot.y(Double(target)))
                pen.element("line", ["class": "goal", "x2": "100%", "y1": targetHeight, "y2": targetHeight])
                pen.element(
                    "svg",
                    [
                        "y": .number(Plot.top), "width": "100%", "height": .number(Plot.bottom - Plot.top), "viewBox": "0 0 1000 100",
                        "preserveAspectRatio": "none",
                    ]
                ) { pen in
                    pen.element("path", ["class": "area", "d": .text(plot.area)])
                    pen.element("path", ["class": "line", "d": .text(plot.line)])
                    if let projection = plot.projection { pen.element("path", ["class": "projection", "d": .text(projection)]) }
                }
                drawLabels(plot, in: language, with: &pen)
            }
        }
    }

    private func drawLabels(_ plot: Plot, in language: Language, with pen: inout MarkupPen) {
        let goal = Phrase("Sasaran {1}", "Target {1}").filled([language.compact(target)], in: language)
        pen.element("text", ["class": "label", "y": .number(plot.y(Double(target)) + 17)], text: goal)
        let end = plot.x(deadline)
        pen.element(
            "line", ["class": "goal", "x1": .share(end), "x2": .share(end), "y1": .number(Plot.top), "y2": .number(Plot.bottom)])
        if let first = points.first {
            pen.element("text", ["class": "note", "y": .number(Plot.bottom + 18)], text: language.date(first.day))
        }
        let deadlineText = Phrase("batas {1}", "deadline {1}").filled([language.date(deadline)], in: language)
        pen.element(
            "text", ["class": .text(end > 0.4 ? "note end" : "note"), "x": .share(end), "y": .number(Plot.bottom + 18)],
            text: deadlineText)
        if let projected, plot.projection != nil {
            let x = plot.x(projected)
            pen.element("circle", ["class": "hollow", "cx": .share(x), "cy": .number(plot.y(Double(target))), "r": 5])
            pen.element(
                "text", ["class": .text(x > 0.5 ? "label end" : "label"), "x": .share(x), "y": .number(plot.y(Double(target)) - 10)],
                text: language.date(projected))
        }
        if let today = points.last {
            let x = plot.x(today.day)
            let y = plot.y(Double(today.reached))
            pen.element("circle", ["class": "dot", "cx": .share(x), "cy": .number(y), "r": 5])
            let isRight = x > 0.5
            pen.element(
                "text",
                ["class": .text(isRight ? "number" : "number start"), "x": .share(x), "dx": isRight ? -9 : 9, "y": .number(y + 16)],
                text: language.compact(today.reached))
        }
    }

    public var table: DataTable? {
        DataTable(
            caption: metric,
            columns: [.init(Phrase("Tanggal", "Date")), .init(Phrase("Tercapai", "Reached"), isNumber: true)],
            rows: points.map { [.init(.date($0.day)), .init(.number($0.reached))] })
    }
}

/// Where days and figures lie in the drawing.
private struct Plot {
    static let top = 24.0
    static let bottom = 190.0

    let firstDay: Double
    let days: Double
    let highest: Double
    let area: String
    let line: String
    /// From today to the day on which the target is reached, as far as the drawing goes.
    let projection: String?

    init(pace: TargetPace) {
        let first = pace.points.first?.day ?? pace.deadline
        let span = max(pace.deadline.dayNumber - first.dayNumber, 1)
        // A projection far beyond the deadline may not press the years that matter together.
        let shown = pace.projected.flatMap { $0.dayNumber - first.dayNumber <= span * 8 / 5 ? $0 : nil }
        let last = max(pace.deadline, shown ?? pace.deadline, pace.points.last?.day ?? first)
        let firstDay = Double(first.dayNumber)
        let days = Double(max(last.dayNumber - first.dayNumber, 1))
        let highest = max(Double(pace.target), Double(pace.points.map(\.reached).max() ?? 0), 1)
        func place(_ day: CalendarDate, _ reached: Int64) -> String {
            let x = (Double(day.dayNumber) - firstDay) / days * 1000
            return "\(MarkupPen.coordinate(x)) \(MarkupPen.coordinate(100 - Double(reached) / highest * 100))"
        }
        let places = pace.points.map { place($0.day, $0.reached) }
        line = places.isEmpty ? "" : "M" + places.joined(separator: "L")
        if let begin = pace.points.first, let end = pace.points.last {
            area = line + "L" + place(end.day, 0) + "L" + place(begin.day, 0) + "z"
            projection =
                end.reached < pace.target ? shown.map { "M" + place(end.day, end.reached) + "L" + place($0, pace.target) } : nil
        } else {
            area = ""
            projection = nil
        }
        self.firstDay = firstDay
        self.days = days
        self.highest = highest
    }

    func x(_ day: CalendarDate) -> Double {
        (Double(day.dayNumber) - firstDay) / days
    }

    func y(_ reached: Double) -> Double {
        Self.bottom - reached / highest * (Self.bottom - Self.top)
    }
}
