/// Writes a list of persons and the truth about it, in memory that does not grow with the list.
///
/// Seven rows of ten are a person's first, three repeat somebody who was drawn at random and may be drawn again, with slips, swaps and gaps; all
/// stand in an order that looks like chance. `persons.csv` has the columns `id,given_name,family_name,birth_date,postcode,phone`, `truth.csv`
/// has `id,entity`.
///
/// - Parameters:
///   - count: how many rows.
///   - directory: an existing folder; files of the same names are replaced.
///   - setting: what the list is for.
///   - seed: where the draws begin; without it, the setting's own.
/// - Returns: the paths of the list and of the truth.
/// - Throws: ``SimulationError`` if a file cannot be written.
@discardableResult
public func writePersons(
    _ count: Int, to directory: String, setting: PersonSetting, seed: UInt64? = nil
) throws -> (persons: String, truth: String) {
    let population = PersonPopulation(seed: seed ?? setting.seed)
    let people = max(1, count * 7 / 10)
    let order = ScatteredOrder(count: count, seed: population.seed)
    let paths = (persons: "\(directory)/persons.csv", truth: "\(directory)/truth.csv")
    let list = try DelimitedFile(path: paths.persons, shape: .init())
    let truth = try DelimitedFile(path: paths.truth, shape: .init())
    try list.append(["id", "given_name", "family_name", "birth_date", "postcode", "phone"].map(Cell.text))
    try truth.append(["id", "entity"].map(Cell.text))
    for row in 0..<count {
        let entry = order.number(at: row)
        var chance = SeededGenerator(seed: population.seed ^ 0x5245_5045_4154, stream: UInt64(entry))
        let number = entry < people ? entry : chance.below(people)
        var clerk = PersonClerk(population: population, errors: setting.errors, row: row)
        try list.append([.whole(row + 1)] + clerk.cells(of: population.person(number), isRepeat: entry >= people))
        try truth.append([.whole(row + 1), .whole(number + 1)])
    }
    try list.close()
    try truth.close()
    return paths
}
