/// Titles before a name and degrees after it, looked up by their letters alone.
struct NameTitle: Sendable {
    /// As it is best written: `Hj.`, `S.Pd.`
    let written: String
    /// What the title says about its bearer's sex, if anything.
    let sex: Sex?

    /// A title that stands before the name.
    static func before(_ letters: String) -> NameTitle? { titlesBefore[letters] }

    /// A degree that stands after the name.
    static func after(_ letters: String) -> NameTitle? { degrees[letters] }

    /// Degrees whose letters may also be a word of a name or an initial: read as degrees only with dots or after a comma.
    static func needsMark(_ letters: String) -> Bool { doubtfulDegrees.contains(letters) }

    private static let titlesBefore = table(
        male: """
            H.:h haji hadji hadjie
            K.H.:kh
            Kiai:kyai kiai kiyai
            Pak:pak bapak bpk bp bapa pa'
            Mas:mas mz
            Kang:kang akang kg
            Bang:bang abang bg abg
            Abah:abah
            Bli:bli
            Koh:koh engkoh
            Tn.:tn tuan
            Sdr.:sdr saudara
            Ustaz:ust ustad ustadz ustaz
            Gus:gus
            R.:r raden rd
            R.M.:rm
            R.P.:rp
            K.R.T.:krt
            Tb.:tb tubagus
            Dt.:dt datuk datuak
            Tgk.:tgk teungku
            T.:t teuku
            Drs.:drs doktorandus
            """,
        female: """
            Hj.:hj hajjah hajah hadjah hjh
            Bu:bu ibu ib ibuk
            Mbak:mbak mbk mba
            Teh:teh teteh
            Mbok:mbok embok
            Ny.:ny nyonya
            Nn.:nn nona
            Sdri.:sdri saudari
            Ustazah:ustzh ustadzah ustazah
            R.A.:ra rr rroro
            R.Ngt.:rngt
            Dra.:dra
            """,
        either: """
            Aa:aa
            Mbah:mbah mbh simbah
            Cik:cik encik
            dr.:dr dokter
            Dr.:doktor
            drg.:drg
            drh.:drh
            Ir.:ir insinyur
            Prof.:prof profesor
            Pdt.:pdt pendeta pend
            apt.:apt
            Yth.:yth
            Sdr/i.:sdrsdri
            Dg.:dg daeng
            """)

    private static let degrees = table(
        male: "", female: "",
        either: """
            S.E.:se
            S.H.:sh
            S.H.I.:shi
            S.E.I.:sei
            S.E.Sy.:sesy
            S.Pd.:spd
            S.Pd.I.:spdi
            S.Pd.SD.:spdsd
            S.Kom.:skom
            S.T.:st
            S.T.P.:stp
            S.P.:sp
            S.Pt.:spt
            S.Pi.:spi
            S.Sos.:ssos
            S.Sos.I.:ssosi
            S.Ag.:sag
            S.Si.:ssi
            S.S.:ss
            S.Sn.:ssn
            S.Ds.:sds
            S.Psi.:spsi
            S.Kep.:skep
            S.Keb.:skeb
            S.Farm.:sfarm
            S.Gz.:sgz
            S.K.M.:skm
            S.I.P.:sip
            S.IP.:siip
            S.I.Kom.:sikom
            S.A.B.:sab
            S.A.P.:sap
            S.M.:sm
            S.Ak.:sak
            S.Tr.:str
            S.Tr.T.:strt
            S.Th.:sth
            S.Th.I.:sthi
            S.Fil.:sfil
            S.Hut.:shut
            S.Hum.:shum
            S.Ked.:sked
            S.Or.:sor
            S.Par.:spar
            S.Stat.:sstat
            Sm.Hk.:smhk
            B.A.:ba
            B.Sc.:bsc
            B.Eng.:beng
            A.Md.:amd
            A.Md.Keb.:amdkeb
            A.Md.Kep.:amdkep
            A.Md.Kom.:amdkom
            A.Md.Par.:amdpar
            A.Ma.:ama
            A.Ma.Pd.:amapd
            M.M.:mm
            M.H.:mh
            M.Pd.:mpd
            M.Pd.I.:mpdi
            M.Si.:msi
            M.Kom.:mkom
            M.T.:mt
            M.Sc.:msc
            M.A.:ma
            M.B.A.:mba
            M.Ag.:mag
            M.Hum.:mhum
            M.Kes.:mkes
            M.Ak.:mak
            M.E.:me
            M.P.:mp
            M.Sn.:msn
            M.Sos.:msos
            M.I.Kom.:mikom
            M.Psi.:mpsi
            M.Eng.:meng
            Ph.D.:phd
            Lc.:lc
            Apt.:apt
            Ak.:ak
            C.A.:ca
            Sp.A.:spa
            Sp.PD.:sppd
            Sp.OG.:spog
            Ners.:ners
            """)

    private static let doubtfulDegrees: Set<String> = [
        "ss", "sm", "sor", "spa", "ba", "ma", "mt", "me", "mp", "mag", "mak", "sak", "sag", "sap", "sab", "ca", "ak", "ama", "beng", "meng",
        "sip", "spi", "spt", "stp", "spar", "str", "mh", "mba", "apt", "lc", "shi", "sei", "shum", "mhum", "ners", "sds",
    ]

    private static func table(male: StaticString, female: StaticString, either: StaticString) -> [String: NameTitle] {
        var table: [String: NameTitle] = [:]
        for (text, sex) in [(male, Sex.male), (female, .female), (either, nil)] as [(StaticString, Sex?)] {
            WordTable.forEachEntry(text) { written, forms in
                for form in forms where table[form] == nil { table[form] = NameTitle(written: written, sex: sex) }
            }
        }
        return table
    }
}
