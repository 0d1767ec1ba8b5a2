extension NameStock {
    static let acehnese = NameStock(
        men: Words(
            first:
                "Muhammad Zulfikar Zulkifli Iskandar Fadli Mukhlis Nasruddin Saifuddin Ridwan Azhar Husaini Munawar Ilyas Maimun Hasballah Razali Fauzan Marzuki Jamaluddin Sulaiman Mawardi Khairul Syahrul Bustami Amiruddin",
            last:
                "Ridha Fadhil Nazar Akmal Yusuf Daud Hasan Usman Amin Abdullah Ismail Ibrahim Syah Ali Hamzah Puteh Sabil Yahya Thaib Rusli Ansari Jalil",
            single: "Zulkifli Nasruddin Marzuki Saifuddin Razali Iskandar Mukhlis Jamaluddin Husaini Ridwan Bustami",
            prefix: "Teuku Tgk. Said"),
        women: Words(
            first:
                "Nurhayati Cut Nurul Siti Ainal Rosmiati Rahmah Maulida Safrida Nurlaila Zuraida Khairunnisa Mutia Yusnidar Asmaul Marlina Nuraini Fauziah Darmawati",
            last: "Husna Mardhiah Aini Zahara Fitria Rahmi Hayati Sari Asmah Yusra Nisa Mala Syahira Maghfirah Salamah Afriani Ulfa",
            single: "Nurhayati Rosmiati Safrida Zuraida Yusnidar Nurlaila Fauziah Ramlah Hamidah Asiah", prefix: "Cut Syarifah"),
        singleShare: 170, thirdWordShare: 60, prefixShare: 70, sharedMuslimShare: 280)

    static let malay = NameStock(
        men: Words(
            first:
                "Muhammad Herman Rusdi Hendri Zulkarnain Syamsul Amir Bahrum Darwis Ardiansyah Firdaus Azwar Syafrizal Rahmat Edi Mulyadi Nasrul Ramli Junaidi Romi Alpian Sarnubi Hasan Iskandar Yanto Hamdan",
            last:
                "Saputra Effendi Syahputra Efendi Zaini Hamid Rasyid Hakim Wahyudi Kurniawan Ramadhan Jaya Putra Hasan Usman Yusuf Ismail Sulaiman Andika Irawan Aziz Marzuki",
            single: "Rusdi Zulkarnain Herman Darwis Junaidi Ramli Azwar Firdaus Syarifuddin Basri Tarmizi Samsudin",
            prefix: "Raja Kgs. Msy. R.M."),
        women: Words(
            first:
                "Siti Nurlela Yusnita Rosmala Fatimah Erni Nuraini Zubaidah Yulia Herawati Marlina Rosida Desi Halimah Mariana Sri Nyimas Hartini Susilawati Nova Elvi Neli Robiah",
            last:
                "Hasanah Wati Sari Yanti Aini Hayati Rahma Safitri Oktavia Susanti Lestari Fitriani Agustina Ramadhani Putri Aminah Kartini Anggraini",
            single: "Nurlela Rosmala Zubaidah Halimah Robiah Nuraini Masayu Maryam Yusnita Hartini"),
        singleShare: 130, thirdWordShare: 70, prefixShare: 25, sharedMuslimShare: 260)

    static let minang = NameStock(
        men: Words(
            first:
                "Muhammad Hendri Syafrizal Zulfahmi Afrizal Nofrizal Irwan Yulizar Asrul Busnar Erizal Desrizal Rahmat Fauzan Dedi Jefri Syahrial Ilham Mardian Yusrizal Masrul Bustanul Ronal Zainal",
            last:
                "Putra Chaniago Koto Tanjung Piliang Sikumbang Jambak Guci Yandri Efendi Saputra Hidayat Rahman Kurnia Ramadhan Anwar Arifin Syafri Marta Akbar",
            single: "Syafrizal Afrizal Erizal Yulizar Busnar Syahrial Nasrul Masril Zulkifli Amril Bakhtiar", prefix: "Dt. St."),
        women: Words(
            first:
                "Yulfia Yusnidar Rahmi Elvira Desmawati Ermawati Gusniar Nurhayati Rosmanidar Fitri Silvia Mega Asnimar Suryani Nelmi Yeni Erna Wirda Lismar Murniati Dewi Rina Yosi",
            last: "Putri Yanti Sari Wahyuni Rahma Yulianti Susanti Anggraini Fitria Novita Wati Oktavia Hayati Dewi Marlina Nengsih Gusti",
            single: "Yusnidar Rosmanidar Asnimar Gusniar Desmawati Nurhayati Syamsinar Ermawati Jusmaniar Rosnelly"),
        singleShare: 220, thirdWordShare: 50, prefixShare: 20, sharedMuslimShare: 150)

    private static let bibleMen =
        "Johannes Daniel Samuel Parlindungan Ronald Jonathan Hotman Edison Binsar Sahat Togar Mangara Rudi Jhon Poltak Marihot Saut Tumpal Roy Dedi Hendra Jefri Lamhot Maruli Pahala Bonar Manahan"
    private static let bibleWomen =
        "Rosmawati Tiurma Lasma Ruth Maria Ester Debora Lamria Duma Tiodor Nurmala Rotua Risma Hotmaida Santi Juliana Christina Marlina Romauli Sondang Melva Lidia Elfrida Mariana Dewi Rina Eva"

    static let batak = NameStock(
        men: Words(first: bibleMen, last: "Parulian Halomoan Hasiholan Mangatur Pardomuan Saputra Martua Gabe Uli Tua"),
        women: Words(first: bibleWomen, last: "Uli Tiarma Natalia Lestari Magdalena Florida Hotmauli Sari Mawarni"),
        clans:
            "Simanjuntak Sihombing Manurung Siregar Sinaga Hutapea Panjaitan Nainggolan Sitorus Situmorang Simbolon Pasaribu Gultom Siahaan Tambunan Marpaung Silalahi Hutabarat Napitupulu Purba Nababan Sianipar Silaban Saragih Damanik Pardede Hutagalung Simatupang Lumban_Tobing Lumbantobing Tampubolon Butar-Butar Naibaho Samosir Aritonang Manik",
        thirdWordShare: 200, clanShare: 1000)

    static let karo = NameStock(
        men: Words(first: bibleMen + " Jakup Rasmi Ngamani Terang Bastanta", last: "Bastanta Saputra Ananta Pelita Jaya"),
        women: Words(first: bibleWomen + " Rehulina Nggapit Ermalina Sri_Ulina", last: "Ulina Malem Natalia Sari"),
        clans: "Ginting Sembiring Tarigan Sitepu Perangin-angin Karo-Karo Barus Surbakti Bangun Sinulingga Kaban",
        thirdWordShare: 120, clanShare: 1000)

    static let mandailing = NameStock(
        men: Words(
            first:
                "Muhammad Ahmad Parlaungan Ali Rahmad Zulkifli Hasan Syahrul Sutan Ikhsan Amran Mara Irwan Pangeran Soleman Darwin Maralaut",
            last: "Soleh Yusuf Hakim Parlindungan Syah Ramadhan Saputra Rizki Husin Akhir"),
        women: Words(
            first: "Nur Siti Masdalena Rosna Nurhaida Khadijah Rahma Delima Nurhamidah Derhana Asni Rukiah Mawar Annisa Hotma",
            last: "Hasanah Sari Hayati Aminah Yanti Fitri Jannah Suryani Azizah"),
        clans: "Nasution Lubis Harahap Hasibuan Siregar Pulungan Daulay Rangkuti Batubara Matondang Dalimunthe Ritonga Rambe",
        thirdWordShare: 250, clanShare: 960, sharedMuslimShare: 200)

    static let nias = NameStock(
        men: Words(
            first: "Yaaman Fatizaro Faigizaro Yulianus Sokhiatulo Otenieli Bezatulo Yason Yarman Sudirman Aperius Arisman Bedali",
            last: "Putra Saputra Jaya"),
        women: Words(
            first: "Yanida Murniwati Sadiria Yuniria Nibenia Rosniwati Satina Erniwati Yusniar Asnidar Darmawati", last: "Sari Wati Ria"),
        clans: "Zebua Telaumbanua Gulo Zega Harefa Waruwu Lase Mendrofa Hulu Halawa Laia Duha Dakhi", thirdWordShare: 80, clanShare: 1000)
}
