import Nusantara
import Testing

@Suite("Everyday words for trades")
struct TradesTests {
    @Test("every trade has a code of 2020, two titles and words, and is found by its code, its title and each of its words")
    func complete() throws {
        #expect(Trades.all.count == 146)
        #expect(Set(Trades.all.map(\.code)).count == Trades.all.count)
        #expect(Set(Trades.all.map(\.title)).count == Trades.all.count)
        for trade in Trades.all {
            #expect(trade.kbli?.code == trade.code)
            #expect(Trades.trade(code: trade.code, version: .v2020) == trade)
            #expect(!trade.title.isEmpty && !trade.englishTitle.isEmpty && !trade.words.isEmpty)
            for word in trade.words {
                #expect(word == word.lowercased())
                #expect(Trades.find(word).contains(trade), "\(word)")
                #expect(Trades.find("Jualan \(word.uppercased())!").contains(trade), "\(word)")
            }
            #expect(Trades.find(trade.title).contains(trade), "\(trade.title)")
        }
    }

    @Test(
        "the likeliest trade comes first",
        arguments: [
            ("jualan kripik singkong", "10794"), ("Warung sembako", "47112"), ("olshop baju", "47912"), ("jualan baju online", "47912"),
            ("Katering", "56210"),
            ("batik tulis Lasem", "13134"), ("kedai kopi", "56303"), ("servis hp", "95120"), ("konveksi kaos", "14111"),
            ("ternak lele", "03221"),
            ("laundry kiloan", "96200"), ("menjahit baju", "14120"), ("keripiknya enak", "10794"), ("es teh", "56304"),
            ("dagang gorengan", "56104"),
            ("anyaman bambu", "16291"), ("jual pulsa", "61994"), ("rental mobil", "77100"), ("bengkel motor", "45407"), ("sambal", "10772"),
        ])
    func likeliest(description: String, code: String) {
        #expect(Trades.find(description).first?.code == code)
    }

    @Test(
        "a word of several trades gives them all",
        arguments: [("kopi", ["10761", "01270"]), ("bakso", ["10750", "10130", "56104"]), ("kosmetik", ["47724", "20232"])])
    func several(description: String, codes: [String]) {
        let found = Trades.find(description).map(\.code)
        #expect(codes.allSatisfy(found.contains))
    }

    @Test("words that stand before any trade say nothing", arguments: ["", " ", "toko", "jualan", "usaha", "xyz", "🍜", "jual barang"])
    func nothing(description: String) {
        #expect(Trades.find(description).isEmpty)
    }

    @Test("a code of 2025 gives a trade only where it still means the same")
    func succession() throws {
        #expect(Trades.trade(code: "10794", version: .v2025)?.survivesIn2025 == true)
        // 10772 was spices, and is table salt; 47812 was a fruit stall, and is used cars.
        for code in ["10772", "47812", "56101", "74201", "47912", "45407", "47721"] {
            #expect(Trades.trade(code: code, version: .v2020) != nil, "\(code)")
            #expect(Trades.trade(code: code, version: .v2025) == nil, "\(code)")
        }
        #expect(Trades.trade(code: "99999", version: .v2020) == nil)
        #expect(Trades.trade(code: "KBLI 10794", version: .v2020)?.sector == .kuliner)
    }

    @Test("all online trades of 2020 are withdrawn")
    func online() {
        let online = Trades.all.filter { $0.sector == .daring }
        #expect(online.count == 4)
        #expect(online.allSatisfy { $0.succession == .withdrawn && $0.code.hasPrefix("479") })
    }

    @Test("every sector has a trade, and a name of its own in both languages")
    func sectors() {
        #expect(Set(Trades.all.map(\.sector)) == Set(Sector.allCases))
        #expect(Set(Sector.allCases.map(\.name)).count == Sector.allCases.count)
        #expect(Set(Sector.allCases.map(\.englishName)).count == Sector.allCases.count)
    }

    @Test("the order of the findings does not change from call to call")
    func stable() {
        let first = Trades.find("toko kue kering dan kopi")
        #expect(!first.isEmpty)
        for _ in 0..<20 { #expect(Trades.find("toko kue kering dan kopi") == first) }
    }
}
