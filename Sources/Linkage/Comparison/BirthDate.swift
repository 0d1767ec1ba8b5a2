/// A birth date by year, month and day, for telling typing errors from different people.
struct BirthDate {
    let day: Int32
    let year: Int64
    let month: Int64
    let dayOfMonth: Int64

    /// - Parameter day: days since 1970-01-01 in the proleptic Gregorian calendar.
    init(day: Int32) {
        // Counting from 1 March of year 0 puts the leap day last (Hinnant, "chrono-compatible low-level date algorithms").
        let shifted = Int64(day) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        self.day = day
        dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// 1 January and 31 December are what forms offer and what people without papers were given.
    private var isDefault: Bool {
        month == 1 && dayOfMonth == 1 || month == 12 && dayOfMonth == 31
    }

    func agreement(with other: BirthDate) -> AgreementLevel {
        if day == other.day { return isDefault ? .contained : .same }
        if isDefault || other.isDefault { return year == other.year ? .contained : .partial }
        if year == other.year, month == other.dayOfMonth, dayOfMonth == other.month { return .close }
        let parts = (year == other.year ? 1 : 0) + (month == other.month ? 1 : 0) + (dayOfMonth == other.dayOfMonth ? 1 : 0)
        return parts == 2 ? .contained : .different
    }
}
