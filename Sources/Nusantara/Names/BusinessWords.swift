/// The words of which names of shops are made, each with the spellings that mean the same.
enum BusinessWords {
    /// The kind of place or trade that a word names (waroeng → warung), or nil.
    static func type(_ word: String) -> String? { types[word] }

    /// The common form of a word of good omen (djaja → jaya, berkah → barokah), or nil.
    static func omen(_ word: String) -> String? { omens[word] }

    /// A form of address before the owner's name: `bu` or `pak`.
    static func address(_ word: String) -> String? { addresses[word] }

    /// A word that says nothing: usaha, jual, milik, dan.
    static func isEmpty(_ word: String) -> Bool { empty.contains(word) }

    /// Whether a first word makes this the name of a business rather than of a person.
    static func opensBusiness(_ word: String) -> Bool {
        openers.contains(word)
    }

    private static let types = WordTable.canonical(
        """
        toko:tk tko tokoh
        warung:wr wrg warong waroeng wrng warunk waruong
        kios:kiosk ks kios
        lapak:lpk
        depot:depo dpt
        kedai:kdai kede
        dapur:dapoer dpr
        rumahmakan:rm
        warteg:
        warkop:
        angkringan:hik
        cafe:kafe caffe coffeeshop
        restoran:resto restaurant restauran restaurante
        katering:catering ketring caterring cathering
        bakery:bakeri bakerry
        konveksi:konfeksi konpeksi convection garment garmen
        penjahit:tailor taylor modiste jahit penjait
        butik:boutique butiq
        bengkel:bkl bengkl
        salon:
        laundry:londri loundry laundri binatu laundy
        konter:counter conter cell cellular seluler celluler selular ponsel pulsa
        fotokopi:fotocopy photocopy fotokopy fotocopi
        kerajinan:craft crafts handicraft handycraft kriya
        mebel:meubel mebeler furniture furnitur meubeler mebelair
        percetakan:sablon printing
        apotek:apotik
        grosir:agen distributor
        pangkalan:
        olshop:shop store onlineshop
        sanggar:
        sentra:
        peternakan:
        pertanian:
        sembako:
        kelontong:klontong klontongan kelontongan
        makan:makanan
        minuman:
        kopi:coffee kopie
        bakso:baso
        soto:
        sate:satay
        mie:mi
        nasi:
        ayam:
        kue:kueh cake cakes
        roti:
        keripik:kripik kripek keripek
        kerupuk:krupuk
        sambal:sambel
        jajanan:jajan snack snek camilan cemilan
        gorengan:goreng
        es:
        jamu:
        batik:
        tenun:
        baju:busana pakaian fashion fesyen
        hijab:jilbab kerudung
        sayur:sayuran
        buah:buahan
        ikan:
        air:
        galon:
        jasa:
        produksi:
        industri:
        olahan:
        """)

    private static let omens = WordTable.canonical(
        """
        jaya:djaja djaya
        barokah:berkah barakah berokah barkah
        sejahtera:sejahtra sedjahtera
        sumber:sbr
        rejeki:rezeki rizki rejeky rezki
        makmur:makmoer
        mulya:mulia moelia
        sederhana:sdrhana
        baru:baroe
        """)

    private static let addresses = WordTable.canonical(
        """
        bu:ibu hj hajah hajjah tante mak mbok mpok nyak bunda ceu emak mama mamak ibuk
        pak:bapak h haji bang kang cak om koh pakde
        mas:
        mbak:mba mbk
        """)

    private static let empty = WordTable.set(
        """
        usaha jual jualan penjual dagang pedagang milik punya pemilik owner dan the di by and nama dengan
        """)

    private static let openers = WordTable.set(
        """
        pt cv ud toko warung kios kedai koperasi bumdes depot katering catering bengkel laundry salon konveksi apotek kud poktan rumah
        waroeng
        """)
}
