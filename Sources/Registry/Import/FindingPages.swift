public import Storage

extension SQLDatabase {
    /// Hands over everything that was found in the rows of a list, in their order, a thousand at a time.
    public func forEachFindings(of listImport: ListImportID, _ body: ([Finding]) async throws -> Void) async throws {
        var line = 0
        while true {
            let page = try await read { [line] in try $0.findings(of: listImport, behind: line, limit: 1000) }
            guard let last = page.last else { return }
            // The last line may go on behind the page: it is left to the next one, unless it is all there is.
            let whole = page.count < 1000 ? page : page.filter { $0.line < last.line }
            let complete = whole.isEmpty ? page : whole
            try await body(complete)
            line = complete.last?.line ?? last.line
        }
    }
}
