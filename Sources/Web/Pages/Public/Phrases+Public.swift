extension PhraseTable {
    static let definitions: PhraseTable = [
        "lead": Phrase(
            "Kata yang sama selalu berarti hal yang sama, di semua halaman.", "The same word always means the same thing, on every page."),
        "ladder": Phrase("Tangga naik kelas", "The ladder"),
        "ladderText": Phrase(
            "Usaha naik satu anak tangga kalau ada buktinya. Usaha di anak tangga atas juga dihitung di semua anak tangga di bawahnya.",
            "A business climbs a rung when there is evidence. A business on a high rung also counts on all rungs below it."),
        "words": Phrase("Semua kata", "All words"),
        "counting": Phrase("Bagaimana kami menghitung", "How we count"),
        "counting1": Phrase(
            "Mitra mengirim daftar. Setiap baris disimpan seperti aslinya.", "Partners send lists. Every row is kept as it was sent."),
        "counting2": Phrase(
            "Kami membandingkan nomor izin, telepon, nama, dan alamat untuk menemukan usaha yang sama.",
            "We compare permit numbers, phones, names and addresses to find the same business."),
        "counting3": Phrase(
            "Yang sama digabung dan dihitung satu kali. Yang belum pasti diperiksa petugas.",
            "What is the same is joined and counted once. What is not certain is checked by an officer."),
        "counting4": Phrase(
            "Setiap angka bisa dibuka sampai ke nama dan buktinya oleh petugas yang berhak.",
            "Every figure can be opened down to names and evidence by officers who may."),
        "quality": Phrase("Seberapa tepat penggabungannya?", "How good is the joining?"),
        "quality1": Phrase(
            "Setiap bulan mesin memilih pasangan baris secara acak: yang digabung, yang hampir digabung, dan yang tidak digabung.",
            "Each month pairs of rows are drawn at random: joined, nearly joined, and not joined."),
        "quality2": Phrase(
            "Dua orang memeriksa tiap pasangan tanpa melihat pendapat mesin atau jawaban satu sama lain. Kalau berbeda, penengah memutuskan.",
            "Two people judge each pair without seeing what the machine or the other one thinks. Where they differ, an arbiter decides."),
        "quality3": Phrase(
            "Ketepatan: dari 100 pasangan yang digabung, berapa yang memang satu usaha. Kelengkapan: dari 100 pasangan yang memang satu usaha, berapa yang ditemukan.",
            "Precision: of 100 joined pairs, how many are one business. Recall: of 100 pairs that are one business, how many were found."),
        "quality4": Phrase(
            "Karena hanya sebagian yang diperiksa, angka yang benar hampir selalu ada di dalam rentangnya. Pasangan yang tidak punya satu pun petunjuk bersama tidak ikut terpilih.",
            "Because only some are judged, the true figure nearly always lies within its interval. Pairs that share no clue at all are not drawn."
        ),
    ]

    static let bulletins: PhraseTable = [
        "lead": Phrase(
            "Buletin adalah angka yang dibekukan. Bisa dibuka lagi kapan saja, dan isinya tidak berubah.",
            "A bulletin is a frozen count. It can be opened at any time, and never changes."),
        "freeze": Phrase("Bekukan angka hari ini", "Freeze today’s figures"),
    ]

    static let error: PhraseTable = [
        "status": Phrase("Kode", "Code"),
        "home": Phrase("Ke halaman utama", "To the home page"),
    ]

    static let signIn: PhraseTable = [
        "help": Phrase(
            "Lupa PIN? Temui pendamping di daerahmu; ia bisa memberimu PIN baru.",
            "Forgot your PIN? See the facilitator in your area, who can give you a new one."),
        "staffHelp": Phrase(
            "Lupa kata sandi? Hubungi pengelola pengguna di kantormu.",
            "Forgot your password? Ask the person who keeps your office’s users."),
    ]
}
