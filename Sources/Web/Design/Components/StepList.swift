/// The steps of a longer piece of work and how far it has come.
public struct StepList: TemplateModel {
    private let steps: [Step]

    /// - Parameter current: The step that is under way, from 1; one more than there are steps when all is done.
    public init(_ titles: [Phrase], current: Int) {
        steps = titles.enumerated().map { index, title in Step(number: index + 1, title: title, current: current) }
    }

    public func value(named name: String) -> TemplateValue? {
        name == "steps" ? .list(steps) : nil
    }
}

private struct Step: TemplateModel {
    let number: Int
    let title: Phrase
    let current: Int

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "title": .phrase(title)
        case "isDone": .flag(number < current)
        case "isCurrent": .flag(number == current)
        default: nil
        }
    }
}
