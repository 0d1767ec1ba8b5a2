extension PhraseTable {
    static let liveEntry: PhraseTable = [
        "lead": Phrase("Ketik kode yang tampil di layar atau disebut pemandu.", "Type the code on the screen or that the trainer says.")
    ]

    static let liveDoor: PhraseTable = [
        "over": Phrase("Ruang ini sudah ditutup.", "This room is closed.")
    ]

    static let liveRoom: PhraseTable = [
        "people": Phrase("orang di sini", "people here"),
        "you": Phrase("Kamu masuk sebagai", "You are here as"),
        "over": Phrase("Ruang ini sudah ditutup. Terima kasih sudah ikut.", "This room is closed. Thank you for taking part."),
        "offline": Phrase("Sambungan putus. Mencoba lagi …", "The connection is lost. Trying again …"),
        "refused": Phrase("Belum terkirim. Coba lagi.", "Not sent yet. Try again."),
        "tooMany": Phrase("Paling banyak lima pertanyaan semenit.", "Five questions a minute at most."),
        "ask": Phrase("Tanya", "Ask"),
        "yourQuestion": Phrase("Pertanyaanmu", "Your question"),
        "questions": Phrase("Pertanyaan peserta", "Questions from the floor"),
        "noQuestions": Phrase("Belum ada pertanyaan.", "No questions yet."),
        "votes": Phrase("dukungan", "votes"),
        "vote": Phrase("Dukung", "Vote"),
        "answered": Phrase("Terjawab", "Answered"),
        "hide": Phrase("Sembunyikan", "Hide"),
        "showAgain": Phrase("Tampilkan lagi", "Show again"),
        "markAnswered": Phrase("Sudah terjawab", "Answered"),
        "quiz": Phrase("Kuis", "Quiz"),
        "poll": Phrase("Jajak pendapat", "Poll"),
        "answers": Phrase("jawaban", "answers"),
        "closed": Phrase("selesai", "over"),
        "seconds": Phrase("detik lagi", "seconds left"),
        "received": Phrase("Jawabanmu sudah masuk.", "Your answer is in."),
        "yours": Phrase("jawabanmu", "your answer"),
        "right": Phrase("benar", "right"),
        "leaders": Phrase("Papan nilai", "Leaderboard"),
        "points": Phrase("poin", "points"),
    ]

    static let liveScreen: PhraseTable = liveRoom.adding([
        "join": Phrase("Buka halaman “Ruang langsung”, lalu ketik kode ini", "Open “Live room”, then type this code")
    ]).without(["you", "tooMany", "refused", "ask", "yourQuestion"])

    static let liveGuide: PhraseTable = liveRoom.adding([
        "code": Phrase("Kode", "Code"),
        "close": Phrase("Tutup dan tampilkan hasil", "Close and show the result"),
        "toScreen": Phrase("Buka layar besar", "Open the big screen"),
        "toRoom": Phrase("Lihat sebagai peserta", "See it as a participant"),
        "new": Phrase("Jajak pendapat atau kuis baru", "A new poll or quiz"),
        "hidden": Phrase("Disembunyikan", "Hidden"),
        "end": Phrase("Tutup ruang", "Close the room"),
        "endText": Phrase(
            "Setelah ditutup tidak ada yang bisa masuk atau menjawab, dan kehadiran dihitung.",
            "Once it is closed nobody can join or answer, and attendance is worked out."),
    ]).without(["you", "tooMany", "ask", "yourQuestion"])

    static let liveOpen: PhraseTable = [
        "new": Phrase("Buka ruang baru", "Open a new room"),
        "yours": Phrase("Ruang yang kamu buka", "Rooms that you opened"),
        "none": Phrase("Belum ada.", "None yet."),
        "open": Phrase("terbuka", "open"),
        "over": Phrase("ditutup", "closed"),
    ]
}
