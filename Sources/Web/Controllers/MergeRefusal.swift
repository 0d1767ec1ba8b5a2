import Registry
import Storage

extension MergeError {
    /// Why it cannot be done, and what to do about it.
    var phrase: Phrase {
        switch self {
        case .unknownBusiness:
            Phrase("Usaha itu tidak ada.", "There is no such business.")
        case .sameBusiness:
            Phrase("Itu usaha yang sama. Pilih usaha yang lain.", "That is the same business. Choose another one.")
        case .alreadyMerged:
            Phrase(
                "Salah satunya sudah digabung ke usaha lain. Buka usaha itu, lalu coba lagi.",
                "One of them was joined to another business already. Open that business and try again.")
        case .heldApart:
            Phrase(
                "Tidak bisa digabung: para pemeriksa sudah memutuskan bahwa dua barisnya bukan satu usaha.",
                "They cannot be joined: reviewers have decided that two of their rows are not one business.")
        case .heldTogether:
            Phrase(
                "Tidak bisa dipisah: para pemeriksa sudah memutuskan bahwa dua barisnya satu usaha.",
                "They cannot be parted: reviewers have decided that two of the rows are one business.")
        case .unknownMerge:
            Phrase("Penggabungan itu tidak ada.", "There is no such merge.")
        case .alreadyUndone:
            Phrase("Ini sudah dibatalkan sebelumnya.", "This was undone before.")
        case .laterMerge:
            Phrase(
                "Sesudah itu usahanya digabung ke usaha lain. Batalkan penggabungan itu dulu.",
                "The business was joined to another one afterwards. Undo that first.")
        case .nothingToPart:
            Phrase(
                "Baris itu bukan milik usaha ini, atau satu-satunya barisnya.",
                "That row is not of this business, or it is the only one it has.")
        case .unknownTable:
            Phrase(
                "Sebagian data yang dipindah tidak dikenal program ini. Beri tahu pengelola sistem.",
                "The program does not know some of the data that were moved. Tell whoever runs the system.")
        }
    }

    /// Where the reader sees what stands in the way.
    var address: String? {
        switch self {
        case .heldApart(let one, let other), .heldTogether(let one, let other):
            Paths.review(one.description, other.description)
        case .laterMerge(let merge): Paths.merging(merge.description)
        case .alreadyMerged(_, let business): Paths.business(business.description)
        default: nil
        }
    }
}
