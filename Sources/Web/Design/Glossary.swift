/// The words of the programme and what they mean, in plain sentences, the same on every page.
public enum Glossary {
    /// One word with its meaning.
    public struct Entry: TemplateModel {
        /// The anchor of the word on the page of definitions.
        public let id: String
        public let word: Phrase
        public let meaning: Phrase

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "id": .text(id)
            case "word": .phrase(word)
            case "meaning": .phrase(meaning)
            default: nil
            }
        }
    }

    public static let claimed = Entry(
        id: "diklaim", word: Phrase("Diklaim", "Claimed"),
        meaning: Phrase(
            "Jumlah baris yang dikirim semua mitra. Satu usaha bisa dikirim lebih dari sekali, jadi angka ini bukan jumlah usaha.",
            "Rows sent by all partners. One business may be sent more than once, so this is not a number of businesses."))

    public static let distinct = Entry(
        id: "usaha", word: Phrase("Usaha", "Businesses"),
        meaning: Phrase(
            "Jumlah usaha yang berbeda di balik semua baris itu. Usaha yang sama dihitung satu kali saja.",
            "The different businesses behind those rows. The same business is counted only once."))

    public static let registered = Entry(
        id: "terdaftar", word: Phrase("Terdaftar", "Registered"),
        meaning: Phrase(
            "Usaha ini ada di catatan kita: ada nama dan tempatnya, dan pemiliknya setuju atau ada dasar hukum lain.",
            "The business is on record: it has a name and a place, and its owner agreed or the law allows it."))

    public static let onboard = Entry(
        id: "onboard", word: Phrase("Onboard", "Onboard"),
        meaning: Phrase(
            "Usaha ini punya paling sedikit satu toko daring yang sudah dicek, atau satu barang yang sedang dijual daring.",
            "The business has at least one online shop that was checked, or one product that is for sale online."))

    public static let selling = Entry(
        id: "aktif-berjualan", word: Phrase("Aktif berjualan", "Selling"),
        meaning: Phrase(
            "Ada yang membeli dari usaha ini secara daring dalam 90 hari terakhir.",
            "Somebody bought from the business online in the last 90 days."))

    public static let growing = Entry(
        id: "naik-kelas", word: Phrase("Naik kelas", "Growing"),
        meaning: Phrase(
            "Usaha ini bertambah besar: mendapat izin baru (NIB, halal, P-IRT), ukurannya naik, atau penjualannya terus naik.",
            "The business grew: it gained a permit (NIB, halal, P-IRT), moved up a size class, or its sales kept rising."))

    public static let exporting = Entry(
        id: "go-global", word: Phrase("Go global", "Exporting"),
        meaning: Phrase("Barang dari usaha ini sudah dijual ke luar negeri.", "Goods of the business were sold abroad."))

    public static let interval = Entry(
        id: "rentang", word: Phrase("Rentang 95 %", "95 % interval"),
        meaning: Phrase(
            "Mencari usaha yang sama tidak selalu pasti. Jumlah yang benar hampir selalu ada di antara dua angka ini.",
            "Finding the same business twice is not always certain. The true number nearly always lies between these two."))

    public static let precision = Entry(
        id: "ketepatan", word: Phrase("Ketepatan", "Precision"),
        meaning: Phrase(
            "Dari 100 pasangan baris yang digabung, sekian memang satu usaha. Sisanya keliru digabung.",
            "Of 100 pairs of rows that were joined, so many are one business. The rest were joined by mistake."))

    public static let recall = Entry(
        id: "kelengkapan", word: Phrase("Kelengkapan", "Recall"),
        meaning: Phrase(
            "Dari 100 pasangan baris yang memang satu usaha, sekian ditemukan. Sisanya masih terhitung dua.",
            "Of 100 pairs of rows that are one business, so many were found. The rest still count as two."))

    public static let target = Entry(
        id: "sasaran", word: Phrase("Sasaran", "Target"),
        meaning: Phrase("Jumlah yang ingin dicapai sampai tanggal tertentu.", "The number to reach by a given date."))

    public static let partner = Entry(
        id: "mitra", word: Phrase("Mitra", "Partner"),
        meaning: Phrase(
            "Yang mengirim daftar usaha: lokapasar, dinas, kementerian, atau lembaga pelatihan.",
            "Whoever sends lists of businesses: a marketplace, a district office, a ministry, a training provider."))

    public static let smallCell = Entry(
        id: "kurang-dari-5", word: Phrase("<5", "<5"),
        meaning: Phrase(
            "Angka di bawah lima tidak ditampilkan, supaya tidak ada orang yang bisa dikenali dari angka itu.",
            "Figures below five are not shown, so that nobody can be recognised from them."))

    public static let withheld = Entry(
        id: "disembunyikan", word: Phrase("–", "–"),
        meaning: Phrase(
            "Angka ini tidak ditampilkan, supaya angka kecil di dekatnya tidak bisa dihitung dari sini.",
            "This figure is not shown, so that a small figure near it cannot be worked out."))

    /// The five rungs of the ladder, the lowest first.
    public static let rungs = [registered, onboard, selling, growing, exporting]

    /// All words, in the order in which a reader meets them.
    public static let all = [
        claimed, distinct, interval, registered, onboard, selling, growing, exporting, precision, recall, target, partner,
        smallCell, withheld,
    ]
}
