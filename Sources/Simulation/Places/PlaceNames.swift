/// Invented names of villages, districts and streets that sound as they do in a part of the country.
enum PlaceNames {
    private static let java = (
        [
            "Sido", "Karang", "Suko", "Purwo", "Wono", "Sumber", "Banjar", "Kedung", "Tegal", "Kali", "Rejo", "Mojo", "Ngadi", "Gondang",
            "Jati", "Ploso", "Pandan", "Margo", "Tambak", "Wringin",
        ],
        [
            "mulyo", "rejo", "anyar", "sari", "agung", "harjo", "dadi", "asri", "makmur", "luhur", "kerto", "sono", "waru", "tengah",
            "kidul", "lor", "gayam", "jati", "bendo", "wetan",
        ]
    )
    private static let sunda = (
        [
            "Suka", "Mekar", "Ci", "Pasir", "Karang", "Tanjung", "Cipa", "Cika", "Cibi", "Warga", "Margo", "Neglasa", "Bojong", "Sinar",
            "Girang", "Parung", "Leuwi", "Panyi", "Sari", "Kerta",
        ],
        [
            "maju", "jaya", "mukti", "galih", "wangi", "sari", "mulya", "rahayu", "laksana", "manah", "asih", "ratu", "hurip", "tani",
            "resmi", "kembang", "harja", "lega", "bakti", "menak",
        ]
    )
    private static let outer = (
        [
            "Tanjung ", "Sungai ", "Bukit ", "Muara ", "Pulau ", "Kampung ", "Batu ", "Lubuk ", "Padang ", "Simpang ", "Pasar ", "Suka",
            "Sumber ", "Teluk ", "Air ", "Rantau ", "Gunung ", "Tebing ", "Labuhan ", "Mekar ",
        ],
        [
            "Jaya", "Indah", "Raya", "Harapan", "Makmur", "Putih", "Baru", "Tinggi", "Merah", "Sari", "Damai", "Panjang", "Dalam", "Mulia",
            "Seroja", "Permai", "Hulu", "Lestari", "Besar", "Tengah",
        ]
    )
    private static let streets = [
        "Mawar", "Melati", "Kenanga", "Anggrek", "Cempaka", "Dahlia", "Flamboyan", "Merdeka", "Pahlawan", "Raya Pasar", "Masjid", "Kartika",
        "Veteran", "Pemuda", "Pramuka", "Garuda",
        "Merpati", "Cendrawasih", "Rajawali", "Kutilang", "Manggis", "Durian", "Rambutan", "Nangka", "Jambu", "Mangga", "Beringin",
        "Cemara", "Akasia", "Mahoni", "Jati", "Bambu",
        "Pelita", "Pendidikan", "Kesehatan", "Perjuangan", "Persatuan", "Gotong Royong", "Pasar Lama", "Stasiun", "Pelabuhan", "Raya Barat",
        "Raya Timur", "Lingkar Selatan", "Kebon Jeruk", "Kampung Baru",
    ]
    private static let hamlets = [
        "Krajan", "Karanganyar", "Sumberejo", "Tegalsari", "Ngemplak", "Pandean", "Kauman", "Gempol", "Wonosari", "Babakan", "Cikaret",
        "Sukasari", "Mekarjaya", "Tengah", "Lama", "Baru", "Timur", "Barat",
    ]

    /// The name of a village by its number within a regency; every regency has its own.
    static func village(_ number: Int, regency: Int, province: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(regency), stream: UInt64(number) &+ 50_000)
        let parts = self.parts(ofProvince: province)
        let name = joined(generator.pick(parts.0), generator.pick(parts.1))
        return generator.happens(0.12) ? name + generator.pick([" Timur", " Barat", " Selatan", " Utara", " Lor", " Kulon"]) : name
    }

    /// The name of a district by its number within a regency.
    static func district(_ number: Int, regency: Int, province: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(regency), stream: UInt64(number) &+ 900_000)
        let parts = self.parts(ofProvince: province)
        return joined(generator.pick(parts.0), generator.pick(parts.1))
    }

    /// A street and house number, or a hamlet, with RT and RW, by number: the same number gives the same address.
    static func street(seed: UInt32) -> (street: String?, house: Int, hamlet: String?, neighbourhood: Int, ward: Int, landmark: String?) {
        var generator = SeededGenerator(seed: UInt64(seed), stream: 77)
        let isStreet = generator.happens(0.68)
        return (
            isStreet ? generator.pick(streets) : nil, generator.happens(0.8) ? generator.within(1...240) : 0,
            isStreet && generator.happens(0.7) ? nil : generator.pick(hamlets), generator.within(1...12), generator.within(1...9),
            generator.happens(0.09)
                ? generator.pick(["dekat masjid", "depan SD", "belakang pasar", "samping balai desa", "sebelah puskesmas"]) : nil
        )
    }

    private static func joined(_ beginning: String, _ end: String) -> String {
        beginning.hasSuffix(" ") ? beginning + end : beginning + end.lowercased()
    }

    private static func parts(ofProvince province: Int) -> ([String], [String]) {
        switch province {
        case 33, 34, 35: java
        case 31, 32, 36: sunda
        default: outer
        }
    }
}
