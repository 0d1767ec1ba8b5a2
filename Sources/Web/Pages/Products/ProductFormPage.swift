import Catalogue
import Marketplaces

/// The form of a product, new or known.
public struct ProductFormPage: Page {
    public struct Group: TemplateModel {
        let legend: Phrase
        let note: Phrase?
        let fields: [FormField]
        /// What few fill in: folded away until it is asked for.
        var more: [FormField] = []

        var isOpen: Bool { more.contains { $0.error != nil } }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "legend": .phrase(legend)
            case "note": .maybe(note)
            case "fields": .list(fields)
            case "hasMore": .flag(!more.isEmpty)
            case "isOpen": .flag(isOpen)
            case "more": .list(more)
            default: nil
            }
        }
    }

    var isNew: Bool
    var action: String
    var backAddress: String
    var business: String
    var groups: [Group]
    var hidden: [HiddenValue]
    var problem: Phrase?

    public static var template: String { "pages/product-form" }
    public static var words: PhraseTable { ["more": Phrase("Lainnya", "More")] }
    public var place: Frame.Place? { .products }
    public var title: Phrase { isNew ? Phrase("Produk baru", "New product") : Phrase("Ubah produk", "Change the product") }

    private var errors: [FormField] { groups.flatMap { $0.fields + $0.more }.filter { $0.error != nil } }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "business": .text(business)
        case "backAddress": .text(backAddress)
        case "action": .text(action)
        case "groups": .list(groups)
        case "hidden": .list(hidden)
        case "problem": .maybe(problem)
        case "hasErrors": .flag(problem != nil || !errors.isEmpty)
        case "hasFieldErrors": .flag(!errors.isEmpty)
        case "errors": .list(errors)
        case "submit": .phrase(Phrase("Simpan", "Save"))
        default: nil
        }
    }
}
