import Accounts
import ArgumentParser
import Catalogue
import Configuration
import Foundation
import Journey
import Marketplaces
import Nusantara
import Registry
import Storage
import Web

struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Writes the products on public pages as a feed for Google or Meta.",
        discussion: """
            Holds the products of every business, or of one, that are shown on the public page and ready for the channel. The file is written
            beside its place and moved there when it is whole.

            Example:
              naikkelas feed google --output google.xml --address https://naikkelas.example
              naikkelas feed meta --output meta.csv --address https://naikkelas.example
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case google
        case googleText = "google-tsv"
        case meta

        var channel: Channel { self == .meta ? .meta : .google }
    }

    @Argument(help: "google (RSS), google-tsv or meta (CSV).")
    var kind: Kind

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Where the public reaches the server; the setting of the server unless said.", valueName: "url"))
    var address: String?

    @Option(help: ArgumentHelp("One business alone, by its number.", valueName: "id"))
    var business: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try await data.settings(["address": address.map(ConfigValue.flag)])
        guard let address = settings.channels.address else {
            throw CommandFailure("products are linked by the address of the server: say it with --address https://naikkelas.example")
        }
        var only: BusinessID?
        if let business {
            guard let id = BusinessID(business) else { throw CommandFailure("“\(business)” is no number of a business") }
            only = id
        }
        let partial = output + ".part"
        guard FileManager.default.createFile(atPath: partial, contents: nil), let file = FileHandle(forWritingAtPath: partial) else {
            throw CommandFailure("\(partial) cannot be written")
        }
        defer { try? file.close() }
        let today = CalendarDate(Timestamp.now)
        let count = try await Workspace.with(settings, .asItIs) { workspace in
            try await write(to: file, address: address, only: only, today: today, workspace.database)
        }
        try file.synchronize()
        _ = try FileManager.default.replaceItemAt(URL(filePath: output), withItemAt: URL(filePath: partial))
        try Console.current.line("\(grouped(count)) products in \(output)")
    }

    /// Business by business, so that memory does not grow with the catalogue.
    private func write(
        to file: FileHandle, address: String, only: BusinessID?, today: CalendarDate, _ database: any SQLDatabase
    ) async throws -> Int {
        let google = GoogleFeed(
            kind == .googleText ? .tsv : .rss, title: "Naik Kelas", link: address, description: "Produk usaha kecil Indonesia")
        let meta = MetaFeed()
        try file.write(contentsOf: kind == .meta ? meta.opening : google.opening)
        var count = 0
        var last: BusinessID?
        while true {
            let page: [BusinessID]
            if let only {
                page = last == nil ? [only] : []
            } else {
                page = try await database.read { [last] in try $0.sellingBusinesses(after: last, limit: 200) }
            }
            guard let end = page.last else { break }
            last = end
            let (bytes, written) = try await database.read { connection -> ([UInt8], Int) in
                var bytes: [UInt8] = []
                var written = 0
                for business in page {
                    let name = try connection.businessName(business) ?? ""
                    let entries = try connection.feedEntries(
                        of: business, for: kind.channel, seller: name, address: address, today: today)
                    for entry in entries {
                        if kind == .meta { meta.append(entry, to: &bytes) } else { google.append(entry, to: &bytes) }
                    }
                    written += entries.count
                }
                return (bytes, written)
            }
            try file.write(contentsOf: bytes)
            count += written
        }
        if kind != .meta { try file.write(contentsOf: google.closing) }
        return count
    }
}
