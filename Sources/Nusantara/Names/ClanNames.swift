/// Names that thousands share by birth: clans of Sumatra, Sulawesi, Nusa Tenggara, Maluku and Papua, and houses of Arab descent.
enum ClanNames {
    static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all = WordTable.set(
        """
        sitanggang simbolon sihombing silaban simanjuntak siahaan hutapea hutabarat panjaitan nababan manurung sinaga situmorang siregar
        napitupulu pardede tambunan sitorus marpaung butar butarbutar gultom pasaribu lumban tobing lumbantobing simatupang nainggolan sianipar
        aritonang silalahi tampubolon hutagalung simamora purba manik samosir rajagukguk simangunsong sibarani sihotang naibaho
        ginting karo karokaro sembiring tarigan perangin angin peranginangin bangun barus sitepu surbakti sinulingga kaban
        nasution lubis harahap hasibuan rangkuti batubara daulay pulungan matondang dalimunthe ritonga rambe parinduri damanik saragih
        zebua telaumbanua gulo zega waruwu harefa lase mendrofa hulu halawa laia duha dakhi
        lengkong sumual rumengan mandagi mamahit kawilarang pangemanan tumbelaka wowor runtuwene lumintang supit pontoh lasut kaunang kalalo
        mokoginta mamonto kaligis karundeng
        pattimura tuhumury latuconsina tuasikal leimena sahetapy pattiasina tomasoa matulessy salampessy manuhutu rumalatu nikijuluw talahatu
        costa fernandez lamaholot tukan kleden riwu djawa bria seran nahak taek lay manafe ndun tallo benu nenobais umbu rambu bili ate
        wenda kogoya yikwa tabuni murib enembe mote pekei gobai rumbiak rumaropen kaiba mandacan dowansiba asso wetipo yoku ondi suebu ohee felle
        wally kambuaya solossa
        daeng andi karaeng puang patta baso besse ambo indo
        piliang koto chaniago caniago tanjung sikumbang jambak guci melayu bodi
        habsyi alhabsyi alatas assegaf shihab bafadal baswedan basyarahil haddad alhaddad alaydrus bawazier badjeber
        """)
}
