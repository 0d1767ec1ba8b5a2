import Foundation
import Nusantara
import Simulation
import Testing

/// The lists in `Samples/`. To write them anew after a change: `WRITE_SAMPLES=1 swift test --filter SampleTests`.
@Suite(.serialized) struct SampleTests {
    private static let samples = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Samples").path

    private func write(to directory: String) throws -> [WrittenList] {
        try writeLists(of: SimulatedPopulation(SimulationSettings(seed: 2026, businesses: 900, today: today)), to: directory, rows: 240)
    }

    @Test("the samples are written", .enabled(if: ProcessInfo.processInfo.environment["WRITE_SAMPLES"] != nil))
    func writeSamples() throws {
        #expect(try write(to: Self.samples).count == 5)
    }

    @Test("the samples are what the simulation writes today")
    func current() throws {
        try withTemporaryDirectory { directory in
            let lists = try write(to: directory)
            for file in lists.filter({ $0.partner != .dinasKoperasi }).map(\.partner.fileName) + ["truth.csv"] {
                #expect(try bytes("\(Self.samples)/\(file)") == bytes("\(directory)/\(file)"), "\(file)")
            }
        }
    }

    @Test("each sample has some hundred rows in at most 60 KB", arguments: PartnerList.allCases)
    func size(_ partner: PartnerList) throws {
        let file = try bytes("\(Self.samples)/\(partner.fileName)")
        #expect((10_000...60_000).contains(file.count))
    }
}
