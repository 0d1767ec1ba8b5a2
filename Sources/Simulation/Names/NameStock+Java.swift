extension NameStock {
    static let javanese = NameStock(
        men: Words(
            first:
                "Agus Budi Bambang Eko Joko Slamet Dwi Tri Heru Sigit Wahyu Hadi Suryo Yudi Teguh Aris Danang Bayu Sugeng Gatot Purwo Catur Arief Didik Wisnu Imam Totok Nanang Dimas Galih Rudi Andi Edi Agung Suwito Aji Bagus Cahyo Doni Endro Fajar Gunawan Harjo Indro Kuncoro Lukman Mulyo Nugroho Prasetyo",
            last:
                "Setiawan Santoso Prasetyo Nugroho Susanto Wibowo Hartono Purnomo Utomo Sutrisno Suprapto Haryanto Sulistyo Wahyudi Cahyono Saputro Kurniawan Widodo Riyadi Mulyono Suryanto Irawan Hermawan Raharjo Handoko Subagyo Budiono Supriyadi Yulianto Winarno Pambudi Kuncoro Wicaksono Ariyanto Sudarmono Susilo Pratama Supriyanto Hidayat Arifin",
            single:
                "Sutrisno Suparman Slamet Suyanto Sukirno Sumarno Suwarno Sugiarto Mulyono Sunarto Sutarno Ngatimin Paijo Sukardi Sarjono Wagiman Tukiman Parjono Suroto Jumadi Kasno Ponidi Sarwono Rusdi Karyono Tarmuji Mujiono Lasiman Wasito Giyanto Supardi Sadiman Marsudi Sunardi Darmanto Samidi Waluyo"
        ),
        women: Words(
            first:
                "Sri Siti Endang Dewi Retno Rini Tri Dwi Nur Wahyu Ninik Yuli Tutik Eny Indah Lestari Titik Puji Ratna Anik Wiwik Eka Nanik Yayuk Erna Dyah Ika Ani Rina Lilik Umi Diah Yanti Novi Desi Anis Kartika Mei Fitri Ayu",
            last:
                "Wahyuni Lestari Rahayu Astuti Handayani Utami Hastuti Susanti Setyowati Kusumawati Purwanti Sulistyowati Widyastuti Suryani Ningsih Wulandari Mulyani Puspitasari Indrawati Sari Budiarti Puji_Astuti Hartati Ekowati Sumarni Yuliati Haryati Maryati Winarsih Andayani Pratiwi Widiastuti Prihatin Sundari Nurhayati Saputri Rahmawati",
            single:
                "Sumiati Suparmi Sumarni Sulastri Suyatmi Sukarti Tumini Lasmi Paijem Ngatinem Sutinah Marsinah Suwarti Sunarti Wagiyem Jumiati Kasiyem Rubinah Kartini Sumini Mujiati Sukinah Partini Watini Suharti Tukinem Sarinah Suratmi Yatini Karsinah Samini Sriyatun Murtini Kusnah Ponirah Suminah"
        ),
        singleShare: 210, thirdWordShare: 130, sharedMuslimShare: 190)

    static let sundanese = NameStock(
        men: Words(
            first:
                "Asep Dede Cecep Ujang Dadang Deden Iwan Yayan Agus Ade Endang Dedi Wawan Ayi Aep Enjang Jajang Tatang Yana Oman Encep Dadan Nandang Usep Yaya Cucu Engkos Undang Ojang Aceng Didin Rahmat Heri Rudi Budi Hendra Rian Gilang Nanang Kusnadi Ateng Saepul Rizki",
            last:
                "Hidayat Supriatna Suryana Kurniawan Sutisna Permana Gunawan Hermawan Mulyana Rohman Setiawan Sopandi Ruhimat Nugraha Suhendar Saepudin Komarudin Solihin Mulyadi Sudrajat Herdiana Suherman Rustandi Maulana Ramdani Nurjaman Koswara Wahyudin Firmansyah Sukmana Sobari Taryana Sunarya Iskandar Ruswandi Kusnadi",
            single:
                "Sutisna Sukarna Tarya Juhana Ating Karna Entis Sarman Uding Wahyu Suherman Saripudin Ojo Engkos Maman Kosasih Ikin Udin"
        ),
        women: Words(
            first:
                "Neng Siti Ai Euis Teti Yanti Imas Cucu Enung Lilis Iis Elis Dede Nunung Entin Yeni Tuti Ani Nia Wiwin Eti Elin Rina Ina Heni Eulis Titin Rini Novi Yuyun Nurul Nani Dewi Ida Ratna Mimin Oneng Susi Rosi Intan",
            last:
                "Nurhayati Rohaeti Sumiati Kurniasih Rohmah Herlina Suryani Komariah Mulyati Kartika Rosmiati Rohayati Yuningsih Nuraeni Maryani Hasanah Sukaesih Rahmawati Kurniawati Julaeha Marlina Suhaeti Sopiah Karlina Nurjanah Lestari Solihat Sumarni Hayati Masitoh Permatasari Handayani Widaningsih Aminah Aisah",
            single: "Rohaeti Sukaesih Entin Onih Uum Iyah Rukmini Sopiah Aminah Kokom Juju Omah Icih Engkar Sariah Tarsih Nining Mimin"),
        singleShare: 110, thirdWordShare: 110, sharedMuslimShare: 240)

    static let betawi = NameStock(
        men: Words(
            first:
                "Muhammad Ahmad Abdul Sanusi Mamat Madi Rojali Udin Syahrul Rahmat Zaenal Saipul Marzuki Hasan Junaedi Sabeni Naman Romli Husin Asmat Rohim Nasir Hamdani Soleh Muhidin Rizal",
            last:
                "Hidayatullah Fauzi Rahman Syukur Rojali Sanusi Marzuki Hasbullah Fikri Nawawi Syafii Rohim Salam Hamid Sobri Zuhri Mughni Bakri Romadhon Junaedi Komar Saputra Muchtar",
            single: "Mamat Naman Sabeni Rojak Nasan Amsir Minan Saman Rohim Tohir Samin"),
        women: Words(
            first:
                "Siti Nur Halimah Rohani Mardiyah Saodah Nurhasanah Maemunah Sopiah Umi Rodiah Fatimah Masnah Romlah Iyam Mimi Yuliana Hikmah Lela",
            last:
                "Rohani Aisyah Mardiyah Nurlaela Komariah Maesaroh Rodiah Saadah Jamilah Hayati Marwah Fadilah Khodijah Kulsum Rohimah Nuraini Hikmah",
            single: "Rohani Saodah Maemunah Romlah Masnah Asni Rohmah Mardiyah Saripah"),
        singleShare: 90, thirdWordShare: 120, sharedMuslimShare: 340)

    static let chinese = NameStock(
        men: Words(
            first:
                "Hendra Budi Andi Rudy Tony Hendrik Johan Robert Steven Kevin Edwin Willy Erwin Felix Jimmy Ricky Andre David Herman Benny Yohan Eddy Suryadi Freddy William Daniel Vincent",
            last:
                "Wijaya Gunawan Halim Salim Susanto Tanoto Chandra Kusuma Hartanto Lim Tan Setiawan Santoso Widjaja Tjandra Sutanto Limanto Liem Oei Kwee Wangsa Onggo Gozali Tanujaya Lie Budiman Darmawan Tjioe"
        ),
        women: Words(
            first:
                "Lina Linda Meliana Yuliana Fenny Susan Jenny Herlina Vivi Merry Lily Mei_Ling Silvia Erlina Shinta Stefani Cindy Grace Evelyn Felicia Ling_Ling Inge Tjie_Hwa Jessica Meily",
            last:
                "Wijaya Gunawan Halim Salim Susanto Tanoto Chandra Kusuma Hartanto Lim Tan Setiawan Santoso Widjaja Tjandra Sutanto Limanto Liem Oei Kwee Wangsa Gozali Tanujaya Lie"
        ),
        thirdWordShare: 60)
}
