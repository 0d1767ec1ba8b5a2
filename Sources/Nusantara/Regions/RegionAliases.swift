/// Everyday, short, former and foreign names of regions, one region a line: code | names.
///
/// Writings that differ only in case, spaces, dots or hyphens, or in the word for the kind of region, need no line.
let regionAliases = """
    ID|Republik Indonesia;RI;NKRI
    11|NAD;Nanggroe Aceh Darussalam;Nangroe Aceh;Nanggroe Aceh;DI Aceh;Daerah Istimewa Aceh;Atjeh
    12|Sumut;North Sumatra;Sumatra Utara
    13|Sumbar;West Sumatra;Sumatra Barat
    14|Riau Daratan
    16|Sumsel;South Sumatra;Sumatra Selatan
    19|Babel;Bangka Belitung;Bangka-Belitung Islands
    21|Kepri;Riau Islands;Riau Kepulauan
    21.01|Kabupaten Kepulauan Riau
    31|DKI;DKJ;Daerah Khusus Jakarta;Jakarta;Jakarta Raya;DKI Jakarta Raya
    32|Jabar;West Java
    33|Jateng;Central Java
    34|DIY;Yogyakarta;Jogja;Yogya;Jogjakarta;Djokjakarta;DI Jogjakarta;Daerah Istimewa Jogjakarta;Special Region of Yogyakarta
    35|Jatim;East Java
    52|NTB;West Nusa Tenggara
    53|NTT;East Nusa Tenggara
    61|Kalbar;West Kalimantan
    62|Kalteng;Central Kalimantan
    63|Kalsel;South Kalimantan
    64|Kaltim;East Kalimantan
    65|Kaltara;North Kalimantan
    71|Sulut;North Sulawesi
    72|Sulteng;Central Sulawesi
    73|Sulsel;South Sulawesi
    74|Sultra;Southeast Sulawesi
    76|Sulbar;West Sulawesi
    82|Malut;North Maluku
    91|Irian Jaya;Irja;Irian
    92|Pabar;Irian Jaya Barat;Irjabar;West Papua
    93|South Papua
    94|Central Papua
    95|Papua Pegunungan Tengah;Highland Papua
    96|PBD;Southwest Papua
    11.11|Bireun
    11.12|Abdya
    12.01|Tapteng
    12.02|Taput
    12.03|Tapsel
    12.10|Labuhan Batu
    12.12|Toba Samosir;Tobasa
    12.13|Madina
    12.15|Pakpak Barat
    12.16|Humbahas
    12.18|Sergai
    12.20|Paluta
    12.21|Palas
    12.22|Labusel
    12.23|Labura
    12.71|Mdn
    12.72|Siantar
    12.77|Padang Sidempuan;P Sidempuan;P Sidimpuan;Sidempuan
    13.01|Pessel
    13.03|Sawahlunto Sijunjung
    13.07|50 Kota;Limapuluh Koto;50 Koto
    13.11|Solsel
    13.12|Pasbar
    14.02|Inhu
    14.04|Inhil
    14.06|Rohul
    14.07|Rohil
    14.09|Kuansing
    15.04|Batang Hari
    15.06|Tanjabbar;Tanjab Barat
    15.07|Tanjabtim;Tanjab Timur
    16.01|OKU
    16.02|OKI
    16.06|Muba
    16.08|OKU Timur;OKUT
    16.09|OKU Selatan;OKUS
    16.12|PALI
    16.13|Muratara
    18.01|Lamsel
    18.02|Lamteng
    18.03|Lampura
    18.04|Lambar
    18.05|Tuba
    18.07|Lamtim
    18.12|Tubaba
    18.13|Pesibar
    18.71|Tanjungkarang;Tanjungkarang Telukbetung
    19.03|Basel
    19.04|Bateng
    19.05|Babar
    19.06|Beltim
    31.01|Pulau Seribu
    31.71|Jakpus
    31.72|Jakut
    31.73|Jakbar
    31.74|Jaksel
    31.75|Jaktim
    32.15|Krawang
    32.17|KBB
    32.73|Bdg
    33.72|Solo;Sala
    33.74|Smg
    34.01|Kulonprogo
    34.03|Gunung Kidul
    34.71|Jogja;Yogya;Jogjakarta;Djokjakarta
    35.78|Sby;Soerabaja
    36.74|Tangsel
    52.01|Lobar
    52.02|Loteng
    52.03|Lotim
    52.07|KSB
    52.08|KLU
    53.02|TTS
    53.03|TTU
    53.15|Mabar
    53.18|SBD
    53.19|Matim
    61.02|Kabupaten Pontianak
    61.11|KKU
    62.01|Kobar
    62.02|Kotim
    62.04|Barsel
    62.05|Barut
    62.10|Gumas
    62.11|Pulpis
    62.13|Bartim
    62.71|Palangka Raya
    63.01|Tala
    63.06|HSS
    63.07|HST
    63.08|HSU
    63.10|Tanbu
    64.01|Pasir
    64.02|Kukar;Kutai;Kutai Kertanegara
    64.07|Kubar
    64.08|Kutim
    64.09|PPU
    64.11|Mahulu;Mahakam Hulu
    65.04|KTT
    71.01|Bolmong
    71.03|Sangihe;Sangihe Talaud;Sangir Talaud
    71.04|Talaud
    71.05|Minsel
    71.06|Minut
    71.07|Mitra
    71.08|Bolmut
    71.09|Sitaro;Siau Tagulandang Biaro;Sitaro Islands
    71.10|Boltim
    71.11|Bolsel
    72.04|Tolitoli
    72.07|Bangkep
    72.08|Parimo
    72.09|Touna;Tojo Una-Una
    72.11|Balut
    72.12|Morut
    73.01|Selayar
    73.10|Pangkep;Pangkajene Kepulauan;Pangkajene
    73.14|Sidrap
    73.18|Tator
    73.22|Lutra
    73.24|Lutim
    73.26|Torut
    73.71|Ujung Pandang;Makasar;Mksr;Mks;Ujungpandang
    73.72|Pare-Pare
    74.02|Kabupaten Kendari
    74.05|Konsel
    74.08|Kolut
    74.09|Konut
    74.10|Butur
    74.11|Koltim
    74.12|Konkep
    74.13|Mubar
    74.14|Buteng
    74.15|Busel
    74.72|Bau-Bau
    75.04|Pahuwato
    76.01|Mamuju Utara;Matra
    76.04|Polman;Polewali Mamasa;Polmas;Polewali
    76.06|Mateng
    81.01|Malteng
    81.02|Malra
    81.03|Maluku Tenggara Barat;MTB;Tanimbar
    81.05|SBT
    81.06|SBB
    81.07|Aru
    81.08|MBD
    81.09|Bursel
    82.01|Halbar
    82.02|Halteng
    82.03|Halut
    82.04|Halsel
    82.05|Sula
    82.06|Haltim
    82.07|Morotai
    82.08|Taliabu
    82.72|Tidore
    91.05|Yapen;Yapen Waropen
    91.06|Biak
    91.20|Mamra
    92.03|Fakfak
    92.12|Pegaf
    95.02|Pegubin
    95.05|Mamteng
    """
