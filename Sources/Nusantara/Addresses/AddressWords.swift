/// The parts of an address that a word can announce.
enum AddressPart: Int, Sendable, CaseIterable {
    case street, hamlet, village, district, regency, province, landmark
    /// A stretch between commas that no word announces.
    case unnamed
}

/// The words that announce parts of an address, with the ways in which they are shortened.
enum AddressWords {
    /// What a word announces.
    enum Marker: Sendable, Hashable {
        case part(AddressPart)
        /// A regency or a city; the kind is part of its name.
        case regency, city
        case lane, estate
        case number, block
        case rt, rw, rtrw
        case postalCode
        /// Desa or dusun: `Ds.`
        case villageOrHamlet
        /// Kampung: part of a village, in Papua the village itself.
        case kampung
        case floor
    }

    static func marker(_ word: String) -> Marker? { markers[word] }

    /// A word of place brought to its full form (`psr` → `pasar`, `dpn` → `depan`).
    static func expanded(_ word: String) -> String { expansions[word] ?? word }

    /// A Roman number after the name of a street or hamlet in digits (`Gang II` → `2`); `I` is left, for it opens Balinese names.
    static func number(_ word: String) -> String? {
        switch word {
        case "ii": "2"
        case "iii": "3"
        case "iv": "4"
        case "vi": "6"
        case "vii": "7"
        case "viii": "8"
        case "ix": "9"
        default: nil
        }
    }

    private static let markers: [String: Marker] = {
        var table: [String: Marker] = [:]
        func add(_ marker: Marker, _ words: StaticString) {
            for word in WordTable.set(words) { table[word] = marker }
        }
        add(.part(.street), "jl jln jalan jlan djalan street")
        add(.lane, "gg gang lorong lr lrg gng")
        add(.estate, "perum perumahan perm prm komp komplek kompleks btn griya graha puri perumnas asrama rusun ruko rk cluster apartemen")
        add(.number, "no nomor nmr nr num")
        add(.block, "blok blk bl kav kavling kv")
        add(.rt, "rt")
        add(.rw, "rw")
        add(.rtrw, "rtrw")
        add(.part(.hamlet), "dsn dusun dn dukuh dk dkh pedukuhan padukuhan lingkungan lingk lk link banjar bjr br jorong jrg ling")
        add(.kampung, "kp kampung kpg kamp kampoeng kmp")
        add(.villageOrHamlet, "ds")
        add(.part(.village), "desa des kel kelurahan klrhn nagari nag gampong gampoeng gp kalurahan pekon tiyuh lembang negeri")
        add(.part(.district), "kec kecamatan kcmtn kc kecematan distrik distr kapanewon kap kemantren")
        add(.regency, "kab kabupaten kb")
        add(.city, "kota kotamadya kodya kot kotif")
        add(.part(.province), "prov prop propinsi provinsi")
        add(.postalCode, "kodepos kdps pos")
        add(.part(.landmark), "dekat depan dpn belakang blkg samping smpg seberang sebelah sblh dkt patokan")
        add(.floor, "lantai lt")
        return table
    }()

    private static let expansions: [String: String] = {
        var table: [String: String] = [:]
        WordTable.forEachEntry(
            """
            raya:ry
            pasar:psr ps
            terminal:term
            stasiun:sta
            simpang:sp simp spg
            depan:dpn
            belakang:blkg
            samping:smpg
            sebelah:sblh
            dekat:dkt
            utara:ut
            selatan:sel
            timur:tim
            barat:bar
            tengah:teng tgh
            besar:bsr
            jenderal:jend jendral jend jendr jenderal
            kapten:kapt
            letjen:letjend
            mayjen:mayjend
            doktor:dr
            haji:h hj
            kiai:kh kyai
            profesor:prof
            raden:rd
            muhammad:moh muh mohammad mochammad mochamad mohamad muhamad
            ahmad:achmad akhmad
            gatot:gatoet
            """
        ) { name, forms in
            for form in forms { table[form] = name }
        }
        return table
    }()
}
