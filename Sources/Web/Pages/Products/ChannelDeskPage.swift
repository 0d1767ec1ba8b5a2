import Catalogue
import Marketplaces
import Nusantara
import Sales
import Storage

/// What the page about the health of the channels says.
enum ChannelDeskPage {
    /// - Parameter ailing: shops that somebody should look at, with the names of their businesses; nil for a reader who may not see names.
    static func page(
        _ region: Region, channels: [Channel], health: [ChannelHealth], parts: [(Region, [ChannelHealth])],
        pushes: [Channel: (count: Int, since: Timestamp)], calls: [Channel: (calls: Int, failures: Int)], failures: [LoggedCall],
        ailing: [(AilingShop, business: String)]?
    ) -> SectionPage {
        var sections: [SectionPage.Section] = []
        sections.append(
            .init(
                paragraphs: health.isEmpty
                    ? [.phrase(Phrase("Belum ada toko di wilayah ini.", "There are no shops in this region yet."))] : [],
                table: health.isEmpty
                    ? nil
                    : DataTable(
                        caption: Phrase("Toko per kanal", "Shops by channel"),
                        columns: [
                            .init(Phrase("Kanal", "Channel")), .init(Phrase("Tersambung", "Connected"), isNumber: true),
                            .init(Phrase("Putus", "Disconnected"), isNumber: true),
                            .init(Phrase("Izin hampir habis", "Permission ends soon"), isNumber: true),
                            .init(Phrase("Diurus sendiri", "Kept by hand"), isNumber: true),
                            .init(Phrase("Menunggu tayang", "Waiting to be listed"), isNumber: true),
                            .init(Phrase("Ditolak", "Refused"), isNumber: true),
                            .init(Phrase("Beda dengan kanal", "Differ from the channel"), isNumber: true),
                            .init(Phrase("Pesanan terlama dibaca", "Oldest reading of orders")),
                        ],
                        rows: health.map { entry in
                            [
                                .init(.text(entry.channel.name)), .init(.whole(entry.connected)),
                                .init(.whole(entry.disconnected), mark: entry.disconnected > 0 ? .bad : nil),
                                .init(.whole(entry.ending), mark: entry.ending > 0 ? .warning : nil), .init(.whole(entry.byHand)),
                                .init(.whole(entry.waitingListings)),
                                .init(.whole(entry.refusedListings), mark: entry.refusedListings > 0 ? .warning : nil),
                                .init(.whole(entry.drifting), mark: entry.drifting > 0 ? .bad : nil),
                                .init(entry.oldestReading.map { .moment($0) } ?? .text("–")),
                            ]
                        })))
        let known = Channel.allCases.filter { channels.contains($0) || calls[$0] != nil || pushes[$0] != nil }
        sections.append(
            .init(
                Phrase("Lalu lintas", "Traffic"),
                paragraphs: known.isEmpty
                    ? [
                        .phrase(
                            Phrase(
                                "Belum ada kanal yang disiapkan di server ini. Toko bisa diurus sendiri, lewat lembar.",
                                "No channel is set up on this server. Shops can be kept by hand, by sheet."))
                    ] : [],
                table: known.isEmpty
                    ? nil
                    : DataTable(
                        caption: Phrase("Panggilan tujuh hari dan kabar yang menunggu", "Calls of seven days, and pushes that wait"),
                        columns: [
                            .init(Phrase("Kanal", "Channel")), .init(Phrase("Panggilan", "Calls"), isNumber: true),
                            .init(Phrase("Gagal", "Failed"), isNumber: true),
                            .init(Phrase("Kabar menunggu", "Pushes waiting"), isNumber: true),
                            .init(Phrase("Sejak", "Since")),
                        ],
                        rows: known.map { channel in
                            let (calls, waiting) = (calls[channel] ?? (0, 0), pushes[channel])
                            let isBad = calls.failures > 0 && calls.failures * 10 >= calls.calls
                            return [
                                .init(.text(channel.sellerPlatformName)), .init(.whole(calls.calls)),
                                .init(.whole(calls.failures), mark: isBad ? .bad : nil), .init(.whole(waiting?.count ?? 0)),
                                .init(waiting.map { .moment($0.since) } ?? .text("–")),
                            ]
                        })))
        if let ailing, !ailing.isEmpty {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Toko yang perlu dilihat", "Shops to look at"),
                        columns: [
                            .init(Phrase("Usaha", "Business"), isWide: true), .init(Phrase("Toko", "Shop"), isWide: true),
                            .init(Phrase("Keadaan", "State")), .init(Phrase("Sebab", "Why"), isWide: true),
                        ],
                        rows: ailing.map { ailing, business in
                            let shop = ailing.shop
                            return [
                                .init(.text(business), address: Paths.shops(shop.business.description)),
                                .init(.text("\(shop.channel.name) · \(shop.name)")),
                                .init(.phrase(shop.state.phrase), mark: shop.state.mark),
                                .init(why(ailing)),
                            ]
                        })))
        }
        if !failures.isEmpty {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Panggilan yang gagal, yang terbaru", "Calls that failed, the latest first"),
                        columns: [
                            .init(Phrase("Kapan", "When")), .init(Phrase("Kanal", "Channel")),
                            .init(Phrase("Panggilan", "Call"), isWide: true),
                            .init(Phrase("Jawaban", "Answer"), isWide: true),
                        ],
                        rows: failures.map { call in
                            [
                                .init(.moment(call.at)), .init(.text(call.channel.name)), .init(.text("\(call.method) \(call.path)")),
                                .init(.text(call.failure ?? "")),
                            ]
                        })))
        }
        let busy = parts.filter { !$0.1.isEmpty }
        if !busy.isEmpty {
            sections.append(
                .init(
                    table: DataTable(
                        caption: Phrase("Per wilayah", "By region"),
                        columns: [
                            .init(Phrase("Wilayah", "Region"), isWide: true), .init(Phrase("Tersambung", "Connected"), isNumber: true),
                            .init(Phrase("Putus", "Disconnected"), isNumber: true),
                            .init(Phrase("Diurus sendiri", "Kept by hand"), isNumber: true),
                            .init(Phrase("Beda", "Differ"), isNumber: true),
                        ],
                        rows: busy.map { part, health in
                            func sum(_ path: KeyPath<ChannelHealth, Int>) -> Int { health.reduce(0) { $0 + $1[keyPath: path] } }
                            let broken = sum(\.disconnected)
                            return [
                                .init(
                                    .text(part.everydayName),
                                    address: Paths.with(Paths.channelHealth, ["region": part.code.rawValue])),
                                .init(.whole(sum(\.connected))), .init(.whole(broken), mark: broken > 0 ? .bad : nil),
                                .init(.whole(sum(\.byHand))), .init(.whole(sum(\.drifting))),
                            ]
                        })))
        }
        return SectionPage(
            title: Phrase("Kesehatan kanal", "Health of the channels"), place: .office, lead: .text(region.everydayName),
            back: region.level == .nation
                ? .init(Paths.office, Phrase("Kantor", "Office")) : .init(Paths.channelHealth, Phrase("Semua wilayah", "Every region")),
            sections: sections)
    }

    private static func why(_ ailing: AilingShop) -> TemplateValue {
        if let failure = ailing.shop.tokenFailure { return .text(failure) }
        if ailing.openDrifts > 0 {
            return .sentence(Phrase("{1} perbedaan belum beres", "{1} differences are open"), [.whole(ailing.openDrifts)])
        }
        return ailing.shop.refreshEnds.map { .sentence(Phrase("izin berakhir {1}", "permission ends {1}"), [.moment($0)]) } ?? .text("–")
    }
}

extension LoggedCall {
    /// The address without its query, which tells a reader nothing.
    fileprivate var path: String { String(address.prefix { $0 != "?" }) }
}
