/// Whether nothing was meant by a cell: it is empty, or filled in for form's sake (`-`, `N/A`, `tidak ada`, `xxx`).
public func saysNothing(_ cell: String) -> Bool {
    Absence.holds(Latin.bytes(of: cell))
}

/// Recognises a cell in which nothing was meant.
enum Absence {
    /// Whether the cell is empty or filled in for form's sake. A quantity or an amount of `0` is an answer: pass `zero: false` there.
    static func holds(_ bytes: [UInt8], zero: Bool = true) -> Bool {
        guard bytes.count <= 40 else { return false }
        var letters = 0
        var zeros = 0
        var crosses = 0
        var strangers = 0
        for byte in bytes {
            if byte.isLatinWord {
                letters += 1
                if byte == UInt8(ascii: "0") { zeros += 1 }
                if byte | 0x20 == UInt8(ascii: "x") { crosses += 1 }
            } else if byte == Latin.other {
                strangers += 1
            }
        }
        if letters == 0 { return strangers == 0 }
        if crosses == letters { return true }
        if zeros == letters { return zero && bytes.first != UInt8(ascii: "+") }
        guard letters <= 14, zeros == 0 else { return false }
        var word: [UInt8] = []
        for byte in bytes where byte.isLatinWord { word.append(byte.latinSmall) }
        return words.contains(String(decoding: word, as: UTF8.self))
    }

    private static let words: Set<String> = [
        "na", "null", "nil", "nihil", "none", "nan", "kosong", "empty", "undefined", "belum", "belumada", "blmada", "blm", "tidakada",
        "tdkada", "takada", "gaada", "gakada", "nggakada", "tidakpunya", "tdkpunya", "belumpunya", "tidakdiisi", "belumdiisi", "tidaktahu",
        "tidak", "tdk", "ref", "value", "noname", "nodata",
    ]
}
