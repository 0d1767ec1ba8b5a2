import Accounts
import Catalogue
import Storage

@testable import Web

extension ProductFormPage {
    private static let room = ShopDoor.Room(
        viewer: Viewer(person: Person(id: PersonID(), kind: .owner, name: "Nur Aini", createdAt: .now), grants: []), business: BusinessID(),
        name: typedText, isStaff: false)

    private static let draft: ProductDraft = {
        var draft = ProductDraft()
        draft.title = typedText
        draft.category = "makanan/keripik"
        draft.axes = ["Rasa", ""]
        var variant = VariantDraft(id: VariantID())
        (variant.options, variant.price, variant.stock) = (["Pedas", ""], "0", "12")
        draft.variants = [variant]
        return draft
    }()

    static let sample = ProductForm(draft).page(
        isNew: false, action: "/usaha/u1/produk/p1/ubah", room: room, backAddress: "/usaha/u1/produk/p1", submission: "s", revision: 3,
        faults: draft.reading(for: BusinessID()).faults, problem: Phrase("Kode “K1” sudah dipakai.", "The code “K1” is taken."))

    static let sampleNew = ProductForm(ProductDraft()).page(
        isNew: true, action: "/usaha/u1/produk", room: room, backAddress: "/usaha/u1/produk", submission: "s", revision: 0)
}
