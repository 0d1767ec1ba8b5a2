import Foundation

/// The program's categories of goods: what small businesses make and sell, each with the category that feeds want.
public struct ProductTaxonomy: Sendable {
    /// In the order of the file, each level before what lies in it.
    public let categories: [ProductCategory]
    private let places: [String: Int]
    private let parents: Set<String>

    /// Those in which a product can be put: without the ones that only hold others.
    public var leaves: [ProductCategory] { categories.filter { !parents.contains($0.key) } }

    /// The category with a key; nil if there is none.
    public subscript(key: String) -> ProductCategory? { places[key].map { categories[$0] } }

    /// Whether a product can be put in it.
    public func isLeaf(_ key: String) -> Bool { places[key] != nil && !parents.contains(key) }

    /// The category that people mean by a text: its key, or its name in either language, whatever the case.
    public func category(named text: String) -> ProductCategory? {
        let wanted = text.lowercased()
        return self[wanted] ?? leaves.first { $0.indonesian.lowercased() == wanted || $0.english.lowercased() == wanted }
    }

    public static let shipped: ProductTaxonomy = {
        do {
            let file = Bundle.module.bundleURL.appending(path: "Resources/categories.tsv")
            return try ProductTaxonomy(String(decoding: Data(contentsOf: file), as: UTF8.self))
        } catch {
            // The file is part of the program, and a test reads it.
            fatalError("The categories of goods cannot be read: \(error)")
        }
    }()

    /// Reads lines of key, Indonesian name, English name, Google's category, `ready` or nothing, and permits with spaces between them,
    /// set apart by tabs; lines that begin with `#` are remarks.
    ///
    /// - Throws: ``Malformed`` with the line.
    public init(_ text: String) throws(Malformed) {
        var categories: [ProductCategory] = []
        var places: [String: Int] = [:]
        var parents: Set<String> = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 6, !cells[0].isEmpty, !cells[1].isEmpty, !cells[2].isEmpty, !cells[3].isEmpty, places[cells[0]] == nil,
                cells[4].isEmpty || cells[4] == "ready"
            else { throw Malformed(line: index + 1) }
            var permits: [PermitNeed] = []
            for word in cells[5].split(separator: " ") {
                guard let need = PermitNeed(rawValue: String(word)) else { throw Malformed(line: index + 1) }
                permits.append(need)
            }
            let category = ProductCategory(
                key: cells[0], indonesian: cells[1], english: cells[2], google: cells[3], isReadyToEat: cells[4] == "ready",
                permits: permits)
            if let parent = category.parent {
                guard places[parent] != nil else { throw Malformed(line: index + 1) }
                parents.insert(parent)
            }
            places[category.key] = categories.count
            categories.append(category)
        }
        self.categories = categories
        self.places = places
        self.parents = parents
    }

    public struct Malformed: Error, Hashable {
        public let line: Int
    }
}
