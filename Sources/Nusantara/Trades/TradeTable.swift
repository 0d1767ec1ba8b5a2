/// The trades most small businesses have, one a line: code of KBLI 2020 and its fate in 2025 | sector | title | English title | everyday words.
///
/// `=` the code means the same in 2025, `~` its digits mean something else or something wider, `-` it is gone, `?` not compared.
/// Codes: Regulation of BPS 2 of 2020; fates: Regulation of BPS 7 of 2025.
let tradeTable = """
    10794 =|kuliner|Keripik, kerupuk dan peyek|Crisps and crackers|keripik;kripik;kerupuk;krupuk;rempeyek;peyek;emping;rengginang;opak;kemplang;amplang;basreng;makaroni pedas
    10792 =|kuliner|Kue basah|Moist cakes|kue basah;jajanan pasar;klepon;lemper;bolu kukus;risoles;lumpia;onde-onde;kue tradisional
    10710 =|kuliner|Roti dan kue kering|Bread, cakes and biscuits|roti;kue;bakery;kue kering;kukis;cookies;brownies;donat;bolu;cake;nastar
    10750 =|kuliner|Masakan olahan siap saji|Prepared and frozen meals|masakan olahan;frozen food;makanan beku;bakso;nugget;rendang;siomay;dimsum;sambal kemasan;pempek
    10772 ~|kuliner|Bumbu dan sambal|Spices and chilli sauces|bumbu;sambal;sambel;saos;bumbu pecel;penyedap
    10771 =|kuliner|Kecap|Soy sauce|kecap
    10761 =|kuliner|Kopi olahan|Coffee processing|kopi bubuk;roastery;kopi;sangrai kopi
    10763 -|kuliner|Teh olahan|Tea processing|teh;teh kemasan
    10762 ~|kuliner|Minuman herbal seduh|Herbal infusions|jamu seduh;herbal;jahe instan;wedang;jamu
    10391 -|kuliner|Tempe|Tempeh|tempe
    10392 -|kuliner|Tahu|Tofu|tahu
    10793 ~|kuliner|Makanan dari kedelai dan kacang|Soy and nut foods|kacang telur;kacang bawang;kacang atom;enting-enting;susu kedelai;kacang goreng
    10796 =|kuliner|Dodol dan jenang|Dodol sweets|dodol;jenang;wajit;galamai
    10722 =|kuliner|Gula merah|Palm and cane sugar|gula merah;gula aren;gula semut;gula kelapa
    10723 =|kuliner|Sirop|Syrup|sirup;sirop
    10732 =|kuliner|Cokelat|Chocolate|cokelat;coklat
    10739 =|kuliner|Permen|Confectionery|permen;gulali
    10733 =|kuliner|Manisan kering|Candied fruit|manisan kering;manisan
    10313 -|kuliner|Buah dan sayur kering|Dried fruit and vegetables|keripik buah kering;sale pisang;buah kering
    10740 =|kuliner|Mi dan makaroni|Noodles and pasta|mie;mi basah;mi;makaroni;bihun
    10773 ~|kuliner|Olahan kelapa|Coconut foods|nata de coco;santan;geplak
    10211 =|perikanan|Ikan asin dan ikan kering|Salted and dried fish|ikan asin;ikan kering;teri
    10212 =|perikanan|Ikan asap|Smoked fish|ikan asap;ikan panggang;cakalang fufu
    10214 =|perikanan|Ikan pindang|Boiled salted fish|pindang;ikan pindang
    10215 =|perikanan|Terasi dan petis|Fermented fish|terasi;petis;bekasam
    10216 =|perikanan|Bakso ikan dan pempek|Fish balls and surimi|bakso ikan;otak-otak;empek-empek;pempek
    10298 =|perikanan|Olahan rumput laut|Seaweed products|rumput laut
    10130 -|kuliner|Abon, dendeng dan sosis|Processed meat|abon;dendeng;sosis;bakso
    10520 -|kuliner|Susu bubuk dan kental|Powdered and condensed milk|susu
    10590 -|kuliner|Yoghurt dan keju|Yoghurt and cheese|yoghurt;yogurt;keju;dadih
    10532 -|kuliner|Es lilin dan es puter|Ices|es lilin;es puter;es mambo;es krim
    10621 =|kuliner|Tapioka|Tapioca starch|tapioka;kanji;aci
    10633 =|kuliner|Tepung beras dan jagung|Rice and maize flour|tepung beras;tepung jagung
    10423 =|kuliner|Minyak kelapa|Coconut oil|minyak kelapa;vco
    10799 =|kuliner|Makanan olahan lain|Other food products|makanan lainnya;makanan ringan;camilan;cemilan
    11040 ~|minuman|Minuman ringan|Soft drinks|minuman ringan;minuman kemasan
    11052 =|minuman|Air minum isi ulang|Refilled drinking water|air isi ulang;depot air minum;isi ulang galon;galon
    11090 -|minuman|Sari buah dan minuman lain|Juices and other drinks|jus;sari buah;minuman herbal;jus kemasan
    56101 ~|kuliner|Restoran|Restaurant|restoran;rumah makan;resto
    56102 ~|kuliner|Warung makan|Food stall in a house|warung makan;warteg;rm padang;warung nasi;warung lesehan;pecel lele;nasi padang;warung bakso
    56103 -|kuliner|Kedai makanan|Eatery|kedai;kantin;kafetaria;warkop makan
    56104 -|kuliner|Makanan keliling dan kaki lima|Street food|gerobak;kaki lima;angkringan;bakso keliling;siomay keliling;martabak;gorengan;cilok;seblak;nasi goreng;mie ayam;sate
    56210 =|kuliner|Katering acara|Event catering|katering;catering;jasa boga;nasi kotak;nasi tumpeng
    56290 =|kuliner|Katering berlangganan|Contract catering|katering rantangan;kantin pabrik
    56303 =|kuliner|Kafe|Café|kafe;cafe;coffee shop;kedai kopi;warung kopi;warkop
    56304 =|minuman|Kedai minuman|Drinks stall|es teh;boba;jus;kedai minuman;thai tea;jus buah;es campur
    56306 =|minuman|Minuman keliling|Street drinks|es keliling;cendol;es dawet;jamu gendong;es doger
    47111 =|perdagangan|Minimarket|Minimarket|minimarket;swalayan
    47112 =|perdagangan|Toko kelontong dan sembako|Grocery stall|toko kelontong;warung sembako;toko sembako;warung;kios;sembako;kelontong
    47192 =|perdagangan|Toko serba ada|General store|toko kelontong non makanan;toko serba ada
    47212 =|perdagangan|Toko buah|Fruit shop|toko buah
    47213 =|perdagangan|Toko sayur|Vegetable shop|toko sayur
    47241 =|perdagangan|Toko beras|Rice shop|toko beras;agen beras
    47242 =|perdagangan|Toko roti dan kue|Cake shop|toko kue;toko roti
    47249 =|perdagangan|Toko oleh-oleh dan makanan|Food and souvenir food shop|toko oleh-oleh;toko makanan;snack;oleh-oleh
    47222 =|perdagangan|Toko minuman|Drinks shop|toko minuman
    47511 =|perdagangan|Toko kain|Fabric shop|toko kain
    47711 =|fesyen|Toko pakaian|Clothes shop|toko baju;butik;distro;busana muslim;gamis;toko pakaian
    47712 =|fesyen|Toko sepatu|Shoe shop|toko sepatu;sandal
    47713 =|fesyen|Hijab dan aksesori|Scarves and accessories|hijab;kerudung;jilbab;mukena;aksesoris
    47722 =|perdagangan|Toko obat|Medicine shop, no pharmacy|toko obat
    47723 =|perdagangan|Toko jamu|Traditional medicine shop|toko jamu;obat tradisional
    47724 =|perdagangan|Toko kosmetik|Cosmetics shop|kosmetik;skincare;toko kosmetik
    47763 =|perdagangan|Toko pertanian|Farm supplies|toko pertanian;pupuk
    47772 =|perdagangan|Agen elpiji|LPG dealer|gas elpiji;agen lpg;elpiji;lpg
    47781 ~|kriya|Toko kerajinan|Craft shop|toko kerajinan kayu bambu;toko kerajinan
    47811 ~|perdagangan|Los pasar beras dan palawija|Market stall: grain|los pasar beras palawija
    47812 ~|perdagangan|Los pasar buah|Market stall: fruit|pedagang buah pasar
    47813 -|perdagangan|Los pasar sayur|Market stall: vegetables|pedagang sayur pasar
    47832 ~|perdagangan|Los pasar pakaian|Market stall: clothes|pedagang baju pasar
    47822 -|perdagangan|Los pasar kue|Market stall: cakes|pedagang kue pasar
    47911 -|daring|Jualan daring makanan dan kosmetik|Online: food and cosmetics|jualan online makanan;toko online makanan;kosmetik online
    47912 -|daring|Jualan daring pakaian|Online: clothes|jualan online baju;olshop fashion;olshop baju;toko online;olshop;online shop
    47914 -|daring|Jualan daring campuran|Online: mixed goods|olshop campuran
    47919 -|daring|Jualan daring lainnya|Online: other goods|reseller;dropship;toko online lainnya
    47991 -|perdagangan|Sayur keliling|Vegetable vendor|pedagang sayur keliling;sayur keliling
    47992 -|perdagangan|Makanan kemasan keliling|Packed food vendor|pedagang makanan keliling
    13134 -|kriya|Batik|Batik|batik;batik tulis;batik cap
    13122 ~|kriya|Tenun ikat|Ikat weaving|tenun;tenun ikat;songket;ulos
    13121 ~|kriya|Pertenunan kain|Weaving|pertenunan;kain tenun
    13912 ~|kriya|Bordir dan sulam kain|Embroidery|bordir;sulam;sulaman
    13921 =|kriya|Seprai dan gorden|Household textiles|sprei;seprai;gorden;sarung bantal
    13929 =|kriya|Barang tekstil lain|Other textile goods|tekstil jadi lainnya
    14111 =|fesyen|Konveksi|Garment making|konveksi;konfeksi;kaos;seragam;sablon kaos
    14120 =|fesyen|Penjahit|Tailor|penjahit;jahit;modiste;tailor
    14131 =|fesyen|Topi, peci dan kaus kaki|Hats and socks|topi;kaos kaki;peci;kopiah;songkok
    14302 ~|fesyen|Pakaian bordir|Embroidered clothes|bordir pakaian
    15121 ~|kriya|Tas dan dompet kulit|Leather goods|tas kulit;dompet kulit
    15201 =|fesyen|Sepatu dan sandal|Footwear making|sepatu;sandal;alas kaki
    16291 =|kriya|Anyaman rotan dan bambu|Rattan and bamboo plaiting|anyaman rotan;anyaman bambu;anyaman
    16292 =|kriya|Anyaman pandan dan eceng gondok|Pandan and hyacinth plaiting|anyaman pandan;mendong;purun;eceng gondok
    16293 =|kriya|Ukiran kayu|Wood carving|ukiran kayu;patung kayu;topeng;wayang;ukir kayu
    16294 =|kriya|Alat dapur kayu|Wooden kitchenware|alat dapur kayu;cobek kayu
    16299 =|kriya|Kerajinan kayu lain|Other wood crafts|kerajinan kayu lainnya;lidi;sapu;kerajinan kayu
    18111 =|jasa|Percetakan|Printing|percetakan;sablon;undangan
    20231 =|rumahTangga|Sabun dan pembersih|Soap and cleaners|sabun;deterjen;karbol
    20232 =|kecantikan|Kosmetik|Cosmetics making|kosmetik;lulur
    20294 ~|agro|Minyak asiri|Essential oils|minyak atsiri;nilam;sereh wangi
    23921 =|bangunan|Batu bata|Bricks|batu bata;bata merah
    23922 =|bangunan|Genteng|Roof tiles|genteng
    23932 =|kriya|Gerabah dan keramik|Pottery|gerabah;keramik;tembikar
    23951 =|bangunan|Paving dan batako|Paving and blocks|paving;batako
    25931 ~|logam|Pandai besi|Blacksmith|pisau;pandai besi
    31001 -|furnitur|Mebel kayu|Wooden furniture|mebel;meubel;furniture kayu;kusen
    31002 -|furnitur|Mebel rotan dan bambu|Rattan and bamboo furniture|mebel rotan;mebel bambu
    32112 =|kriya|Perhiasan logam mulia|Precious jewellery|perhiasan perak;emas;perhiasan
    32120 =|kriya|Aksesori dan perhiasan imitasi|Imitation jewellery|aksesoris;bros;manik-manik
    32903 =|kriya|Kerajinan tangan|Handicraft|kerajinan tangan;souvenir;suvenir;handmade;kerajinan
    45201 -|jasa|Bengkel mobil|Car repair|bengkel mobil
    45407 -|jasa|Bengkel motor|Motorcycle repair|bengkel motor;servis motor;tambal ban
    45202 -|jasa|Cuci mobil|Car wash|cuci mobil;steam
    95110 -|jasa|Servis komputer|Computer repair|servis komputer;servis laptop
    95120 -|jasa|Servis HP|Phone repair|servis hp;konter hp
    95210 =|jasa|Servis elektronik|Electronics repair|servis elektronik;servis tv;servis kulkas
    95291 =|jasa|Permak pakaian|Clothes alteration|permak;vermak
    96111 -|jasa|Pangkas rambut|Barber|pangkas rambut;barbershop;cukur
    96112 -|jasa|Salon|Beauty salon|salon;rias pengantin;mua
    96200 -|jasa|Penatu|Laundry|laundry;binatu;penatu;londri
    74201 ~|jasa|Fotografi|Photography|foto;studio foto
    77100 =|jasa|Sewa kendaraan|Vehicle rental|rental mobil
    82190 -|jasa|Fotokopi|Photocopying|fotokopi;fotocopy
    85495 -|jasa|Bimbingan belajar|Tutoring|bimbel;les privat
    01283 ~|agro|Kebun cabai|Chilli growing|petani cabai;cabai;cabe
    01285 =|agro|Kebun jahe dan rimpang|Ginger and rhizomes|jahe;kunyit;kencur
    01461 =|agro|Ayam pedaging|Broiler chickens|ayam potong;broiler
    01462 =|agro|Ayam petelur|Laying hens|ayam petelur;telur
    01411 =|agro|Sapi potong|Beef cattle|sapi potong
    01441 =|agro|Kambing dan domba|Sheep and goats|kambing;domba
    03221 ~|agro|Budi daya ikan air tawar|Freshwater fish ponds|lele;nila;gurame;budidaya ikan;ternak lele
    03111 -|agro|Nelayan|Sea fishing|nelayan;ikan laut
    01121 =|agro|Padi|Rice growing|padi
    01270 -|agro|Kebun kopi, teh dan kakao|Coffee, tea and cocoa growing|kebun kopi;petani kopi;kakao;kopi;teh
    55130 -|wisata|Homestay|Homestay|homestay;pondok wisata
    79111 -|wisata|Agen perjalanan|Travel agency|agen perjalanan;travel
    47721 ?|perdagangan|Apotek|Pharmacy|apotek;apotik
    47215 ?|perdagangan|Toko ikan|Fish shop|toko ikan;penjual ikan;ikan segar
    47414 ?|perdagangan|Toko HP dan pulsa|Phone shop|toko hp;aksesoris hp
    61994 ?|jasa|Pulsa dan paket data|Phone credit|pulsa;paket data;konter pulsa
    47761 ?|perdagangan|Toko bunga|Florist|toko bunga;buket;florist;karangan bunga
    47762 ?|agro|Tanaman dan bibit|Plants and seedlings|tanaman hias;bibit tanaman;bibit
    01493 ?|agro|Madu|Beekeeping|lebah;madu;ternak lebah
    74130 ?|jasa|Desain grafis|Graphic design|desain grafis;desain logo
    62019 ?|jasa|Pemrograman|Programming|jasa pembuatan website;pemrograman;aplikasi
    82302 ?|jasa|Penyelenggara acara|Event organiser|event organizer;dekorasi;wedding organizer
    96121 ?|jasa|Pijat|Massage|pijat;pijat refleksi;urut
    49424 ?|jasa|Ojek|Motorcycle taxi|ojek;ojek online
    """
