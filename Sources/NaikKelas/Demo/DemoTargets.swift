import Journey
import Nusantara

/// The targets of a demo: the two national ones at the demo's own scale, which their titles state, and two that are made up.
struct DemoTargets {
    let targets: [Target]

    /// How many businesses were said to be onboard when the target of 30 million was to be reached: published for the middle of 2024.
    private static let publishedOnboard = 25_500_000.0

    /// - Parameters:
    ///   - counts: of the nation, as the demo's lists brought them about.
    ///   - westJava: the same of West Java.
    init(_ counts: Counts, westJava: Counts, today: CalendarDate) {
        let year = today.components.year
        guard
            let first = CalendarDate(year: year - 1, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31),
            counts.onboard > 0
        else {
            targets = []
            return
        }
        let scale = Self.publishedOnboard / Double(counts.onboard)
        let ratio = Int64(scale.rounded())
        func scaled(_ million: Double) -> Int64 { max(1, Int64((million * 1_000_000 / scale).rounded())) }
        let sellers = Self.rounded(Double(counts.selling) * 1.15)
        let inWestJava = Self.rounded(Double(westJava.onboard) * 1.1)
        targets = [
            Target(
                title: "30 juta UMKM onboard (skala contoh 1 : \(dotted(ratio)))",
                titleEnglish: "30 million businesses onboard (sample scale 1 : \(grouped(ratio)))",
                metric: .onboard, firstDay: first, lastDay: last, value: scaled(30)),
            Target(
                title: "8 juta UMKM onboard (skala contoh 1 : \(dotted(ratio)))",
                titleEnglish: "8 million businesses onboard (sample scale 1 : \(grouped(ratio)))",
                metric: .onboard, firstDay: first, lastDay: last, value: scaled(8)),
            Target(
                title: "\(dotted(sellers)) usaha aktif berjualan (sasaran rekaan)",
                titleEnglish: "\(grouped(sellers)) businesses selling (made-up target)",
                metric: .selling, firstDay: first, lastDay: last, value: sellers),
            Target(
                title: "\(dotted(inWestJava)) usaha onboard di Jawa Barat (sasaran rekaan)",
                titleEnglish: "\(grouped(inWestJava)) businesses onboard in West Java (made-up target)",
                metric: .onboard, region: RegionCode(rawValue: "32"), firstDay: first, lastDay: last, value: inWestJava),
        ]
    }

    /// A number as people set targets: two digits and noughts.
    private static func rounded(_ number: Double) -> Int64 {
        var step: Int64 = 1
        while number / Double(step) >= 100 { step *= 10 }
        return max(1, Int64((number / Double(step)).rounded(.up)) * step)
    }
}

/// A whole number as Indonesians write it: `1.234.567`.
private func dotted(_ number: Int64) -> String {
    grouped(number).replacing(",", with: ".")
}
