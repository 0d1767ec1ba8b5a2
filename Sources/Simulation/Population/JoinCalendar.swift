import Nusantara

/// On which days businesses came online: from 2017, faster around the campaigns and in the months of the pandemic.
struct JoinCalendar: Sendable {
    /// No account is older than this day: the movement "100,000 UMKM Go Online" began in May of the year.
    static let beginning = CalendarDate(dayNumber: 17_167)  // 1 January 2017

    private let months: [(first: Int, days: Int)]
    private let choice: WeightedChoice

    init(until today: CalendarDate) {
        var months: [(first: Int, days: Int)] = []
        var weights: [Int] = []
        var (year, month) = (2017, 1)
        while let first = CalendarDate(year: year, month: month, day: 1), first <= today {
            let days = min(CalendarDate.days(in: month, of: year), today.dayNumber - first.dayNumber + 1)
            months.append((first.dayNumber, days))
            weights.append(Self.pace(year: year, month: month) * days)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        self.months = months
        choice = WeightedChoice(weights)
    }

    func draw(_ generator: inout SeededGenerator) -> CalendarDate {
        guard !months.isEmpty else { return Self.beginning }
        let (first, days) = months[choice.draw(&generator)]
        return CalendarDate(dayNumber: first + generator.below(days))
    }

    /// How fast businesses join, without a unit: by year, then by month.
    private static func pace(year: Int, month: Int) -> Int {
        let byYear =
            switch year {
            case ...2017: month < 5 ? 6 : 24
            case 2018: 36
            case 2019: 52
            case 2020: month < 4 ? 64 : month < 6 ? 190 : 150  // the pandemic; the national campaign began on 14 May 2020
            case 2021: 150
            case 2022: 112
            case 2023: 92
            default: 84
            }
        let byMonth =
            switch month {
            case 3, 4: 11  // Ramadan falls about here in these years
            case 8: 12  // day of small business, 12 August
            case 11: 12
            case 12: 15  // 12.12
            default: 9
            }
        return byYear * byMonth
    }
}
