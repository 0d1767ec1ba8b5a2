/// Whether two texts differ by one slip: a letter wrong, missing, too many, or two neighbours swapped (Damerau 1964).
enum EditDistance {
    static func isOne(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard long.count - short.count <= 1 else { return false }
        var start = 0
        while start < short.count, short[start] == long[start] { start &+= 1 }
        var tail = 0
        while tail < short.count - start, short[short.count - 1 - tail] == long[long.count - 1 - tail] { tail &+= 1 }
        let (left, right) = (short.count - start - tail, long.count - start - tail)
        if right <= 1 { return right == 1 }
        return left == 2 && right == 2 && short[start] == long[start + 1] && short[start + 1] == long[start]
    }
}
