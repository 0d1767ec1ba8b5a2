import Accounts
import Journey
import Linkage
import Registry
import Storage

extension ComparisonPage.Side {
    /// A claim with its business, as a column of a comparison.
    init(_ claim: ClaimRecord, of business: BusinessSummary, partners: [Partner]) {
        self.init(
            businessID: business.id.description, businessName: business.name,
            partner: partners.first { $0.id == claim.partner }?.name ?? "–", fileName: claim.fileName, line: claim.line)
    }
}

extension ComparisonPage.Field {
    /// The cells of both rows by field, in the order of the fields. Left out are columns that nobody knows the meaning of, and the partners'
    /// own numbers, which differ whatever they stand for.
    static func fields(of first: ClaimRecord, and second: ClaimRecord, _ contributions: [Contribution]) -> [ComparisonPage.Field] {
        func text(_ claim: ClaimRecord, _ field: ListField) -> String {
            claim.cells.filter { $0.field == field }.map(\.value).joined(separator: ", ")
        }
        return ListField.allCases.filter { $0 != .ignored && $0 != .externalID }.compactMap { field in
            let (a, b) = (text(first, field), text(second, field))
            guard !a.isEmpty || !b.isEmpty else { return nil }
            return ComparisonPage.Field(
                name: Phrase(field.indonesianTitle, field.englishTitle), first: a, second: b, agreement: agreement(field, contributions))
        }
    }

    /// How two values agree of which readers see a part only; nil for what they see whole, and where one side says nothing.
    private static func agreement(_ field: ListField, _ contributions: [Contribution]) -> Phrase? {
        let masked: [ListField: Field] = [.nik: .nik, .npwp: .npwp, .phone: .phone, .email: .email, .birthDate: .birthDate]
        guard let weighed = masked[field], let found = contributions.first(where: { $0.field == weighed }) else { return nil }
        switch found.level {
        case .missing: return nil
        case .different: return Phrase("berbeda", "different")
        case .partial, .contained, .close: return Phrase("mirip", "alike")
        case .same: return Phrase("sama", "the same")
        }
    }
}
