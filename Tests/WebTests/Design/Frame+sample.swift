@testable import Web

extension Frame {
    /// A frame such as the page's readers have: an officer's in the office, anybody's elsewhere.
    static func sample(for page: any Page, language: Language = .indonesian, theme: Theme = .automatic) -> Frame {
        let office: Set<Place> = [.office, .imports, .search, .review, .users]
        let isOffice = page.place.map(office.contains) ?? false
        let visitor = Visitor(name: "Siti Rahmawati", role: "Petugas Jawa Barat", places: [.office, .imports, .search, .review, .users])
        return Frame(language: language, theme: theme, visitor: isOffice ? visitor : nil, formToken: "token-of-the-sample")
    }
}
