/// The words that a culture makes names of, the most common first, and how often each shape of name occurs.
struct NameStock: Sendable {
    /// Words of one sex. An underscore stands for a space inside one word of a name.
    struct Words: Sendable {
        var first: String
        var last: String
        /// Names that stand alone. A single word is a full legal name and common among older people, most of all Javanese.
        var single: String = ""
        /// A title of birth or a particle before the first name.
        var prefix: String = ""
    }

    var men: Words
    var women: Words
    var clans: String = ""
    /// Shares per thousand.
    var singleShare = 0
    var thirdWordShare = 120
    var clanShare = 0
    var prefixShare = 0
    /// How often the first name comes from the Arabic-derived names that all Muslim peoples of the archipelago share.
    var sharedMuslimShare = 0

    /// Names of Arabic origin that occur everywhere.
    static let muslimMen = Words(
        first:
            "Muhammad Ahmad Abdul Mochamad Rizki Nur Ali Yusuf Ibrahim Hasan Husein Usman Umar Ridwan Zainal Syaiful Khairul Fauzi Ismail Faisal Arif Taufik",
        last:
            "Rizki Hidayat Ramadhan Rahman Fauzi Arifin Ridwan Ibrahim Yusuf Ilham Fadli Syarif Anwar Hakim Iqbal Taufik Akbar Zaki Mubarok Rohman Aziz Latif Ismail Mustofa Kholid Syafii Amin Hamid Rasyid Maulana Fahmi Hanafi Zulkifli Abdullah"
    )
    /// Names of Arabic origin that occur everywhere.
    static let muslimWomen = Words(
        first: "Siti Nur Nurul Umi Aisyah Fatimah Khadijah Aminah Halimah Rohmah Laila Zahra Annisa Fitri Maryam Zainab Salma",
        last:
            "Aminah Fatimah Aisyah Khadijah Nurjanah Hasanah Rohmah Maryam Zulaikha Halimah Khotimah Azizah Fadilah Hidayah Jannah Rahmawati Maimunah Zubaidah Mutmainah Solihah Latifah Fauziah Nurhayati Maesaroh"
    )

    /// The stock of a culture.
    static func of(_ culture: Culture) -> NameStock {
        switch culture {
        case .javanese: javanese
        case .sundanese: sundanese
        case .betawi: betawi
        case .acehnese: acehnese
        case .malay: malay
        case .minang: minang
        case .batak: batak
        case .karo: karo
        case .mandailing: mandailing
        case .nias: nias
        case .banjarese: banjarese
        case .balinese: balinese
        case .sasak: sasak
        case .flores: flores
        case .bugis: bugis
        case .minahasan: minahasan
        case .moluccan: moluccan
        case .papuan: papuan
        case .chinese: chinese
        }
    }
}
