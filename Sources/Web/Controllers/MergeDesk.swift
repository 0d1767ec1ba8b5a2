import Accounts
import Journey
import Nusantara
import Registry
import Storage

/// Who joins and parts businesses, and the questions that are asked before.
struct MergeDesk: Sendable {
    let viewer: Viewer
    let vault: Vault
    let today: CalendarDate
    let now: Timestamp

    // MARK: - Reach

    /// Whether the person may decide about all of these, and see their names.
    func mayDecide(about businesses: [BusinessID], _ connection: any SQLConnection) throws -> Bool {
        let scopes = [viewer.scopes(for: .decideLinks), viewer.scopes(for: .readNames)]
        return try businesses.allSatisfy { business in try scopes.allSatisfy { try connection.mayRead(business, scopes: $0) } }
    }

    /// Where a business is now, if the person may decide about it.
    func reachable(_ business: BusinessID, _ connection: any SQLConnection) throws -> BusinessID? {
        let standing = try connection.mergedInto(business)
        return try mayDecide(about: [standing], connection) ? standing : nil
    }

    /// - Throws: ``WebError/notFound`` if it is not within reach.
    func standing(_ business: BusinessID, _ connection: any SQLConnection) throws -> BusinessID {
        guard let standing = try reachable(business, connection) else { throw WebError.notFound }
        return standing
    }

    /// A merge, if the person may decide about both of its businesses wherever they are now.
    ///
    /// - Throws: ``WebError/notFound``.
    func merge(_ id: MergeID, _ connection: any SQLConnection) throws -> BusinessMerge {
        guard let merge = try connection.businessMerge(id), try mayUndo(merge, connection) else { throw WebError.notFound }
        return merge
    }

    func mayUndo(_ merge: BusinessMerge, _ connection: any SQLConnection) throws -> Bool {
        let destination = try connection.mergedInto(merge.destination)
        // What was merged away lies where it did, and comes back there; what was parted goes back to wherever that is now.
        let source = merge.kind == .merge ? merge.source : try connection.mergedInto(merge.source)
        return try mayDecide(about: [destination, source], connection)
    }

    // MARK: - Questions

    /// The page that finds the other business; what it shows is recorded as read.
    func choice(for id: BusinessID, _ text: String?, _ connection: any SQLConnection) throws -> MergeChoicePage {
        let name = try connection.businessName(id) ?? ""
        guard let text else { return MergeChoicePage(businessID: id.description, businessName: name) }
        let scopes = viewer.scopes(for: .readNames)
        let found = try connection.findBusinesses(text, vault: vault, scopes: scopes, today: today, limit: 21).filter { $0.id != id }
        try connection.recordReading(of: found.map(\.id), by: viewer.person.id, page: .word("merge"), at: now)
        return MergeChoicePage(businessID: id.description, businessName: name, query: text, results: found.map(BusinessRow.init))
    }

    /// - Throws: ``WebError/notFound``.
    private func record(_ id: BusinessID, _ connection: any SQLConnection) throws -> BusinessRecord {
        guard let record = try connection.businessRecord(id, vault: vault) else { throw WebError.notFound }
        return record
    }

    func mergeQuestion(
        _ other: BusinessID, into id: BusinessID, reason: String = "", isReasonMissing: Bool = false, _ connection: any SQLConnection
    ) throws -> ConfirmationPage {
        let (kept, joined) = (try record(id, connection), try record(other, connection))
        try connection.recordReading(of: [id, other], by: viewer.person.id, page: .word("merge"), at: now)
        let shared = Set(kept.owners.map(\.id))
        return ConfirmationPage(
            title: Phrase("Gabungkan dua usaha ini?", "Join these two businesses?"),
            consequences: [
                .sentence(
                    Phrase(
                        "Semua dari “{1}” pindah ke “{2}”: {3} baris, {4} pemilik, {5} pencapaian.",
                        "Everything of “{1}” goes to “{2}”. Rows: {3}, owners: {4}, milestones: {5}."),
                    [
                        joined.named, kept.named, .whole(joined.claims.count), .whole(joined.owners.count { !shared.contains($0.id) }),
                        .whole(joined.milestones.count),
                    ]),
                .phrase(
                    Phrase(
                        "Hitungan usaha berkurang satu. Alamat lama mengantar ke usaha yang tetap.",
                        "The count of businesses goes down by one. The old address leads to the business that stays.")),
                .phrase(Phrase("Ini bisa dibatalkan kapan saja.", "This can be undone at any time.")),
            ], overview: Self.overview(kept, joined),
            form: Self.form(
                Paths.merge(into: id.description), reason: reason, isReasonMissing: isReasonMissing,
                submit: Phrase("Ya, gabungkan", "Yes, join them"), hidden: [HiddenValue("other", other.description)]),
            back: Paths.business(id.description))
    }

    func partQuestion(
        _ claim: ClaimID, of id: BusinessID, reason: String = "", isReasonMissing: Bool = false, _ connection: any SQLConnection
    ) throws -> ConfirmationPage {
        let record = try record(id, connection)
        guard let moved = record.claims.first(where: { $0.id == claim }) else { throw WebError.notFound }
        try connection.recordReading(of: [id], by: viewer.person.id, page: .word("part"), at: now)
        let partner = try connection.partners().first { $0.id == moved.partner }?.name ?? "–"
        let isReadable = viewer.may(.readNames, region: record.summary.region, programme: moved.programme, partner: moved.partner)
        let milestones = record.milestones.count { $0.evidence == .claim(claim) }
        return ConfirmationPage(
            title: Phrase("Pindahkan baris ini ke usaha tersendiri?", "Move this row into a business of its own?"),
            consequences: [
                .sentence(
                    Phrase(
                        "Baris ini, dengan {1} pencapaian yang berdasar padanya, menjadi usaha baru.",
                        "This row, with the {1} milestones that rest on it, becomes a new business."), [.whole(milestones)]),
                .sentence(
                    Phrase(
                        "“{1}” tetap ada dengan {2} baris, dan hitungan usaha bertambah satu.",
                        "“{1}” stays with {2} rows, and the count of businesses goes up by one."),
                    [record.named, .whole(record.claims.count - 1)]),
                .phrase(Phrase("Ini bisa dibatalkan kapan saja.", "This can be undone at any time.")),
            ],
            facts: [
                Fact(Phrase("Mitra", "Partner"), .text(partner)),
                Fact(
                    Phrase("Dari", "From"),
                    .sentence(Phrase("baris {1} dari {2}", "row {1} of {2}"), [.text(String(moved.line)), .text(moved.fileName)])),
            ] + (isReadable ? moved.cells.map { Fact(Phrase(verbatim: $0.header), .text($0.value)) } : []),
            form: Self.form(
                Paths.moveOut(claim.description, of: id.description), reason: reason, isReasonMissing: isReasonMissing,
                submit: Phrase("Ya, pindahkan", "Yes, move it")),
            back: Paths.business(id.description))
    }

    func undoQuestion(_ merge: BusinessMerge, _ connection: any SQLConnection) throws -> ConfirmationPage {
        try connection.recordReading(
            of: [merge.source, merge.destination], by: viewer.person.id, page: .word("merge"), at: now)
        // The line would lead to this very page.
        let line = try MergeHistory(connection: connection, desk: self).line(merge, on: merge.destination, offersUndoing: false)
        let back = try connection.mergedInto(merge.kind == .merge ? merge.destination : merge.source)
        return ConfirmationPage(
            title: merge.kind == .merge
                ? Phrase("Batalkan penggabungan ini?", "Undo this merge?") : Phrase("Batalkan pemisahan ini?", "Undo this parting?"),
            consequences: [
                .sentence(
                    Phrase(
                        "{1} data yang dipindahkan kembali ke tempat semula. Yang masuk sesudahnya tetap di tempatnya.",
                        "The {1} records that were moved go back to where they were. What came in since stays where it is."),
                    [.whole(merge.movedRows)]),
                .phrase(
                    merge.kind == .merge
                        ? Phrase("Hitungan usaha bertambah satu.", "The count of businesses goes up by one.")
                        : Phrase("Hitungan usaha berkurang satu.", "The count of businesses goes down by one.")),
            ], overview: MergeLine.table([line]),
            form: Form(action: Paths.merging(merge.id.description), fields: [], submit: Phrase("Ya, batalkan", "Yes, undo it")),
            back: Paths.business(back.description))
    }

    // MARK: - Parts

    private static func form(
        _ action: String, reason: String, isReasonMissing: Bool, submit: Phrase, hidden: [HiddenValue] = []
    ) -> Form {
        Form(
            action: action,
            fields: [
                FormField(
                    "reason", Phrase("Alasan", "Reason"),
                    hint: Phrase("Dibaca siapa pun yang membuka usaha ini nanti.", "Whoever opens this business later reads it."),
                    error: isReasonMissing ? Phrase("Tulis alasannya.", "Write down the reason.") : nil, content: reason)
            ], submit: submit, hidden: hidden)
    }

    private static func overview(_ kept: BusinessRecord, _ joined: BusinessRecord) -> DataTable {
        func text(_ text: String) -> DataTable.Cell { .init(.text(text.isEmpty ? "–" : text)) }
        func place(_ record: BusinessRecord) -> String {
            [record.summary.place, Regions.region(record.summary.region)?.everydayName ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        func owners(_ record: BusinessRecord) -> String {
            record.owners.map { owner in
                ([owner.name] + [owner.maskedNIK, owner.maskedPhone].compactMap(\.self)).joined(separator: " · ")
            }.joined(separator: "; ")
        }
        func rows(_ word: Phrase, _ content: (BusinessRecord) -> DataTable.Cell) -> [DataTable.Cell] {
            [.init(.phrase(word)), content(kept), content(joined)]
        }
        return DataTable(
            caption: Phrase("Kedua usaha", "Both businesses"),
            columns: [
                .init(Phrase("Tentang", "About")), .init(Phrase("Yang tetap", "The one that stays"), isWide: true),
                .init(Phrase("Yang digabung", "The one that is joined"), isWide: true),
            ],
            rows: [
                rows(Phrase("Nama", "Name")) { .init($0.named, address: Paths.business($0.summary.id.description)) },
                rows(Phrase("Pemilik", "Owners")) { text(owners($0)) },
                rows(Phrase("Tempat", "Place")) { text(place($0)) },
                rows(Phrase("Jenis usaha", "Trade")) { record in
                    text(record.trade.flatMap { Trades.trade(code: String($0), version: .v2020)?.title } ?? "")
                },
                rows(Phrase("Tangga", "Rung")) { record in
                    let badge = Badge(rung: record.summary.rung.rawValue)
                    return .init(.phrase(badge.text), mark: badge.kind)
                },
                rows(Phrase("Baris dari mitra", "Rows of partners")) { .init(.whole($0.claims.count)) },
            ])
    }
}

extension BusinessRecord {
    /// Its name, or words in place of one.
    fileprivate var named: TemplateValue {
        summary.name.isEmpty ? .phrase(Phrase("usaha tanpa nama", "business without a name")) : .text(summary.name)
    }
}
