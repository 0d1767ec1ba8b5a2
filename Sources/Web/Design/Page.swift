/// A page: a plain model, the template it fills and the words that template asks for.
public protocol Page: TemplateModel {
    /// The template's path below `templates`, without its ending: `pages/dashboard`.
    static var template: String { get }
    /// The words of the template, asked for as `{{t.name}}`. What it shares with all pages is in ``PhraseTable/common``.
    static var words: PhraseTable { get }
    /// What stands in the browser's tab, before the name of the system.
    var title: Phrase { get }
    /// Where the page lies in the navigation, or nil where it lies nowhere.
    var place: Frame.Place? { get }
    /// After how many seconds a browser asks for the page again, or nil. Only pages that show work under way do that.
    var refresh: Int? { get }
}

extension Page {
    public var refresh: Int? { nil }
}
