/// A message that one page leaves for the next in a cookie: a word of the program, so that nobody can have it say anything else.
enum PassingNotice: String, Sendable, CaseIterable {
    case signedOut = "signed-out"
    case mappingRemembered = "mapping-remembered"
    case importStarted = "import-started"
    case bulletinFrozen = "bulletin-frozen"
    case personAdded = "person-added"
    case personDeactivated = "person-deactivated"
    case businessRegistered = "business-registered"
    case businessKnown = "business-known"
    case businessRegisteredBefore = "business-registered-before"
    case businessesMerged = "businesses-merged"
    case claimMovedOut = "claim-moved-out"
    case mergeUndone = "merge-undone"
    case sampleDrawn = "sample-drawn"
    case answerKept = "answer-kept"
    case definitionSaved = "definition-saved"
    case cohortOpened = "cohort-opened"
    case sessionSaved = "session-saved"
    case attendanceKept = "attendance-kept"
    case stageClosed = "stage-closed"
    case seatsGiven = "seats-given"
    case resultsKept = "results-kept"
    case certificatesIssued = "certificates-issued"
    case certificateRevoked = "certificate-revoked"
    case liveStored = "live-stored"
    case liveOver = "live-over"
    case liveTooMany = "live-too-many"
    case liveFull = "live-full"

    var phrase: Phrase {
        switch self {
        case .signedOut: Phrase("Anda sudah keluar.", "You are signed out.")
        case .mappingRemembered: Phrase("Susunan kolom disimpan.", "The columns are remembered.")
        case .importStarted: Phrase("Impor dimulai.", "The import has started.")
        case .bulletinFrozen: Phrase("Buletin sudah dibekukan.", "The bulletin is frozen.")
        case .personAdded: Phrase("Pengguna ditambahkan.", "The user was added.")
        case .personDeactivated: Phrase("Pengguna dinonaktifkan.", "The user was deactivated.")
        case .businessRegistered: Phrase("Usaha baru sudah tersimpan.", "The new business is stored.")
        case .businessKnown: Phrase("Tersimpan pada usaha yang sudah dikenal.", "Stored with the business that was known already.")
        case .businessesMerged: Phrase("Kedua usaha sudah digabung.", "The businesses are joined.")
        case .claimMovedOut: Phrase("Baris itu sekarang usaha tersendiri.", "The row is a business of its own now.")
        case .sampleDrawn: Phrase("Sampel bulan ini sudah masuk antrean.", "This month’s sample is in the queue.")
        case .liveStored: Phrase("Sudah masuk.", "It is in.")
        case .liveOver:
            Phrase("Sudah ditutup, jadi tidak bisa masuk lagi.", "That is closed and takes no more.")
        case .liveTooMany:
            Phrase("Paling banyak lima pertanyaan semenit. Coba lagi sebentar.", "Five questions a minute at most. Try again shortly.")
        case .liveFull: Phrase("Ruang ini penuh.", "This room is full.")
        case .mergeUndone: Phrase("Sudah dibatalkan.", "It is undone.")
        case .answerKept: Phrase("Jawabanmu tersimpan.", "Your answer is kept.")
        case .definitionSaved: Phrase("Aturan program tersimpan.", "The programme’s rules are saved.")
        case .cohortOpened: Phrase("Kelas dibuka.", "The class is open.")
        case .sessionSaved: Phrase("Pertemuan tersimpan.", "The session is saved.")
        case .attendanceKept: Phrase("Kehadiran tersimpan.", "Attendance is kept.")
        case .stageClosed: Phrase("Tahap ditutup.", "The stage is closed.")
        case .seatsGiven: Phrase("Kursi sudah dibagikan.", "The seats are given.")
        case .certificatesIssued: Phrase("Sertifikat terbit.", "The certificates are issued.")
        case .certificateRevoked: Phrase("Sertifikat dicabut.", "The certificate is taken back.")
        case .resultsKept: Phrase("Nilai tersimpan.", "The results are kept.")
        case .businessRegisteredBefore:
            Phrase("Formulir ini sudah tersimpan sebelumnya. Tidak ada yang berubah.", "This form was stored before. Nothing changed.")
        }
    }
}
