extension PhraseTable {
    static let comparison: PhraseTable = [
        "sure": Phrase("Kemungkinan sama, menurut dua baris ini saja", "How likely they are the same, by these two rows alone"),
        "verdictFirst": Phrase(
            "Pasangan ini menunggu jawabanmu. Skornya tampil sesudah kamu menjawab.",
            "This pair waits for your verdict. Its score is shown once you have given it."),
        "judge": Phrase("Jawab sekarang", "Give your verdict"),
    ]
}
