import Nusantara

/// Writes the lists of several partners and `truth.csv`, which says what each row is really about.
///
/// The truth has the columns `partner,line,external_id,business,owner`: the line of the file or row of the sheet (the header counts), the
/// partner's own number if the row has one, and the numbers of business and owner in the population; the last two are empty for a row of which
/// nothing can be made.
///
/// - Parameters:
///   - population: what the lists are about.
///   - directory: an existing folder; files of the same names are replaced.
///   - rows: no list becomes longer than this; nil for no limit.
///   - partners: whose lists to write.
/// - Returns: one entry a list, in the order of `partners`.
/// - Throws: ``SimulationError`` if a file cannot be written.
@discardableResult
public func writeLists(
    of population: SimulatedPopulation, to directory: String, rows: Int? = nil, partners: [PartnerList] = PartnerList.allCases
) throws -> [WrittenList] {
    let truth = try DelimitedFile(path: "\(directory)/truth.csv", shape: .init())
    try truth.append(["partner", "line", "external_id", "business", "owner"].map(Cell.text))
    let lists = try partners.map { try write($0, of: population, to: directory, rows: rows, truth: truth) }
    try truth.close()
    return lists
}

/// Writes one partner's list without the truth about it: the quick way to a big file.
///
/// - Throws: ``SimulationError`` if the file cannot be written.
@discardableResult
public func writeList(
    _ partner: PartnerList, of population: SimulatedPopulation, to directory: String, rows: Int? = nil
) throws -> WrittenList {
    try write(partner, of: population, to: directory, rows: rows, truth: nil)
}

private func write(
    _ partner: PartnerList, of population: SimulatedPopulation, to directory: String, rows: Int?, truth: DelimitedFile?
) throws -> WrittenList {
    // A sheet has 1,048,576 rows, and some stand above the first business.
    let limit = partner == .dinasKoperasi ? min(rows ?? Int.max, 1_048_000) : rows
    let order = RowOrder(of: partner, in: population, limit: limit)
    let today = population.settings.today
    let file = try partner.open(directory: directory, rows: order.entries.count, today: today)
    for title in partner.titles(on: today) { try file.append(title) }
    try file.append(partner.header.map(Cell.text))

    var list = WrittenList(partner: partner, path: "\(directory)/\(partner.fileName)")
    var tally = TrapSet.Tally()
    for entry in order.entries {
        list.rows += 1
        let line = file.nextLine
        guard entry.business >= 0 else {
            let (cells, trap) = unusableRow(of: partner, key: entry.key, seed: population.settings.seed)
            try file.append(cells)
            tally.add(trap)
            try truth?.append([.text(partner.code), .whole(line), .blank, .blank, .blank])
            continue
        }
        let subject = ClaimSubject(business: Int(entry.business), copy: entry.copy, partner: partner, in: population)
        var clerk = Clerk(subject, in: population)
        try file.append(clerk.row(position: list.rows))
        list.claims += 1
        if entry.copy == .only || entry.copy == .superseded { list.businesses += 1 }
        tally.add(clerk.traps)
        try truth?.append([
            .text(partner.code), .whole(line), subject.externalIdentifier.map(Cell.text) ?? .blank, .whole(subject.number),
            .whole(subject.ownerNumber),
        ])
    }
    try file.close()
    list.traps = tally.byTrap
    return list
}

/// A row of which nothing can be made: empty, rubbish, or a telephone without anybody to call.
private func unusableRow(of partner: PartnerList, key: UInt64, seed: UInt64) -> ([Cell], Trap) {
    var generator = SeededGenerator(seed: seed, stream: key)
    var cells = [Cell](repeating: .blank, count: partner.header.count)
    switch generator.below(4) {
    case 0:
        return (cells, .emptyRow)
    case 1:
        cells[partner.phoneColumn] = .text("0812\(generator.within(10_000_000...99_999_999))")
        return (cells, .onlyPhone)
    case 2:
        return (partner.header.map(Cell.text), .rubbishRow)
    default:
        cells[0] = .text(generator.pick(["Catatan: data belum diverifikasi", "JUMLAH", "*) sementara", "#REF!", "....."]))
        return (cells, .rubbishRow)
    }
}
