/// The common trades, by code and by the words of everyday.
public enum Trades {
    /// All of them, food first.
    public static var all: [Trade] { TradeIndex.current.trades }

    /// The trade with a code. A code of 2025 gives a trade only if it still means the same there.
    public static func trade(code: String, version: KBLI.Version) -> Trade? {
        guard let code = KBLI(code, version: version)?.code, let trade = TradeIndex.current.byCode[code] else { return nil }
        return version == .v2020 || trade.survivesIn2025 ? trade : nil
    }

    /// The trades a description may mean, the likeliest first: "jualan kripik singkong" gives crisps. Empty if no word is known.
    public static func find(_ words: String) -> [Trade] {
        TradeIndex.current.find(words)
    }
}
