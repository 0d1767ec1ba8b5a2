extension SimulatedTrade {
    /// Common trades of small business. The weights add up to the shares of the ministry's register of September 2024:
    /// trade 53.5 %, food service 18.8 %, manufacture 16.1 %, others 11.6 %.
    static let all: [SimulatedTrade] = [
        // Trade (G)
        SimulatedTrade(
            "47112", .trade, 150, "Groceries", "Sembako & Kelontong", kinds: "Toko|Warung|Kios|Toko Sembako|Warung Kelontong|Toko|Grosir",
            products: "Sembako|Kelontong", marketplace: 170, delivery: 40),
        SimulatedTrade(
            "47711", .trade, 90, "Fashion", "Fashion", kinds: "Toko|Butik|Toko Baju|Distro|Rumah Mode",
            products: "Gamis|Busana Muslim|Baju Anak|Daster|Kaos|Kemeja|Celana Jeans|Baju Koko", marketplace: 640, exporting: 3),
        SimulatedTrade(
            "47713", .trade, 60, "Muslim Fashion", "Fashion Muslim", kinds: "Toko|Galeri|Rumah Hijab|Butik",
            products: "Hijab|Kerudung|Jilbab|Mukena|Bros|Pashmina|Khimar", marketplace: 700, exporting: 3),
        SimulatedTrade(
            "47724", .trade, 45, "Beauty", "Kecantikan", kinds: "Toko|Toko Kosmetik|Rumah Cantik",
            products: "Kosmetik|Skincare|Parfum|Lulur|Sabun Herbal", marketplace: 620, exporting: 2),
        SimulatedTrade(
            "47249", .trade, 40, "Food & Beverages", "Makanan & Minuman", kinds: "Toko|Toko Oleh-Oleh|Pusat Oleh-Oleh|Kios",
            products: "Oleh-Oleh|Snack|Aneka Keripik|Camilan|Kurma|Madu", marketplace: 480, delivery: 60, exporting: 3),
        SimulatedTrade(
            "47912", .trade, 35, "Fashion", "Fashion", kinds: "Toko Online|Olshop|Toko",
            products: "Sepatu|Tas|Jam Tangan|Baju|Aksesoris|Kacamata", marketplace: 820),
        SimulatedTrade(
            "47911", .trade, 25, "Health & Beauty", "Kesehatan", kinds: "Toko Online|Olshop|Toko",
            products: "Frozen Food|Madu|Herbal|Kosmetik|Susu", marketplace: 760, delivery: 40),
        SimulatedTrade(
            "47914", .trade, 25, "Home & Living", "Rumah Tangga", kinds: "Toko Online|Olshop|Toko",
            products: "Perabot|Mainan Anak|Alat Dapur|Aksesoris HP|Grosir Murah", marketplace: 800),
        SimulatedTrade(
            "47712", .trade, 15, "Shoes", "Sepatu", kinds: "Toko|Toko Sepatu", products: "Sepatu|Sandal|Sepatu Sekolah", marketplace: 520,
            exporting: 4),
        SimulatedTrade(
            "47511", .trade, 10, "Fabric", "Kain", kinds: "Toko|Toko Kain|Toko Tekstil", products: "Kain|Tekstil|Kain Batik",
            marketplace: 380),
        SimulatedTrade(
            "47212", .trade, 10, "Fresh Food", "Buah", kinds: "Toko|Kios|Kios Buah|Lapak", products: "Buah|Buah Segar|Jeruk",
            marketplace: 70, delivery: 90),
        SimulatedTrade(
            "47213", .trade, 10, "Fresh Food", "Sayur", kinds: "Kios|Lapak|Warung|Toko", products: "Sayur|Sayur Segar|Bumbu Dapur",
            marketplace: 50, delivery: 70),
        SimulatedTrade(
            "47241", .trade, 10, "Groceries", "Beras", kinds: "Toko|Agen|Agen Beras|Toko Beras", products: "Beras", marketplace: 80,
            exporting: 1),
        SimulatedTrade(
            "47772", .trade, 10, "Household", "Gas", kinds: "Pangkalan|Agen|Toko", products: "Gas LPG|Gas & Galon", marketplace: 10),

        // Food service (I)
        SimulatedTrade(
            "56102", .foodService, 70, "Indonesian", "Aneka Nasi",
            kinds: "Warung|Warung Makan|Warung Nasi|RM|Rumah Makan|Depot|Warteg|Dapur",
            products:
                "Nasi Uduk|Nasi Padang|Ayam Geprek|Soto|Pecel Lele|Nasi Goreng|Bakso|Mie Ayam|Rawon|Gudeg|Seafood|Ayam Bakar|Nasi Kuning",
            marketplace: 30, delivery: 560),
        SimulatedTrade(
            "56103", .foodService, 30, "Snacks", "Jajanan", kinds: "Kedai|Warung|Kantin|Dapur",
            products: "Seblak|Bakso Aci|Cilok|Dimsum|Roti Bakar|Mie Pedas|Batagor|Siomay",
            marketplace: 60, delivery: 600),
        SimulatedTrade(
            "56104", .foodService, 24, "Street Food", "Kaki Lima", kinds: "Angkringan|Warung|Lapak|Gerobak",
            products: "Martabak|Gorengan|Sate|Bakso|Siomay|Terang Bulan|Sate Madura|Nasi Kucing", marketplace: 10, delivery: 420),
        SimulatedTrade(
            "56210", .foodService, 20, "Catering", "Katering", kinds: "Catering|Dapur|Katering",
            products: "Nasi Kotak|Tumpeng|Snack Box|Catering", marketplace: 120, delivery: 330),
        SimulatedTrade(
            "56303", .foodService, 20, "Coffee", "Kopi", kinds: "Kopi|Kedai Kopi|Warkop|Café|Kedai", products: "Kopi|Kopi Susu|Kopi Tubruk",
            marketplace: 90, delivery: 680),
        SimulatedTrade(
            "56304", .foodService, 24, "Beverages", "Minuman", kinds: "Kedai|Es|Depot|Kedai Minuman",
            products: "Es Teh|Jus Buah|Thai Tea|Boba|Es Kelapa|Es Cendol|Es Oyen",
            marketplace: 30, delivery: 620),

        // Manufacture (C)
        SimulatedTrade(
            "10794", .manufacture, 40, "Snacks", "Makanan Ringan", kinds: "UD|Rumah Produksi|Keripik|IRT|KUB|Dapur",
            products: "Keripik Tempe|Keripik Singkong|Keripik Pisang|Kerupuk|Rempeyek|Rengginang|Emping|Opak|Kripik Talas|Makaroni Pedas",
            marketplace: 470, delivery: 30, makesFood: true, exporting: 9),
        SimulatedTrade(
            "10710", .manufacture, 25, "Bakery", "Roti & Kue", kinds: "Bakery|Dapur|Toko Roti|Cake",
            products: "Kue Kering|Brownies|Bolu|Donat|Roti|Nastar|Cake",
            marketplace: 340, delivery: 430, makesFood: true, exporting: 2),
        SimulatedTrade(
            "10792", .manufacture, 18, "Traditional Cakes", "Kue Tradisional", kinds: "Dapur|Rumah Kue|Jajanan",
            products: "Kue Basah|Jajanan Pasar|Lemper|Risoles|Klepon|Lumpia",
            marketplace: 130, delivery: 470, makesFood: true),
        SimulatedTrade(
            "10750", .manufacture, 20, "Frozen Food", "Makanan Beku", kinds: "Dapur|Frozen Food|Rumah Produksi",
            products: "Frozen Food|Bakso|Rendang|Nugget|Siomay|Sambal|Pempek|Dimsum",
            marketplace: 430, delivery: 340, makesFood: true, exporting: 8),
        SimulatedTrade(
            "10761", .manufacture, 10, "Coffee", "Kopi Bubuk", kinds: "Kopi|Roastery|UD|Rumah Kopi",
            products: "Kopi Bubuk|Kopi Robusta|Kopi Arabika|Kopi Luwak",
            marketplace: 520, delivery: 60, makesFood: true, exporting: 45),
        SimulatedTrade(
            "10772", .manufacture, 8, "Seasoning", "Bumbu", kinds: "Dapur|UD|IRT",
            products: "Sambal|Bumbu Pecel|Bumbu Dapur|Sambal Bawang|Petis", marketplace: 480, makesFood: true, exporting: 12),
        SimulatedTrade(
            "10762", .manufacture, 5, "Herbal", "Jamu & Herbal", kinds: "Jamu|Rumah Herbal|IRT",
            products: "Jahe Instan|Jamu|Wedang Uwuh|Kunyit Asam|Temulawak",
            marketplace: 420, delivery: 60, makesFood: true, exporting: 10),
        SimulatedTrade(
            "13134", .manufacture, 9, "Batik", "Batik", kinds: "Batik|Rumah Batik|Galeri|Sanggar Batik",
            products: "Batik Tulis|Batik Cap|Batik Eco Print|Batik", marketplace: 460, exporting: 40),
        SimulatedTrade(
            "13122", .manufacture, 5, "Woven Fabric", "Tenun", kinds: "Tenun|Rumah Tenun|Kelompok Tenun",
            products: "Tenun Ikat|Songket|Ulos|Tenun", marketplace: 330, exporting: 40),
        SimulatedTrade(
            "14111", .manufacture, 8, "Apparel", "Konveksi", kinds: "Konveksi|CV|UD|Garmen", products: "Kaos|Seragam|Jaket|Konveksi",
            marketplace: 420, exporting: 15),
        SimulatedTrade(
            "16291", .manufacture, 4, "Handicraft", "Kerajinan", kinds: "Kerajinan|Anyaman|KUB|Galeri",
            products: "Anyaman Bambu|Anyaman Rotan|Anyaman Pandan|Tas Anyaman", marketplace: 320, exporting: 60),
        SimulatedTrade(
            "31001", .manufacture, 5, "Furniture", "Mebel", kinds: "Mebel|Meubel|UD|CV", products: "Mebel Jati|Kursi|Lemari|Mebel",
            marketplace: 240, exporting: 70),
        SimulatedTrade(
            "32903", .manufacture, 4, "Handicraft", "Suvenir", kinds: "Kerajinan|Galeri|Rumah Kriya|Craft",
            products: "Souvenir|Kerajinan Tangan|Handmade|Hampers", marketplace: 560, exporting: 45),

        // Others
        SimulatedTrade(
            "96200", .other, 20, "Services", "Jasa", kinds: "Laundry|Laundri|Binatu", products: "Laundry|Laundry Kiloan", marketplace: 5),
        SimulatedTrade(
            "45407", .other, 22, "Services", "Jasa", kinds: "Bengkel|Bengkel Motor", products: "Bengkel|Servis Motor|Tambal Ban",
            marketplace: 60),
        SimulatedTrade(
            "95120", .other, 12, "Phone & Accessories", "Handphone", kinds: "Konter|Counter|Servis HP",
            products: "Servis HP|Pulsa|Aksesoris HP|Cell", marketplace: 210),
        SimulatedTrade(
            "96112", .other, 18, "Services", "Jasa", kinds: "Salon|Rias Pengantin|Salon Muslimah", products: "Salon|Rias Pengantin|MUA",
            marketplace: 20),
        SimulatedTrade(
            "96111", .other, 8, "Services", "Jasa", kinds: "Pangkas Rambut|Barbershop|Potong Rambut", products: "Pangkas Rambut|Barbershop",
            marketplace: 5),
        SimulatedTrade(
            "14120", .other, 14, "Services", "Jasa Jahit", kinds: "Penjahit|Modiste|Tailor|Jahit", products: "Jahit|Permak|Kebaya",
            marketplace: 60),
        SimulatedTrade(
            "18111", .other, 8, "Services", "Percetakan", kinds: "Percetakan|Sablon|Digital Printing|CV",
            products: "Undangan|Sablon|Percetakan|Banner", marketplace: 300),
        SimulatedTrade(
            "82190", .other, 6, "Stationery", "ATK", kinds: "Fotokopi|Foto Copy|Toko ATK", products: "Fotokopi|ATK", marketplace: 80),
        SimulatedTrade(
            "01461", .other, 4, "Fresh Food", "Ternak", kinds: "Peternakan|UD|Poktan", products: "Ayam Potong|Ayam Kampung|Telur",
            marketplace: 15, delivery: 10),
        SimulatedTrade(
            "03221", .other, 4, "Fresh Food", "Perikanan", kinds: "Kolam|Pokdakan|UD", products: "Lele|Nila|Gurame|Ikan Segar",
            marketplace: 30, delivery: 20, exporting: 3),
    ]

    static let choice = WeightedChoice(all.map(\.weight))
}
