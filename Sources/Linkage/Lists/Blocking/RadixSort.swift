/// Sorts numbers by their upper bits, keeping the order of equals, in time that grows with their count alone.
enum RadixSort {
    /// - Parameter shift: the lowest bit that counts, at least 0.
    static func sort(_ numbers: inout [UInt64], from shift: Int) {
        guard numbers.count > 256 else {
            // A stable sort of few: by the bits that count, then by the place they had.
            if numbers.count > 1 { insertionSort(&numbers, from: shift) }
            return
        }
        var spare = [UInt64](repeating: 0, count: numbers.count)
        var position = shift
        while position < 64 {
            let bits = min(11, 64 - position)
            let mask = UInt64(1) << UInt64(bits) &- 1
            var counts = [Int](repeating: 0, count: 1 << bits)
            for number in numbers { counts[Int(number >> UInt64(position) & mask)] &+= 1 }
            if counts.contains(numbers.count) {
                position += bits
                continue
            }
            var sum = 0
            for index in counts.indices { (counts[index], sum) = (sum, sum + counts[index]) }
            spare.withUnsafeMutableBufferPointer { target in
                for number in numbers {
                    let digit = Int(number >> UInt64(position) & mask)
                    target[counts[digit]] = number
                    counts[digit] &+= 1
                }
            }
            swap(&numbers, &spare)
            position += bits
        }
    }

    private static func insertionSort(_ numbers: inout [UInt64], from shift: Int) {
        for index in 1..<numbers.count {
            let number = numbers[index]
            var place = index
            while place > 0, numbers[place - 1] >> UInt64(shift) > number >> UInt64(shift) {
                numbers[place] = numbers[place - 1]
                place -= 1
            }
            numbers[place] = number
        }
    }
}
