/// Links to the page before and the page after.
public struct Pagination: TemplateModel {
    /// The number of the first row shown, from 1.
    public let first: Int64
    public let last: Int64
    public let total: Int64
    public let previous: String?
    public let next: String?

    /// - Parameters:
    ///   - page: The page that is shown, from 1.
    ///   - address: The address of another page.
    public init(page: Int, pageSize: Int, total: Int64, address: (Int) -> String) {
        let first = Int64(page - 1) * Int64(pageSize) + 1
        self.first = total == 0 ? 0 : first
        last = min(first + Int64(pageSize) - 1, total)
        self.total = total
        previous = page > 1 ? address(page - 1) : nil
        next = last < total ? address(page + 1) : nil
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "shown": .sentence(Phrase("{1}–{2} dari {3}", "{1}–{2} of {3}"), [.number(first), .number(last), .number(total)])
        case "previous": .maybe(previous)
        case "next": .maybe(next)
        default: nil
        }
    }
}
