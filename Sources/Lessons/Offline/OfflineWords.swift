/// What the pages of an offline package say around the course.
struct OfflineWords: Sendable {
    let lessons: String
    let finalTest: String
    let questions: String
    let check: String
    let answers: String
    let right: String
    let wrong: String
    let next: String
    let back: String
    let number: String
    let several: String
    let send: String
    let about: String

    static func words(in language: LessonLanguage) -> OfflineWords {
        switch language {
        case .indonesian:
            OfflineWords(
                lessons: "Pelajaran", finalTest: "Ujian akhir", questions: "Pertanyaan", check: "Periksa jawaban",
                answers: "Lihat jawaban yang benar", right: "Benar.", wrong: "Belum tepat.", next: "Berikutnya", back: "Daftar pelajaran",
                number: "Tulis angka saja, tanpa titik", several: "Boleh pilih lebih dari satu", send: "Kirim hasil (perlu internet)",
                about: "Kursus ini bisa dibaca tanpa internet. Buka pelajaran satu per satu.")
        case .english:
            OfflineWords(
                lessons: "Lessons", finalTest: "Final test", questions: "Questions", check: "Check the answers",
                answers: "See the right answers", right: "Right.", wrong: "Not yet.", next: "Next", back: "All lessons",
                number: "Write digits only", several: "You may choose more than one", send: "Send the results (needs internet)",
                about: "This course can be read without internet. Open the lessons one by one.")
        }
    }
}
