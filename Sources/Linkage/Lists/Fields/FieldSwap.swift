/// Two fields that whoever fills in a row may have mixed up: the business under the owner's heading, the family name before the given one.
struct FieldSwap: Sendable, Hashable {
    let first: Int
    let second: Int

    /// What it takes from the odds that one of two rows is mixed up: about one row in a hundred is.
    static let weight: Float = -6.5

    /// The fields of a model that are mixed up in practice.
    static func all(_ fields: [ListModel.Field]) -> [FieldSwap] {
        [(FieldKind.business, FieldKind.person), (.givenName, .familyName)].compactMap { one, other in
            guard let first = fields.firstIndex(where: { $0.kind == one }), let second = fields.firstIndex(where: { $0.kind == other })
            else { return nil }
            return FieldSwap(first: first, second: second)
        }
    }
}
