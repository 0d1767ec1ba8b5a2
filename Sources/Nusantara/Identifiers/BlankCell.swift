/// Whether a cell is empty or filled in for form's sake: `-`, `.`, `x`, `0`, `tidak ada`, `n/a`.
public func isBlankCell(_ text: String) -> Bool {
    Absence.holds(Latin.bytes(of: text))
}
