import Testing

@testable import Nusantara

@Suite("names of businesses")
struct BusinessNameTests {
    @Test(
        "a name comes apart into form, kind and what sets it apart",
        arguments: [
            ("CV. Maju Jaya", LegalForm.limitedPartnership, "", "maju jaya"), ("C.V. MAJU DJAJA", .limitedPartnership, "", "maju jaya"),
            ("Maju Jaya, CV", .limitedPartnership, "", "maju jaya"), ("PT Perorangan Sari Rasa", .soleProprietorCompany, "", "sari rasa"),
            ("PT.Sari Rasa", .limitedCompany, "", "sari rasa"), ("UD Sumber Rejeki", .tradingFirm, "", "sumber rejeki"),
            ("Waroeng Soemedang", nil, "warung", "sumedang"), ("WR. SUMEDANG", nil, "warung", "sumedang"),
            ("Warung Sumedang", nil, "warung", "sumedang"),
            ("RM Sederhana", nil, "rumahmakan", "sederhana"), ("R.M. Sederhana", nil, "rumahmakan", "sederhana"),
            ("Rumah Makan Sederhana", nil, "rumahmakan", "sederhana"), ("Katering Barokah", nil, "katering", "barokah"),
            ("Catering Berkah", nil, "katering", "barokah"), ("Warung Bu Tini", nil, "warung", "tini"),
            ("Warung Ibu Tini", nil, "warung", "tini"),
            ("Kripik Tempe Mbak Yul", nil, "keripik", "tempe yul"), ("Pusat oleh2 Malang", nil, "", "pusat oleh malang"),
            ("Pusat Oleh-Oleh Malang", nil, "", "pusat oleh malang"), ("Toko Rezeki", nil, "toko", "rejeki"),
            ("Usaha Jual Pempek Cek Ida", nil, "", "pempek cek ida"),
            ("KWT Mekar Sari", .farmersGroup, "", "mekar sari"), ("Kelompok Wanita Tani Mekar Sari", .farmersGroup, "", "mekar sari"),
            ("BUM Desa Karya", .villageEnterprise, "", "karya"), ("Koperasi Mina Jaya", .cooperative, "", "mina jaya"),
            ("Foto Copy Jaya", nil, "fotokopi", "jaya"), ("D'Mouza Cell", nil, "konter", "dmouza"), ("Toko 88", nil, "toko", "88"),
            ("TOKO H. MAMAT", nil, "toko", "mamat"),
        ])
    func parts(text: String, form: LegalForm?, types: String, core: String) throws {
        let name = try #require(BusinessName.parse(text).value)
        #expect(name.legalForm == form)
        #expect(name.typeWords.joined(separator: " ") == types)
        #expect(name.coreTokens.joined(separator: " ") == core)
        #expect(!name.isGeneric)
    }

    @Test(
        "a person in brackets is the owner",
        arguments: [
            ("toko sembako <budi>", "Budi"), ("warung makan (siti)", "Siti"), ("Warung [Bu Siti Aminah]", "Bu Siti Aminah"),
        ])
    func owner(text: String, owner: String) throws {
        let name = try #require(BusinessName.parse(text).value)
        #expect(name.ownerInBrackets == owner)
        #expect(name.coreTokens.isEmpty)
        #expect(name.isGeneric)
    }

    @Test(
        "brackets that hold a branch or a place are part of the name",
        arguments: ["Bakso Solo (cabang 2)", "Bakso Solo (depan SD)", "Bakso Solo (Toko Baru)"])
    func notAnOwner(text: String) {
        #expect(BusinessName.parse(text).value?.ownerInBrackets == nil)
        #expect(BusinessName.parse(text).value?.coreTokens.first == "solo")
    }

    @Test(
        "names that tell nothing are generic",
        arguments: [
            "Tidak ada nama", "belum ada nama usaha", "Toko Sembako", "WARUNG", "Warung Bakso", "jualan kue", "no name usaha",
            "Warung Makan", "CV", "Toko (tutup)",
        ])
    func generic(text: String) {
        let parsed = BusinessName.parse(text)
        #expect(parsed.value?.isGeneric == true)
        #expect(parsed.notices.map(\.code) == ["business.generic"])
    }

    @Test("nothing meant is absent; another script is refused")
    func others() {
        #expect(BusinessName.parse("-") == .absent)
        #expect(BusinessName.parse("tidak ada") == .absent)
        #expect(BusinessName.parse("小吃店").notices.map(\.code) == ["business.letters"])
    }

    @Test(
        "names are written as their owner would",
        arguments: [
            ("CV MAJU JAYA", "CV Maju Jaya"), ("pt sari rasa", "PT Sari Rasa"), ("toko sembako <budi>", "Toko Sembako <Budi>"),
            ("toko ABC", "Toko ABC"), ("@dapurmama.id", "@dapurmama.id"),
            ("MAJU JAYA, CV", "Maju Jaya, CV"),
            ("  Dapur  Bunda ", "Dapur Bunda"), ("TOKO MA'MUR", "Toko Ma'mur"),
        ])
    func display(text: String, display: String) {
        #expect(BusinessName.parse(text).value?.display == display)
    }
}
