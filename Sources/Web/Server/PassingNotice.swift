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
    case productSaved = "product-saved"
    case productsChanged = "products-changed"
    case stockKept = "stock-kept"
    case countUnreadable = "count-unreadable"
    case keeperAdded = "keeper-added"
    case keeperUnknown = "keeper-unknown"
    case photoAdded = "photo-added"
    case photosArranged = "photos-arranged"
    case notAPhoto = "not-a-photo"
    case photoTooLarge = "photo-too-large"
    case photoBroken = "photo-broken"
    case tooManyPhotos = "too-many-photos"
    case listingKept = "listing-kept"
    case shopKept = "shop-kept"
    case shopConnected = "shop-connected"
    case shopNotConnected = "shop-not-connected"
    case shopDisconnected = "shop-disconnected"
    case comparisonAsked = "comparison-asked"
    case historyKept = "history-kept"
    case allWanted = "all-wanted"
    case orderSent = "order-sent"
    case orderCancelled = "order-cancelled"

    /// Whether it says that something was done, or that it was not.
    var kind: Notice.Kind {
        switch self {
        case .countUnreadable, .keeperUnknown, .notAPhoto, .photoTooLarge, .photoBroken, .tooManyPhotos, .liveOver, .liveTooMany, .liveFull,
            .shopNotConnected:
            .warning
        default: .success
        }
    }

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
        case .productSaved: Phrase("Produk tersimpan.", "The product is saved.")
        case .productsChanged: Phrase("Produk sudah diubah.", "The products are changed.")
        case .stockKept: Phrase("Stok tercatat.", "The stock is kept.")
        case .countUnreadable: Phrase("Tulis jumlahnya dengan angka, misalnya 12.", "Write the number in digits, such as 12.")
        case .keeperAdded: Phrase("Pemilik sekarang bisa mengurus produknya.", "The owner can look after the products now.")
        case .keeperUnknown:
            Phrase("Belum ada akun dengan nomor itu. Buat akunnya dulu.", "There is no account with that number. Make one first.")
        case .photoAdded: Phrase("Foto ditambahkan.", "The photo was added.")
        case .photosArranged: Phrase("Foto sudah diatur.", "The photos are arranged.")
        case .notAPhoto: Phrase("Berkas itu bukan foto JPEG, PNG atau WebP.", "That file is no JPEG, PNG or WebP photo.")
        case .photoTooLarge:
            Phrase(
                "Foto itu terlalu besar. Paling besar 40 megapiksel dan 15 MB.", "That photo is too large. At most 40 megapixels and 15 MB."
            )
        case .photoBroken:
            Phrase(
                "Foto itu rusak atau belum terkirim seluruhnya. Unggah lagi.",
                "That photo is broken or did not arrive whole. Upload it again.")
        case .tooManyPhotos: Phrase("Sudah ada 9 foto. Hapus satu dulu.", "There are 9 photos already. Remove one first.")
        case .listingKept: Phrase("Tersimpan.", "Kept.")
        case .shopKept: Phrase("Toko tersimpan.", "The shop is kept.")
        case .shopConnected:
            Phrase(
                "Toko tersambung. Pesanan lama sedang dibaca; produk yang ditayangkan akan dikirim ke sana.",
                "The shop is connected. Its past orders are being read; published products will be sent there.")
        case .shopNotConnected:
            Phrase(
                "Toko belum tersambung. Coba lagi dari awal; kalau toko itu sudah tersambung ke usaha lain, hubungi petugas.",
                "The shop is not connected. Start again; if another business has connected that shop, ask the office.")
        case .shopDisconnected: Phrase("Sambungan toko diputus.", "The shop is disconnected.")
        case .comparisonAsked: Phrase("Toko akan disamakan dengan kanalnya.", "The shop will be compared with its channel.")
        case .historyKept: Phrase("Riwayat penjualan tersimpan.", "The past orders are kept.")
        case .allWanted:
            Phrase(
                "Semua produk akan ditayangkan di toko ini. Yang belum siap menunggu di sini dengan alasannya.",
                "Every product will be published in this shop. Those that are not ready wait here with the reason.")
        case .orderSent: Phrase("Pesanan diserahkan ke kurir.", "The order goes to the courier.")
        case .orderCancelled: Phrase("Pesanan dibatalkan.", "The order is cancelled.")
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
