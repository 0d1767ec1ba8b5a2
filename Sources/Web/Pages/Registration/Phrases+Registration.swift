extension PhraseTable {
    static let registration: PhraseTable = [
        "tell": Phrase("Bacakan ini kepada pemilik", "Read this out to the owner")
    ]

    static let knownBusinesses: PhraseTable = [
        "typed": Phrase("Yang kamu tulis", "What you wrote"),
        "owner": Phrase("Pemilik", "Owner"),
        "location": Phrase("Tempat", "Place"),
        "phone": Phrase("Telepon", "Phone"),
        "sure": Phrase("Kemungkinan sama", "How likely it is the same"),
        "why": Phrase("Mengapa?", "Why?"),
        "thisOne": Phrase("Ya, usaha ini", "Yes, this one"),
        "edit": Phrase("Perbaiki isian", "Mend the form"),
        "recorded": Phrase(
            "Membuka nama-nama ini dicatat. Pemilik usaha bisa melihat siapa yang membaca datanya.",
            "Opening these names is recorded. Owners can see who read their data."),
    ]
}
