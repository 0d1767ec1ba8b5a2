extension TermFrequencies {
    /// Words of business names: our rounded estimates for shop signs in Indonesia, to be replaced by counts as soon as there are lists.
    public static let startingBusinessWords = TermFrequencies(per10000: businessWords, unseen: 0.6)

    /// Words of people's names: our rounded estimates over all ages, to be replaced by counts.
    public static let startingNames = TermFrequencies(per10000: names, unseen: 1.2)

    private init(per10000 table: [(Double, String)], unseen: Double) {
        var shares: [String: Double] = [:]
        for (share, words) in table {
            for word in words.split(separator: " ") { shares[String(word)] = share / 10_000 }
        }
        self.init(shares: shares, unseen: unseen / 10_000)
    }

    /// Shares in ten-thousandths, and the words that have about that share.
    private static let businessWords: [(Double, String)] = [
        (500, "bu ibu"),
        (300, "jaya berkah barokah"),
        (200, "pak mbak maju makmur sumber sari"),
        (140, "rejeki mandiri mekar sri rasa"),
        (100, "abadi sejahtera lestari sederhana indah baru mas mama bunda putra putri"),
        (70, "karya usaha bersama mulya mulia murni utama sentosa bintang cahaya anugerah dua saudara tiga sinar agung nusantara"),
        (50, "harapan setia mitra family keluarga pratama snack food kitchen fashion hijab collection craft frozen cake cookies kue roti"),
        (40, "amanah ridho hidayah rahmat rizki sakinah muslimah indonesia group store shop online kopi teh ayam bakso mie nasi soto sate"),
        (
            30,
            "alam asri surya bakti bhakti tani ratu raja dewi siti nur ani yanti lina rina tini sembako keripik kripik sambal batik tenun"
        ),
        (20, "pusaka permata mutiara melati mawar anggrek kenanga flamboyan garuda rajawali elang merpati kartini pertiwi persada perkasa"),
        (15, "jawa sunda minang madura betawi bugis toraja papua"),
        // Cities: rare among names, but common among the names of their own regency, where candidates are sought.
        (
            45,
            "bali solo jogja yogyakarta bandung malang aceh banjar lombok padang jakarta surabaya medan semarang makassar palembang "
                + "bogor depok bekasi tangerang cirebon tasikmalaya garut sukabumi cianjur surakarta sleman bantul magelang kudus jepara "
                + "pekalongan tegal cilacap banyumas purwokerto kediri madiun jember banyuwangi pasuruan sidoarjo gresik mojokerto denpasar "
                + "mataram kupang pontianak banjarmasin balikpapan samarinda manado palu kendari ambon jayapura pekanbaru jambi bengkulu "
                + "lampung batam serang cilegon karawang purwakarta subang ponorogo blitar tuban lamongan"
        ),
    ]

    private static let names: [(Double, String)] = [
        (350, "muhammad"),
        (220, "siti"),
        (160, "nur ahmad sri"),
        (110, "abdul dewi agus"),
        (80, "wahyu eko dwi tri budi fitri ayu made wayan ketut nyoman"),
        (60, "ani endang indah ratna lestari wahyuni rahayu susanti setiawan saputra putri putra hidayat sari kurniawan"),
        (45, "andi ade asep yuni rina lina yanti rahmat adi hadi ali dian eka rini wati kadek komang putu gede luh handayani wulandari"),
        (35, "bambang hendra iwan indra agung joko rudi heri edi yusuf supri slamet sugeng teguh yudi dedi irwan santoso susilo wibowo"),
        (
            25,
            "arif imam fajar taufik firman herman irfan aris hari reza bayu dimas bagus umar usman hasan husein ibrahim ismail rohman "
                + "mulyani suryani marlina kartini aminah fatimah khotimah maryam halimah aisyah nurhayati sumiati suparmi sutini "
                + "anisa novi maya mega intan kartika puspita permata melati nuraini sulastri"
        ),
        (
            15,
            "nugroho pratama wijaya gunawan suryadi supriyadi mulyadi suhendra suharto sukarno sunarto suyanto sutrisno wahid "
                + "hakim aziz rahman karim salim syarif yunita yulia kurnia permana ramadhan firdaus maulana rizki "
                + "ginting sembiring tarigan siregar nasution lubis harahap simanjuntak situmorang hutapea sihombing manurung "
                + "daeng i ni gusti ngurah cecep ujang dadang tatang nining eti iis"
        ),
    ]
}
