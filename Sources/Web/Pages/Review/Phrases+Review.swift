extension PhraseTable {
    static let review: PhraseTable = [
        "findings": Phrase("Pendapat mesin", "What the machine thinks"),
        "answer": Phrase("Jawabanmu", "Your answer"),
        "keys": Phrase("Jawab juga dengan tombol angka", "Answer with number keys too"),
        "sample": Phrase("Sampel bulan ini", "This month’s sample"),
        "sampleText": Phrase(
            "Pasangan yang dipilih acak masuk ke antrean ini. Dari jawabannya dihitung seberapa tepat hitungan kita.",
            "Pairs drawn at random go into this queue. The answers tell how good the count is."),
        "draw": Phrase("Ambil sampel", "Draw the sample"),
        "recorded": Phrase(
            "Membuka pasangan ini dicatat. Pemilik usaha bisa melihat siapa yang membaca datanya.",
            "Opening this pair is recorded. Owners can see who read their data."),
    ]
}
