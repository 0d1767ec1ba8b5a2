extension PhraseTable {
    /// What becomes of results that a phone keeps.
    private static let results: PhraseTable = [
        "sent": Phrase("Hasilmu sudah tersimpan.", "Your results are stored."),
        "waiting": Phrase(
            "Hasilmu disimpan di HP ini dan dikirim kalau ada sinyal.",
            "Your results are kept on this phone and sent when there is a signal."),
        "nobody": Phrase(
            "Hasilmu disimpan di HP ini. Masuk, atau buka kartu pesertamu, supaya tercatat atas namamu.",
            "Your results are kept on this phone. Sign in, or open your participant’s card, to have them recorded as yours."),
        "outdated": Phrase(
            "Pertanyaannya sudah diperbarui. Kerjakan sekali lagi.", "The questions have changed. Please answer them once more."),
        "claim": Phrase("Kirim hasil di HP ini sebagai hasilku", "Send the results on this phone as mine"),
    ]

    static let lesson: PhraseTable = results.adding([
        "questions": Phrase("Pertanyaan", "Questions"),
        "several": Phrase("Boleh pilih lebih dari satu", "You may choose more than one"),
        "number": Phrase("Tulis angka saja", "Write digits only"),
        "right": Phrase("Benar.", "Right."),
        "wrong": Phrase("Belum tepat.", "Not yet."),
        "check": Phrase("Periksa jawaban", "Check the answers"),
    ])

    static let lessonSend: PhraseTable = results.adding([
        "unreadable": Phrase(
            "Alamat ini tidak membawa hasil yang bisa dibaca. Buka lagi tautan di paket kursusmu.",
            "This address carries no results that can be read. Open the link in your course package again."),
        "back": Phrase("Lihat semua kursus", "See all courses"),
        "about": Phrase(
            "Di sini hasil dari paket kursus tanpa internet dikirim.", "Here the results of a course taken without internet are sent."),
    ])
}
