extension PhraseTable {
    static let office: PhraseTable = [
        "tasks": Phrase("Yang bisa kamu kerjakan", "What you can do"),
        "recent": Phrase("Daftar terakhir", "Latest lists"),
        "noImports": Phrase("Belum ada daftar yang masuk.", "No list has come in yet."),
    ]

    static let names: PhraseTable = [
        "back": Phrase("Kembali ke hitungan", "Back to the count"),
        "recorded": Phrase(
            "Membuka daftar ini dicatat. Pemilik usaha bisa melihat siapa yang membaca datanya.",
            "Opening this list is recorded. Owners can see who read their data."),
    ]

    static let search: PhraseTable = [
        "more": Phrase("Masih ada yang lain. Tambahkan kata supaya lebih tepat.", "There are more. Add a word to narrow it down.")
    ]

    static let users: PhraseTable = [
        "add": Phrase("Tambah pengguna", "Add a user"),
        "all": Phrase("Semua pengguna", "All users"),
        "deactivate": Phrase("Tutup akses", "End access"),
        "user": Phrase("Nama", "Name"),
        "role": Phrase("Peran", "Role"),
        "scope": Phrase("Untuk", "For"),
        "state": Phrase("Keadaan", "State"),
        "action": Phrase("Tindakan", "Action"),
        "handover": Phrase("Berikan ini kepada pengguna baru", "Hand this to the new user"),
        "handoverText": Phrase("Ini hanya tampil sekali.", "This is shown only once."),
    ]

    static let business: PhraseTable = [
        "products": Phrase("Produk dan toko", "Products and shops"),
        "owners": Phrase("Pemilik", "Owners"),
        "user": Phrase("Nama", "Name"),
        "nik": Phrase("NIK", "NIK"),
        "phone": Phrase("Telepon", "Phone"),
        "noOwners": Phrase("Pemiliknya belum diketahui.", "Its owner is not known yet."),
        "asSent": Phrase("Isi baris seperti dikirim", "The row as it was sent"),
        "whySame": Phrase("Mengapa dianggap usaha yang sama?", "Why is it taken for the same business?"),
        "compare": Phrase("Bandingkan dengan baris pertama", "Compare with the first row"),
        "sure": Phrase("Keyakinan", "Certainty"),
        "standing": Phrase("Di mana usaha ini berdiri", "Where the business stands"),
        "noMilestones": Phrase("Belum ada yang tercatat.", "Nothing on record yet."),
        "milestones": Phrase("Pencapaian", "Milestones"),
        "merge": Phrase("Gabungkan usaha lain ke sini", "Join another business to this one"),
        "moveOut": Phrase("Baris ini usaha lain? Pindahkan", "Another business? Move this row out"),
        "readers": Phrase("Siapa membaca data ini", "Who read these data"),
        "noReaders": Phrase("Kamu yang pertama.", "You are the first."),
    ]
}
