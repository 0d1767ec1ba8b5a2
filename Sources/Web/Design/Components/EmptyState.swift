/// What stands where a list would be: what belongs there, and how it gets there.
public struct EmptyState: TemplateModel {
    public let title: Phrase
    public let text: Phrase
    public let action: Phrase?
    public let address: String?

    public init(title: Phrase, text: Phrase, action: Phrase? = nil, address: String? = nil) {
        self.title = title
        self.text = text
        self.action = action
        self.address = address
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "emptyTitle": .phrase(title)
        case "emptyText": .phrase(text)
        case "emptyAction": .maybe(action)
        case "emptyAddress": .maybe(address)
        default: nil
        }
    }
}
