import Learning

extension LocalText {
    var phrase: Phrase { Phrase(indonesian, english) }
}

extension EnrolmentState {
    /// The state in words.
    var phrase: Phrase {
        switch self {
        case .draft: Phrase("Draf", "Draft")
        case .submitted: Phrase("Menunggu diperiksa", "To be looked at")
        case .checked: Phrase("Berkas lengkap", "In order")
        case .tested: Phrase("Sudah tes", "Tested")
        case .accepted: Phrase("Diterima", "Accepted")
        case .waiting: Phrase("Daftar tunggu", "On the waiting list")
        case .offered: Phrase("Ditawari kursi", "Offered a seat")
        case .rejected: Phrase("Tidak diterima", "Not accepted")
        case .confirmed: Phrase("Pasti datang", "Coming")
        case .attending: Phrase("Sedang ikut", "Attending")
        case .completed: Phrase("Selesai", "Completed")
        case .failed: Phrase("Belum lulus", "Not passed")
        case .dropped: Phrase("Berhenti", "Dropped out")
        case .assessed: Phrase("Kompeten", "Found able")
        case .certified: Phrase("Bersertifikat", "Certified")
        case .withdrawn: Phrase("Batal ikut", "Withdrawn")
        }
    }

    var mark: Badge.Kind {
        switch self {
        case .accepted, .confirmed, .attending, .completed, .assessed, .certified: .good
        case .waiting, .offered: .warning
        case .rejected, .failed, .dropped, .withdrawn: .bad
        case .draft, .submitted, .checked, .tested: .neutral
        }
    }
}

extension SelectionRule.Method {
    var phrase: Phrase {
        switch self {
        case .firstCome: Phrase("Siapa cepat dia dapat", "First come, first served")
        case .regionQuota: Phrase("Kursi menurut provinsi, siapa cepat dia dapat", "Seats by province, first come, first served")
        case .rubric: Phrase("Dipilih menurut penilaian", "Chosen by reviewers’ points")
        case .test: Phrase("Dipilih menurut hasil tes", "Chosen by a test")
        }
    }
}

extension PeopleStep {
    var phrase: Phrase {
        switch self {
        case .enrolled: Phrase("terdaftar", "enrolled")
        case .attended: Phrase("hadir", "attended")
        case .passed: Phrase("lulus", "passed")
        case .certified: Phrase("bersertifikat", "certified")
        }
    }
}

extension PeopleLadder {
    var figures: [SectionPage.Figure] { PeopleStep.allCases.map { SectionPage.Figure($0.phrase, self[$0]) } }
}

extension ApplicantFault {
    /// The field that it belongs to, if it is about one.
    var field: String? {
        switch self {
        case .nameMissing: "name"
        case .nikUnreadable: "nik"
        case .phoneUnreadable: "phone"
        case .birthDateUnreadable, .birthDateMissing, .tooYoung, .tooOld: "birth"
        case .regionUnknown, .outsideRegions: "region"
        case .businessMissing: "business"
        case .tooSoon, .wasAbsent: nil
        }
    }

    var phrase: Phrase {
        switch self {
        case .nameMissing: Phrase("Tulis nama lengkap.", "Write the full name.")
        case .nikUnreadable:
            Phrase("NIK terdiri dari 16 angka. Periksa lagi, atau kosongkan.", "A NIK has 16 digits. Check it, or leave it empty.")
        case .phoneUnreadable:
            Phrase("Nomor telepon tidak terbaca. Contoh: 0812 3456 7890.", "The phone number cannot be read. For example: 0812 3456 7890.")
        case .birthDateUnreadable: Phrase("Tanggal lahir tidak terbaca.", "The birth date cannot be read.")
        case .birthDateMissing: Phrase("Tanggal lahir diperlukan untuk program ini.", "This programme needs the birth date.")
        case .regionUnknown:
            Phrase("Kabupaten atau kota ini tidak dikenal. Periksa ejaannya.", "This regency or city is unknown. Check its spelling.")
        case .tooYoung(let age): Phrase("Peserta paling muda berumur \(age) tahun.", "Participants are at least \(age) years old.")
        case .tooOld(let age): Phrase("Peserta paling tua berumur \(age) tahun.", "Participants are at most \(age) years old.")
        case .businessMissing: Phrase("Tulis nama usahamu.", "Write the name of your business.")
        case .outsideRegions: Phrase("Program ini untuk wilayah lain.", "This programme is for other regions.")
        case .tooSoon(let months):
            Phrase(
                "Kamu sudah ikut program ini. Boleh daftar lagi setelah \(months) bulan.",
                "You have been in this programme. You may apply again after \(months) months.")
        case .wasAbsent(let months):
            Phrase(
                "Kursimu yang lalu tidak dipakai. Boleh daftar lagi setelah \(months) bulan.",
                "You did not use your last seat. You may apply again after \(months) months.")
        }
    }
}

extension LearnerMessage.Kind {
    var phrase: Phrase {
        switch self {
        case .accepted: Phrase("Kamu diterima.", "You are accepted.")
        case .waiting: Phrase("Kursi sudah penuh. Kamu masuk daftar tunggu.", "The seats are taken. You are on the waiting list.")
        case .rejected: Phrase("Kali ini kamu belum diterima.", "You were not accepted this time.")
        case .seatOffered: Phrase("Ada kursi kosong untukmu. Jawab sebelum waktunya habis.", "A seat is free for you. Answer in time.")
        case .offerLapsed:
            Phrase(
                "Tidak ada jawaban, jadi kursinya diberikan kepada yang lain.", "There was no answer, so the seat went to somebody else.")
        case .completed: Phrase("Selamat, kamu menyelesaikan program ini.", "Congratulations, you completed the programme.")
        case .failed: Phrase("Kali ini kamu belum lulus.", "You did not pass this time.")
        case .certified: Phrase("Sertifikatmu sudah terbit.", "Your certificate is issued.")
        }
    }
}

extension AttendanceOutcome {
    var phrase: Phrase {
        switch self {
        case .recorded: Phrase("Tercatat.", "Recorded.")
        case .sentBefore, .alreadyMarked: Phrase("Sudah tercatat sebelumnya.", "It was recorded before.")
        case .overtaken: Phrase("Ada catatan yang lebih baru.", "There is a later record.")
        case .notEnrolled: Phrase("Tidak terdaftar di kelas ini.", "Not enrolled in this class.")
        case .hasNoSeat: Phrase("Tidak punya kursi di kelas ini. Tanyakan kepada pengajar.", "Has no seat in this class. Ask the trainer.")
        }
    }
}

extension PhraseTable {
    static let check: PhraseTable = [
        "lead": Phrase(
            "Baca kode di sertifikat dengan kamera HP, atau tempel isinya di sini.",
            "Read the code on the certificate with a phone’s camera, or paste what it holds here."),
        "certificate": Phrase("Sertifikat", "Certificate"),
        "hint": Phrase(
            "Isi kode (NK1:…), berkas JSON, atau token.", "What the code holds (NK1:…), the JSON file, or the token."),
        "check": Phrase("Periksa", "Check"),
        "offline": Phrase("Tanpa internet", "Without a network"),
        "offlineText": Phrase(
            "Halaman ini, sekali dibuka, memeriksa sertifikat di HP-mu sendiri, juga tanpa internet. Tidak ada yang dikirim.",
            "Once opened, this page checks certificates on your own phone, without a network too. Nothing is sent."),
    ]
}
