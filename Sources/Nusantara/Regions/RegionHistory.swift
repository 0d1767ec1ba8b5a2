/// How the codes and borders of today came about.
enum RegionHistory {
    /// Codes of regencies and cities that were replaced, with what replaced them.
    ///
    /// 2004: Sulawesi Barat (Law 26 of 2004) left province 73. 2012: Kalimantan Utara (Law 20 of 2012) left province 64.
    /// 2022: the provinces of Papua Selatan, Papua Tengah and Papua Pegunungan (Laws 14, 15 and 16 of 2022) left province 91.
    /// 2022: Papua Barat Daya (Law 29 of 2022) left province 92.
    static let successors: [String: String] = pairs(
        """
        73.25 76.01, 73.21 76.02, 73.23 76.03, 73.19 76.04, 73.20 76.05
        64.04 65.01, 64.06 65.02, 64.05 65.03, 64.10 65.04, 64.73 65.71
        91.01 93.01, 91.16 93.02, 91.17 93.03, 91.18 93.04
        91.04 94.01, 91.07 94.02, 91.08 94.03, 91.09 94.04, 91.25 94.05, 91.26 94.06, 91.27 94.07, 91.28 94.08
        91.02 95.01, 91.12 95.02, 91.13 95.03, 91.14 95.04, 91.21 95.05, 91.22 95.06, 91.23 95.07, 91.24 95.08
        92.01 96.01, 92.04 96.02, 92.05 96.03, 92.09 96.04, 92.10 96.05, 92.71 96.71
        """)

    /// The provinces that once held the whole or a part of today's, so that "Merauke, Papua" and "Tarakan, Kalimantan Timur" are still read.
    static let formerProvinces: [String: [String]] = [
        "19": ["16"], "21": ["14"], "36": ["32"], "65": ["64"], "75": ["71"], "76": ["73"], "82": ["81"],
        "92": ["91"], "93": ["91"], "94": ["91"], "95": ["91"], "96": ["92", "91"],
    ]

    /// Province codes of BPS that do not equal the ministry's, with all the provinces they stand for.
    ///
    /// Until the division of Papua 91 was the whole of Papua Barat and 94 the whole of Papua.
    static let statisticsProvinces: [String: [String]] = [
        "91": ["92", "96"], "92": ["96"], "94": ["91", "93", "94", "95"], "95": ["93"], "96": ["94"], "97": ["95"],
    ]

    /// Provinces whose regencies BPS numbered anew after the division of Papua; their old numbers are still read, but not given out.
    static let statisticsRecoded: Set<String> = ["93", "94", "95", "96"]

    private static func pairs(_ table: String) -> [String: String] {
        var result: [String: String] = [:]
        for pair in table.split(whereSeparator: { $0 == "," || $0.isNewline }) {
            let codes = pair.split(separator: " ")
            if codes.count == 2 { result[String(codes[0])] = String(codes[1]) }
        }
        return result
    }
}
