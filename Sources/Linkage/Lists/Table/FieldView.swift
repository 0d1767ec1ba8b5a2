/// A column as it lies in memory, for comparing millions of pairs without counting references. Valid within the call that lends it.
struct FieldView {
    let kind: FieldKind
    let values: TermView
    let words: TermView
    let wordStarts: UnsafeBufferPointer<UInt32>
    let wordsOfValues: UnsafeBufferPointer<UInt32>
    let wordBits: UnsafeBufferPointer<Float>
    let letters: UnsafeBufferPointer<LetterSet>
    let numbers: UnsafeBufferPointer<Double>

    /// The places of a value's words.
    @inline(__always)
    func words(of value: UInt32) -> Range<Int> {
        Int(wordStarts[Int(value)])..<Int(wordStarts[Int(value) &+ 1])
    }
}

extension RecordTable {
    /// All columns as they lie in memory; the views are valid within the call alone.
    func withViews<Result>(_ body: (UnsafeBufferPointer<FieldView>) -> Result) -> Result {
        func open(_ views: [FieldView]) -> Result {
            guard views.count < columns.count else { return views.withUnsafeBufferPointer(body) }
            return columns[views.count].withView { open(views + [$0]) }
        }
        return open([])
    }
}
