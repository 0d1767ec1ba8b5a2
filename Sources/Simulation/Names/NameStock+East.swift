extension NameStock {
    static let banjarese = NameStock(
        men: Words(
            first:
                "Muhammad Ahmad Abdul Rahmadi Syamsuddin Akhmad Fahrudin Hairani Norhadi Supian Gazali Syahrani Jumbri Aspihani Masrani Hadriansyah Rusmadi Arbain Sabran Yuseran",
            last: "Noor Rahman Syahbana Ansari Fikri Rijali Hamdi Yamani Syarwani Maulana Ihsan Saputra Fadillah Rizani Effendi",
            single: "Syamsuddin Hairani Supian Gazali Syahrani Masrani Arbain Sabran Jumbri Rusmadi Aspihani"),
        women: Words(
            first:
                "Siti Noor Norhayati Mariatul Masnah Rusmini Hatmah Salasiah Rabiatul Jumiati Mahrita Fitriah Norlaila Maimunah Rusdiana Herlina Misnawati",
            last: "Hidayah Aisyah Jannah Adawiyah Hasanah Qibtiah Fitriah Rahmah Sari Mulia Azizah Wahidah",
            single: "Norhayati Rusmini Salasiah Hatmah Jumiati Mahrita Masniah Jamilah Rukayah Misnawati"),
        singleShare: 230, thirdWordShare: 60, sharedMuslimShare: 300)

    static let balinese = NameStock(
        men: Words(
            first: "Wayan Made Nyoman Ketut Putu Gede Kadek Komang Nengah Ngurah",
            last:
                "Sudiarta Suartana Artawan Suardana Wirawan Sudana Adnyana Mahendra Sukarta Budiasa Arnawa Sutama Yasa Darmawan Suastika Widiana Pasek Sukadana Merta Suweta Astawa Parwata Suryawan Juliana Mudita Kariasa Sudarma Widnyana",
            prefix: "I I I I I I I I_Gusti Ida_Bagus Anak_Agung Dewa Cokorda"),
        women: Words(
            first: "Wayan Made Nyoman Ketut Putu Luh Kadek Komang Nengah Luh_Putu",
            last:
                "Suartini Ariani Widiastuti Sukerti Astini Sriani Suryani Kertiasih Budiani Sumiati Murniati Sudiani Yuliantari Rasmini Ratnadi Wahyuni Puspawati Suciati Armini Dewi Parwati Sukarini Nuriasih",
            prefix: "Ni Ni Ni Ni Ni Ni Ni Gusti_Ayu Ida_Ayu Anak_Agung Desak"),
        thirdWordShare: 70, prefixShare: 880)

    static let sasak = NameStock(
        men: Words(
            first:
                "Muhammad Lalu Sahrul Suhaili Mahsun Sahnan Amaq Saparudin Zulkarnaen Murdan Hamzan Sukri Nasrudin Sudirman Jumarep Kamarudin Rusman",
            last: "Hadi Wathoni Azhari Rizki Zainuri Mahyudin Hamdi Fahrurrozi Saputra Kamil Majdi Rosidi Hirjan Sopian",
            single: "Sahnan Mahsun Murdan Jumarep Nasrudin Kamarudin Sukri Mahnep Inggih Sadri Muhsin", prefix: "Lalu"),
        women: Words(
            first: "Baiq Siti Nurhidayah Sahrah Rohani Huriyah Inaq Hadijah Nuraini Saenah Mariani Husnul Raehan Sumarni Zohriah Hilmiati",
            last: "Hayati Hasanah Wardani Rahmi Fitriani Apriani Aini Hidayati Mulyani Zohrah Susilawati Yuliana",
            single: "Sahrah Huriyah Saenah Rohani Inaq_Sahnim Zohriah Sumarni Raehan Hadijah Mariani", prefix: "Baiq"),
        singleShare: 260, thirdWordShare: 50, prefixShare: 110, sharedMuslimShare: 230)

    private static let baptismalMen =
        "Yohanes Petrus Antonius Fransiskus Yosef Markus Paulus Stefanus Agustinus Daniel Simon Matheus Yulius Martinus Samuel Benediktus Dominikus Robertus Kristianus Marselinus Aloysius Yakobus Thomas Gabriel Silvester Melkianus Frederik Nikolaus"
    private static let baptismalWomen =
        "Maria Yuliana Kristina Margaretha Elisabeth Theresia Yohana Agustina Veronika Marlina Martha Fransiska Katarina Anastasia Magdalena Ester Yosefina Regina Ruth Monika Rosalia Dortea Selfina Adriana Petronela Bernadeta"

    static let flores = NameStock(
        men: Words(first: baptismalMen, last: "Umbu Nong Lambertus Seran Bere Mau Rangga Dominggus Ama Goris Adi"),
        women: Words(first: baptismalWomen, last: "Rambu Bita Goreti Immaculata Dahu Ina Bete Hoar Yuliati"),
        clans:
            "Seran Nahak Bria Tukan Kleden Riwu Djawa Taek Lay Manafe Ndun Tallo Benu Nenobais Bili Ate Fernandez Da_Costa Lamaholot Bere Tefa Naben Kolo Hala Ngongo",
        thirdWordShare: 180, clanShare: 930)

    static let bugis = NameStock(
        men: Words(
            first:
                "Muhammad Abdul Syamsuddin Baso Ambo Rustam Jamaluddin Arifuddin Amiruddin Nasruddin Sudirman Hasanuddin Bahar Ramli Kamaruddin Haeruddin Muhlis Sainuddin Syarifuddin Mansyur Firman Irfan Anwar Asdar Herman",
            last:
                "Rahman Rauf Tahir Salam Arsyad Aswar Basri Nur Alwi Latief Idris Wahab Asis Haris Halim Saleh Akbar Jabir Hamka Dg._Nai Dg._Sila Tang Upe",
            single:
                "Syamsuddin Baharuddin Jamaluddin Amiruddin Nasruddin Kamaruddin Sainuddin Hamzah Abbas Tajuddin Ruslan Sultan Mappa Lasakka",
            prefix: "Andi Andi Puang La"),
        women: Words(
            first:
                "Nurhayati Hasnah Sitti Besse Indo Rosdiana Hasnawati Nurjannah Rahmawati Hasniah Kartini Murniati Suriani Hamsinah Nurlina Sitti_Nur Fatmawati Darmawati Nuraeni Jumriah Rostina Marwah",
            last: "Aminah Nur Hafsah Rauf Tahir Halimah Amir Ramlah Salam Marhama Dg._Caya Dg._Kanang Tenri Saleh Hasan Mappa Saleng",
            single: "Hasnah Rosdiana Hasnawati Nurjannah Murniati Suriani Hamsinah Jumriah Rostina Nuraeni Sumarni Halijah Nurbaya",
            prefix: "Andi Andi We"),
        singleShare: 270, thirdWordShare: 60, prefixShare: 80, sharedMuslimShare: 150)

    static let minahasan = NameStock(
        men: Words(
            first:
                "Jefry Johny Ronny Denny Meidy Stenly Noldy Frangky Hengky Jantje Marthen Ferdinand Alfrets Novry Rommy Vecky Steven Jemmy Frits Welly",
            last: "Alexander Robert Christian Julius Ferry Bryan Marthinus"),
        women: Words(
            first:
                "Meiske Deisy Olga Femmy Vonny Jeane Selvie Lidya Greity Syane Merry Yulin Fonny Sandra Debby Altje Ivonne Stella Ross Maria",
            last: "Maria Margaretha Christien Olivia Jeanet Natalia"),
        clans:
            "Wowor Lasut Rumengan Mandagi Runtuwene Supit Lengkong Pangemanan Kaunang Lumintang Mamahit Sumual Karundeng Kalalo Tumbelaka Mokoginta Pontoh Kaligis Mamonto",
        thirdWordShare: 220, clanShare: 980)

    static let moluccan = NameStock(
        men: Words(
            first: baptismalMen + " Jamal Abdullah La_Ode Rusdi Husain Onyong Semuel Frets Jems",
            last: "Elia Rudolf Marthin Rahman Jusuf Frangky"),
        women: Words(first: baptismalWomen + " Wa_Ode Nurjana Halima Jamila Yoke Ona Nona", last: "Elna Ratna Nona Ike Halima"),
        clans:
            "Latuconsina Tuasikal Sahetapy Pattiasina Tomasoa Leimena Salampessy Manuhutu Rumalatu Talahatu Nikijuluw Tuhumury Matulessy Rumbouw Lekatompessy Soumena",
        thirdWordShare: 130, clanShare: 950)

    static let papuan = NameStock(
        men: Words(
            first: baptismalMen + " Yance Otniel Lukas Elias Naftali Obed Demianus Hengki Yafet",
            last: "Hendrik Yan Marthen Elimelek Nelson"),
        women: Words(
            first: baptismalWomen + " Yulita Orpa Naomi Dolfina Yakomina Mince Sarlota Debora", last: "Mariana Yuliana Rode Ansela"),
        clans:
            "Wenda Kogoya Tabuni Murib Yikwa Mote Pekei Gobai Rumbiak Rumaropen Mandacan Dowansiba Asso Wetipo Yoku Ondi Suebu Ohee Felle Wally Kambuaya Kaiba Wonda Kossay",
        thirdWordShare: 90, clanShare: 1000)
}
