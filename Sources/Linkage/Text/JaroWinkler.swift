/// How alike two words are (Jaro 1989, Winkler 1990): 0 nothing in common, 1 equal. Symmetric.
///
/// Works on UTF-8 bytes; beyond 64 bytes the rest is not looked at. The matched places are bits of one word, because that is several
/// times faster than arrays of flags.
enum JaroWinkler {
    static func similarity(_ a: String, _ b: String) -> Double {
        var a = a
        var b = b
        return a.withUTF8 { a in b.withUTF8 { b in similarity(a, b) } }
    }

    static func similarity(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        // The greedy matching depends on which word leads; the shorter (then the lesser) always does, so that order does not matter.
        guard a.count <= b.count else { return similarity(b, a) }
        let m = min(a.count, 64)
        let n = min(b.count, 64)
        if m == 0 { return n == 0 ? 1 : 0 }
        if m == n, precedes(b, a, count: n) { return similarity(leading: b, m, b: a, n) }
        return similarity(leading: a, m, b: b, n)
    }

    private static func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, count: Int) -> Bool {
        var index = 0
        while index < count {
            if a[index] != b[index] { return a[index] < b[index] }
            index &+= 1
        }
        return false
    }

    private static func similarity(
        leading a: UnsafeBufferPointer<UInt8>, _ m: Int, b: UnsafeBufferPointer<UInt8>, _ n: Int
    ) -> Double {
        let reach = max(n / 2 &- 1, 0)
        var matchedA: UInt64 = 0
        var matchedB: UInt64 = 0
        var i = 0
        while i < m {
            let byte = a[i]
            var j = i > reach ? i &- reach : 0
            let end = min(i &+ reach &+ 1, n)
            while j < end {
                if b[j] == byte, matchedB & (1 &<< UInt64(j)) == 0 {
                    matchedA |= 1 &<< UInt64(i)
                    matchedB |= 1 &<< UInt64(j)
                    break
                }
                j &+= 1
            }
            i &+= 1
        }
        let matches = matchedA.nonzeroBitCount
        if matches == 0 { return 0 }

        var displaced = 0
        while matchedA != 0 {
            if a[matchedA.trailingZeroBitCount] != b[matchedB.trailingZeroBitCount] { displaced &+= 1 }
            matchedA &= matchedA &- 1
            matchedB &= matchedB &- 1
        }
        let common = Double(matches)
        let jaro = (common / Double(m) + common / Double(n) + (common - Double(displaced / 2)) / common) / 3

        var prefix = 0
        while prefix < min(m, 4), a[prefix] == b[prefix] { prefix &+= 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }
}
