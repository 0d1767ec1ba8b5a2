extension PhraseTable {
    /// The words of the frame and of the components, which every template may ask for.
    static let common: PhraseTable = [
        "site": Phrase("Naik Kelas", "Naik Kelas"),
        "tagline": Phrase("UMKM Indonesia, dihitung satu per satu", "Indonesia’s small businesses, counted one by one"),
        "skip": Phrase("Langsung ke isi", "Skip to content"),
        "navigation": Phrase("Menu utama", "Main menu"),
        "language": Phrase("Bahasa", "Language"),
        "theme": Phrase("Warna", "Colours"),
        "signOut": Phrase("Keluar", "Sign out"),
        "footer": Phrase(
            "Setiap angka bisa dibuka sampai ke buktinya. Data pribadi dijaga menurut UU 27/2022.",
            "Every figure opens down to its evidence. Personal data are protected under Law 27/2022."),
        "definitions": Phrase("Arti kata", "Definitions"),
        "components": Phrase("Bagian halaman", "Components"),
        "asTable": Phrase("Lihat sebagai tabel", "Read as a table"),
        "optional": Phrase("(boleh kosong)", "(optional)"),
        "errorSummary": Phrase("Ada yang perlu diperbaiki", "Something needs mending"),
        "previous": Phrase("Sebelumnya", "Previous"),
        "start": Phrase("Awal", "Start"),
        "next": Phrase("Berikutnya", "Next"),
        "pages": Phrase("Halaman", "Pages"),
        "done": Phrase("selesai", "done"),
        "now": Phrase("sekarang", "now"),
        "steps": Phrase("Langkah", "Steps"),
        "field": Phrase("Kolom", "Field"),
        "rows": Phrase("Isi kedua baris; huruf yang berbeda ditandai", "What both rows hold; characters that differ are marked"),
        "hidden": Phrase("Isi baris ini hanya boleh dilihat mitra yang mengirimnya.", "Only the partner who sent these rows may see them."),
    ]
}
