extension PhraseTable {
    static let comparison: PhraseTable = [
        "field": Phrase("Kolom", "Field"),
        "rows": Phrase("Isi kedua baris; huruf yang berbeda ditandai", "What both rows hold; characters that differ are marked"),
        "sure": Phrase("Kemungkinan sama, menurut dua baris ini saja", "How likely they are the same, by these two rows alone"),
        "hidden": Phrase("Isi baris ini hanya boleh dilihat mitra yang mengirimnya.", "Only the partner who sent these rows may see them."),
    ]
}
