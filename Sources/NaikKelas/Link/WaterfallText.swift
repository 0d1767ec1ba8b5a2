import Linkage

/// A comparison as a waterfall for a terminal: where the sum stands after each field.
enum WaterfallText {
    private static let width = 40

    static func lines(_ explanation: PairExplanation, language: FindingLanguage) -> [String] {
        let isIndonesian = language == .indonesian
        var steps: [(words: String, weight: Double, values: String)] = [
            (isIndonesian ? "sebelum dibandingkan" : "before comparing", explanation.prior, "")
        ]
        if explanation.source != 0 { steps.append((isIndonesian ? "daftar asalnya" : "the lists they are from", explanation.source, "")) }
        for part in explanation.parts {
            steps.append((isIndonesian ? part.words.indonesian : part.words.english, part.weight, part.values.joined(separator: " | ")))
        }
        if !explanation.swapped.isEmpty {
            let kinds = explanation.swapped.map(\.words)
            let names = isIndonesian ? kinds.map(\.indonesian).joined(separator: " dan ") : kinds.map(\.english).joined(separator: " and ")
            steps.append(("\(names) \(isIndonesian ? "tertukar" : "mixed up")", explanation.swapWeight, ""))
        }
        if explanation.relatives >= 0.05 {
            steps.append(
                (
                    isIndonesian
                        ? "mungkin dua usaha satu pemilik, atau dua orang serumah" : "perhaps two of one owner, or of one household",
                    -explanation.relatives, ""
                ))
        }
        var sums = [0.0]
        for step in steps { sums.append((sums.last ?? 0) + step.weight) }
        let (low, high) = (min(sums.min() ?? 0, -1), max(sums.max() ?? 0, 1))
        func column(_ value: Double) -> Int { Int(((value - low) / (high - low) * Double(width - 1)).rounded()) }
        let longest = steps.map(\.words.count).max() ?? 0
        var lines: [String] = []
        for (place, step) in steps.enumerated() {
            let (from, to) = (column(sums[place]), column(sums[place + 1]))
            var bar = [Character](repeating: " ", count: width)
            bar[column(0)] = "│"
            for cell in min(from, to)...max(from, to) { bar[cell] = step.weight < 0 ? "░" : "█" }
            let gap = String(repeating: " ", count: longest - step.words.count)
            let figure = signed(step.weight, isIndonesian)
            lines.append(
                "\(step.words)\(gap)  \(String(repeating: " ", count: max(0, 6 - figure.count)))\(figure)  \(String(bar))  \(step.values)")
        }
        let probability = explanation.probability
        let percent = probability > 0.9999 ? "> 99,99" : probability < 0.0001 ? "< 0,01" : tenths(probability * 100)
        let shown = isIndonesian ? percent : percent.replacing(",", with: ".")
        lines.append(
            "\(isIndonesian ? "jumlah" : "sum") \(signed(explanation.weight, isIndonesian)): \(isIndonesian ? "peluang sama" : "probability of being one") \(shown) %"
        )
        return lines
    }

    /// `+8,1`
    private static func signed(_ weight: Double, _ isIndonesian: Bool) -> String {
        let text = (weight < 0 ? "−" : "+") + tenths(abs(weight))
        return isIndonesian ? text : text.replacing(",", with: ".")
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10),\(tenths % 10)"
    }
}
