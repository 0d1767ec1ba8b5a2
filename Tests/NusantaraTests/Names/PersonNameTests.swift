import Testing

@testable import Nusantara

@Suite("names of people")
struct PersonNameTests {
    @Test(
        "titles, degrees and fashions of spelling leave the same words",
        arguments: [
            ("H. Budi Santoso", "budi santoso"), ("Hj. Siti Aminah", "siti aminah"), ("HJ SITI AMINAH", "siti aminah"),
            ("St. Aminah", "siti aminah"),
            ("Drs. H. Moh. Yusuf, S.Pd., M.M.", "muhammad yusuf"), ("Muchamad Jusuf", "muhammad yusuf"), ("H.M.Yusuf", "muhammad yusuf"),
            ("M. Yusup", "muhammad yusuf"), ("MOH YUSUF SE", "muhammad yusuf"), ("Mhd. Yusuf S.E", "muhammad yusuf"),
            ("Soekarno", "sukarno"), ("Sukarno", "sukarno"), ("Djoko Tjahjono", "joko cahyono"), ("Joko Cahyono", "joko cahyono"),
            ("Soenarjo", "sunaryo"), ("Pandjaitan", "panjaitan"), ("Widjaja", "wijaya"), ("Njoman Soedjana", "nyoman sujana"),
            ("Panjaitan", "panjaitan"), ("Banjar Ganjar", "banjar ganjar"), ("Jaya Wijaya", "jaya wijaya"),
            ("Abd. Rahman", "abdul rahman"), ("Abdurrahman", "abdul rahman"), ("Abdul Rochman", "abdul rahman"),
            ("Abdurahman", "abdul rahman"),
            ("Abdullah", "abdullah"), ("Abdulloh", "abdullah"), ("Abdussalam", "abdul salam"), ("Abdulkadir", "abdul kadir"),
            ("Ma'ruf", "maruf"), ("Ma’ruf", "maruf"), ("Nur Hidajat", "nur hidayat"), ("Noer Hidayat", "nur hidayat"),
            ("dr. Dewi Lestari, Sp.A", "dewi lestari"), ("Ir. Agoes Soesanto", "agus susanto"), ("Bpk. Agus", "agus"), ("Pak Agus", "agus"),
            ("Ny. Tini", "tini"), ("Bu Tini", "tini"), ("Ust. Zaenal Arief", "zainal arif"), ("Zainal Arif", "zainal arif"),
            ("Rina br Ginting", "rina ginting"), ("Rina Boru Ginting", "rina ginting"), ("Rina Br. Karo-Karo", "rina karo karo"),
            ("Siti Rahma (alm)", "siti rahma"), ("Tn. R. Bambang Sugeng", "bambang sugeng"), ("Bambang Sugeng, A.Md.Keb", "bambang sugeng"),
            ("Tuti", "tuti"), ("  tuti  ", "tuti"), ("ANDI MAPPA", "andi mappa"), ("Cut Rosna", "cut rosna"),
            ("Umi Kulsum", "umi kulsum"),
            ("Ratna, S.Sos", "ratna"), ("Ratna S.Sos.", "ratna"), ("Lukman Ma", "lukman ma"), ("Lukman, MA", "lukman"),
            ("Lukman M.A.", "lukman"),
            ("José da Costa", "jose da costa"), ("𝓑𝓾𝓭𝓲 𝓢", "budi s"), ("Haji", "haji"), ("Ibu", "ibu"), ("M", "m"), ("Ahmad H", "ahmad h"),
            ("ASEP SUPRIATNA S PD", "asep supriatna"), ("Joe Sulaiman", "joe sulaiman"), ("Habib Rizal", "habib rizal"),
            ("Yanti/0812345678", "yanti"),
        ])
    func tokens(text: String, tokens: String) {
        #expect(PersonName.parse(text).value?.tokens.joined(separator: " ") == tokens)
    }

    @Test(
        "Balinese names keep their order of birth, drop the article and mean Made by Md.",
        arguments: [
            ("I Wayan Sudarma", "wayan sudarma", Sex.male), ("Ni Luh Putu Ayu", "luh putu ayu", .female),
            ("I Md. Sudana", "made sudana", .male),
            ("Ni Kt. Sari", "ketut sari", .female), ("I Gst. Ngr. Oka", "gusti ngurah oka", .male), ("Ni Wyn Sri", "wayan sri", .female),
            ("I Kadek Yudi", "kadek yudi", .male),
        ])
    func balinese(text: String, tokens: String, sex: Sex) throws {
        let name = try #require(PersonName.parse(text).value)
        #expect(name.tokens.joined(separator: " ") == tokens)
        #expect(name.sexHint == sex)
        #expect(PersonName.isLowInformation(name.tokens[0]))
    }

    @Test("Anak Agung is the same in full and in letters")
    func anakAgung() {
        #expect(PersonName.parse("A.A. Ngurah Oka").value?.tokens == ["anak", "agung", "ngurah", "oka"])
        #expect(PersonName.parse("Anak Agung Ngurah Oka").value?.tokens == ["anak", "agung", "ngurah", "oka"])
        #expect(PersonName.parse("Ida Bagus Oka").value?.tokens == ["ida", "bagus", "oka"])
        #expect(PersonName.parse("Md. Sudana").value?.tokens == ["made", "sudana"])
        #expect(PersonName.parse("Mhd. Sudana").value?.tokens == ["muhammad", "sudana"])
    }

    @Test("a father's name stands apart")
    func patronymic() throws {
        let son = try #require(PersonName.parse("Ali bin Abu Bakar").value)
        #expect(son.tokens == ["ali"])
        #expect(son.patronymic == ["abu", "bakar"])
        #expect(son.sexHint == .male)
        let daughter = try #require(PersonName.parse("FATIMAH BINTI H. UMAR").value)
        #expect(daughter.tokens == ["fatimah"])
        #expect(daughter.patronymic == ["umar"])
        #expect(daughter.display == "Fatimah binti H. Umar")
        #expect(daughter.sexHint == .female)
    }

    @Test("another name in brackets, in quotes or after alias stands apart")
    func nicknames() {
        for text in ["Yusuf (Ucup)", "Yusuf \"Ucup\"", "Yusuf alias Ucup", "Yusuf als. Ucup", "Yusuf a.k.a Ucup"] {
            #expect(PersonName.parse(text).value?.tokens == ["yusuf"], "\(text)")
            #expect(PersonName.parse(text).value?.nicknames == ["ucup"], "\(text)")
        }
        #expect(PersonName.parse("Ucup").value?.tokens == ["ucup"])
    }

    @Test("of two people in one cell the first is read", arguments: ["Budi & Siti", "Budi dan Siti", "Budi/Siti", "BUDI DAN SITI"])
    func couples(text: String) {
        let parsed = PersonName.parse(text)
        #expect(parsed.value?.tokens == ["budi"])
        #expect(parsed.notices.map(\.code) == ["name.two"])
    }

    @Test(
        "names are written as a person would",
        arguments: [
            ("SITI AMINAH", "Siti Aminah"), ("siti aminah", "Siti Aminah"), ("  Siti   Aminah ", "Siti Aminah"),
            ("HJ SITI AMINAH SE", "Hj. Siti Aminah S.E."),
            ("H. BUDI SANTOSO, S.PD., M.M.", "H. Budi Santoso, S.Pd., M.M."), ("I WAYAN SUDARMA", "I Wayan Sudarma"),
            ("Siti McLean", "Siti McLean"),
            ("MA'RUF", "Ma'ruf"), ("Hj. SITI AMINAH", "Hj. Siti Aminah"), ("HAJI AHMAD", "Haji Ahmad"),
            ("budi santoso SE", "Budi Santoso S.E."), ("ALI BIN ABU", "Ali bin Abu"), ("'Siti Aminah,", "Siti Aminah"), ("josé", "José"),
            ("H.M.YUSUF", "H. M.Yusuf"),
        ])
    func display(text: String, display: String) {
        #expect(PersonName.parse(text).value?.display == display)
    }

    @Test("titles are kept as they are best written")
    func titles() {
        #expect(PersonName.parse("drs h budi santoso spd, mm").value?.titles == ["Drs.", "H.", "S.Pd.", "M.M."])
        #expect(PersonName.parse("Hj Siti").value?.sexHint == .female)
        #expect(PersonName.parse("Budi").value?.sexHint == nil)
    }

    @Test(
        "names that sound alike fall together",
        arguments: [
            ("Syamsul", "Samsul"), ("Fatimah", "Patimah"), ("Rizky", "Riski"), ("Taufiq", "Topik"), ("Adhi", "Adi"), ("Anissa", "Anisa"),
            ("Cahyo", "Cahya"), ("Novi", "Nopi"), ("Alex", "Aleks"), ("Akhyar", "Ahyar"), ("Sutrisno", "Sutrisna"), ("Thoriq", "Torik"),
            ("Zulfa", "Julpa"), ("Saefudin", "Saifuddin"), ("Marfuah", "Marpua"), ("Dzaky", "Jaki"), ("Joseph", "Yosep"),
        ])
    func phonetic(left: String, right: String) {
        #expect(PersonName.parse(left).value?.phonetic == PersonName.parse(right).value?.phonetic)
    }

    @Test(
        "clans are known by every spelling of their hyphen",
        arguments: ["Sitanggang", "Karo-Karo", "Nasution", "Wenda", "Butar-butar", "Lumbantobing"])
    func clans(clan: String) throws {
        let name = try #require(PersonName.parse("Rina " + clan).value)
        #expect(name.tokens.dropFirst().allSatisfy { PersonName.isClan($0) })
        #expect(!PersonName.isClan(name.tokens[0]))
    }

    @Test(
        "what is doubtful about a name is said",
        arguments: [
            ("siti@contoh.id", "name.email"), ("081234567891", "name.letters"), ("Budi 2", "name.digits"), ("Toko Makmur", "name.business"),
            ("CV Makmur", "name.business"), ("Ahmad (alm)", "name.deceased"), ("王小明", "name.script"),
        ])
    func notices(text: String, code: String) {
        #expect(PersonName.parse(text).notices.map(\.code) == [code])
    }

    @Test("nothing meant is absent", arguments: ["-", "", "x", "tidak ada", "N/A", "."])
    func absent(text: String) {
        #expect(PersonName.parse(text) == .absent)
    }

    @Test("folded text is for search: small words, one space, no marks")
    func folding() {
        #expect(folded("  Toko \"Ma’mur-Jaya\", Jl. Mawar No.12 ") == "toko mamur jaya jl mawar no 12")
        #expect(folded("Crème Brûlée") == "creme brulee")
        #expect(folded("💰") == "")
    }
}
