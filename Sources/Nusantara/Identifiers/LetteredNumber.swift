/// The capitals and digits of a cell that should hold a code such as `ID1022183125288`, without its punctuation.
struct LetteredNumber {
    var letters: [UInt8] = []
    var digits: [UInt8] = []

    /// Letters count up to the first digit; one that comes after it is not part of such a code and makes this nil.
    init?(_ bytes: [UInt8], dropping labels: Set<String>) {
        var word: [UInt8] = []
        for byte in bytes {
            if byte.isLatinDigit {
                digits.append(byte)
            } else if byte.isLatinLetter {
                guard digits.isEmpty else { return nil }
                word.append(byte.latinCapital)
                continue
            }
            take(&word, labels)
        }
        guard word.isEmpty else { return nil }
    }

    private mutating func take(_ word: inout [UInt8], _ labels: Set<String>) {
        guard !word.isEmpty else { return }
        if !labels.contains(String(latin: word)) { letters += word }
        word.removeAll()
    }
}
