/// Links to further pages of a list.
public struct Pagination: TemplateModel {
    /// Which rows are shown of how many, where that is known.
    private let shown: TemplateValue
    /// The address of the first page, where pages are only known one after the other.
    private let start: String?
    private let previous: String?
    private let next: String?

    /// Pages that are only known one after the other.
    ///
    /// - Parameters:
    ///   - start: The address of the first page; nil if it is the one that is shown.
    ///   - next: The address of the next page; nil if there is none.
    public init(start: String?, next: String?) {
        shown = .absent
        self.start = start
        previous = nil
        self.next = next
    }

    /// - Parameters:
    ///   - page: The page that is shown, from 1.
    ///   - address: The address of another page.
    public init(page: Int, pageSize: Int, total: Int64, address: (Int) -> String) {
        let first = Int64(page - 1) * Int64(pageSize) + 1
        let last = min(first + Int64(pageSize) - 1, total)
        shown = .sentence(Phrase("{1}–{2} dari {3}", "{1}–{2} of {3}"), [.number(total == 0 ? 0 : first), .number(last), .number(total)])
        start = nil
        previous = page > 1 ? address(page - 1) : nil
        next = last < total ? address(page + 1) : nil
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "shown": shown
        case "start": .maybe(start)
        case "previous": .maybe(previous)
        case "next": .maybe(next)
        default: nil
        }
    }
}
