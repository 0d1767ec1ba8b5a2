/// What two rows say in one field, with the characters marked in which they differ.
struct ComparedField: TemplateModel {
    private let field: ComparisonPage.Field
    private let difference: TextDifference

    init(_ field: ComparisonPage.Field) {
        self.field = field
        // Where one side says nothing there is nothing that differs, and what is hidden in part is not to be told apart by its spelling.
        difference =
            field.first.isEmpty || field.second.isEmpty || field.agreement != nil
            ? TextDifference(same: field.first, field.second) : TextDifference(field.first, field.second)
    }

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "fieldName": .phrase(field.name)
        case "agreement": .maybe(field.agreement)
        case "first": .list(difference.first)
        case "second": .list(difference.second)
        default: nil
        }
    }
}

extension TextDifference {
    /// Two texts in which nothing is marked.
    fileprivate init(same first: String, _ second: String) {
        self.first = first.isEmpty ? [] : [Run(first, isDifferent: false)]
        self.second = second.isEmpty ? [] : [Run(second, isDifferent: false)]
    }
}
