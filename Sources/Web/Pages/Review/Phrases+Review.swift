extension PhraseTable {
    static let review: PhraseTable = [
        "findings": Phrase("Pendapat mesin", "What the machine thinks"),
        "answer": Phrase("Jawabanmu", "Your answer"),
        "keys": Phrase("Jawab juga dengan tombol angka", "Answer with number keys too"),
        "recorded": Phrase(
            "Membuka pasangan ini dicatat. Pemilik usaha bisa melihat siapa yang membaca datanya.",
            "Opening this pair is recorded. Owners can see who read their data."),
    ]
}
