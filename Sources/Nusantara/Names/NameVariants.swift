/// Spellings of one and the same given name, told apart by ear or habit only. A name whose forms differ in meaning or sex (Eko, Eka) is
/// not here.
enum NameVariants {
    /// The spelling that stands for all, or nil when the name has but one.
    static func canonical(_ word: String) -> String? { table[word] }

    /// Short forms that mean a birth-order name or a title in a Balinese name, and other things elsewhere (`Md.` is Made or Muhammad).
    static func balinese(_ word: String) -> String? { balineseTable[word] }

    /// Words that open a Balinese name.
    static func opensBalinese(_ word: String) -> Bool { balineseOpeners.contains(word) }

    private static let table = WordTable.canonical(
        """
        muhammad:muhamad mohammad mohamad mohamed mohammed muhammed muchammad mochammad mochamad muchamad moh mohd muh muhd md mhd moch much mokhamad mokhammad mukhamad mukhammad muhamed moehammad mochamat muhamat mohamat muhammmad
        ahmad:achmad akhmad ahmat acmad ahmed ach akh ahmd achmat
        abdul:abd abdoel abdool abdl abdu ab
        abdullah:abdulloh abdoellah abdulah abdollah abdulloh abdilah abdillah
        siti:sitti st sity sitie
        nur:noer noor nor nuur
        nurul:noerul noeroel nurrul
        hasan:hassan khasan chasan
        husein:husain hussein hoesin husin chusein khusain husen husaen hussain
        yusuf:yusup yoesoef jusuf joesoef yusof yusuff yusub
        ismail:ismael ismaill
        ibrahim:ibrohim ibrahem
        umar:omar oemar umr
        usman:utsman osman oesman othman ustman
        ali:aly
        fatimah:fatima patimah fatma fathimah patima fatimmah
        aisyah:aisah aisya aisjah aysah aisha aesah aisyiah aesyah aysyah
        khadijah:khotijah hadijah chadijah khodijah hotijah kotijah katijah
        khairul:chairul choirul khoirul hairul chaerul khaerul kherul
        khalid:cholid kholid halid chalid
        rahman:rohman rachman rochman rakhman
        rahmat:rachmat rohmat rochmat rahmad rachmad rakhmat rokhmat
        rahim:rohim rochim rachim
        rahayu:rahayoe
        ridwan:ridhwan riduan ridwaan
        rizki:rizky riski risky rizqi rezki rezky reski rizkyi risqi rizqy resky rezqi
        rizal:rijal risal
        saiful:syaiful saeful syaeful saefoel sjaiful saifull syaifull
        syarif:sarif syarief sjarif scharif syarip sarip
        syamsul:samsul sjamsul syamsoel samsoel sjamsoel
        syafii:safii sjafei syafei safei
        zainal:zaenal jaenal zainul jainal zaenul
        zulkifli:zulkipli dzulkifli zoelkifli julkifli zulkifly
        zaki:zakki jaki zaky
        fauzi:fauzy pauzi fawzi pouzi fauji
        faisal:faizal fhaisal paisal
        arif:arief aref ariep arip
        taufik:taufiq topik taopik toufik tofik taufiqq taupik tofiq
        sukarno:soekarno
        suharto:soeharto
        sutrisno:soetrisno
        sugiarto:soegiarto sugiharto soegiharto
        budi:boedi budhi budy boedhi
        joko:djoko
        jaya:djaja djaya
        joyo:djojo djoyo
        cahyo:tjahjo tjahyo
        cahya:tjahja tjahya
        cahyono:tjahjono tjahyono
        wahyu:wahju wahyoe wahjoe
        wahyudi:wahjudi wahjoedi
        yanto:janto
        yanti:janti
        yudi:yudhi yoedi joedi
        yani:jani
        agus:agoes agoos aghus aguss
        dewi:dewie devi dewy
        sri:sree srie
        tri:trie
        dwi:dwie dui
        chandra:candra tjandra chandera
        wijaya:widjaja widjaya wijaja
        kusuma:koesoema kusumah kesuma
        nugroho:noegroho
        hidayat:hidajat
        hidayah:hidajah
        ketut:ktut ketoet
        wayan:wyn
        nyoman:nym njoman
        gede:gde gdee
        kadek:kdk
        komang:kmg
        cokorda:tjokorda
        daeng:dg
        yohanes:johannes yohannes johanes yohanis johanis
        petrus:piet
        paulus:paoeloes
        yosef:yosep josef joseph yoseph
        maria:mariah marya
        kristina:christina cristina kristine christine
        kristian:christian cristian
        stefanus:stephanus stevanus stepanus stefanoes
        nyai:njai
        """)

    private static let balineseTable = WordTable.canonical(
        """
        wayan:wyn wy yan
        made:md mde
        nyoman:nym nymn
        ketut:kt ktut ketoet
        gede:gd gde gdee
        putu:pt ptu
        kadek:kdk kd
        komang:kmg km
        nengah:ngh
        luh:lh
        ngurah:ngr
        gusti:gst igst
        agung:agg
        bagus:bgs
        cokorda:tjokorda cok
        """)

    private static let balineseOpeners = WordTable.set(
        """
        wayan made nyoman ketut gede putu kadek komang nengah luh ngurah gusti dewa desak ida cokorda wyn nym ngh gst igst kdk kmg
        sang ngakan gd md kt pt gde ayu
        """)
}
