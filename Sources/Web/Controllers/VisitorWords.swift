import Accounts
import Journey
import Nusantara

extension Role {
    /// The role in words.
    var phrase: Phrase {
        switch self {
        case .owner: Phrase("Pemilik usaha", "Business owner")
        case .facilitator: Phrase("Pendamping", "Facilitator")
        case .officer: Phrase("Petugas", "Officer")
        case .reviewer: Phrase("Pemeriksa", "Reviewer")
        case .partner: Phrase("Mitra", "Partner")
        case .auditor: Phrase("Auditor", "Auditor")
        case .administrator: Phrase("Pengelola", "Administrator")
        }
    }
}

extension Viewer {
    /// Whether the person may bring in the lists of some partner. A list may name businesses anywhere, so a grant for one region is not enough.
    var mayImportLists: Bool {
        scopes(for: .importLists).contains { $0.region == .nation }
    }
}

extension Frame.Visitor {
    init(_ viewer: Viewer) {
        var places: [Frame.Place] = [.office]
        if viewer.holds(.takeAttendance) { places.append(.classes) }
        if viewer.mayImportLists { places.append(.imports) }
        if viewer.holds(.readNames) { places.append(.search) }
        if viewer.holds(.decideLinks) { places.append(.review) }
        if viewer.holds(.manageUsers) { places.append(.users) }
        let roles = viewer.grants.map { $0.role.phrase[.indonesian] }
        self.init(name: viewer.person.name, role: roles.isEmpty ? "" : Set(roles).sorted().joined(separator: ", "), places: places)
    }
}

extension Scope {
    /// Where and for whom: "Jawa Barat", "Shopee".
    func words(partners: [Partner], programmes: [Programme]) -> String {
        var words = [region == .nation ? "Indonesia" : Regions.region(region)?.everydayName ?? region.rawValue]
        if let partner, let found = partners.first(where: { $0.id == partner }) { words.append(found.name) }
        if let programme, let found = programmes.first(where: { $0.id == programme }) { words.append(found.name) }
        return words.joined(separator: ", ")
    }
}
