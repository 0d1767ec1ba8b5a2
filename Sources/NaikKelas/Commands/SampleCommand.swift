import Accounts
import ArgumentParser
import Foundation
import Journey
import Linkage
import Nusantara
import Registry
import Storage
import Web

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draws random pairs for review, and tells how good linkage is by them.",
        discussion: """
            The server draws a sample by itself once a month. Officers judge its pairs in the review queue without knowing which they are.

            Example:
              naikkelas sample draw --per-kind 100
              naikkelas sample show
            """,
        subcommands: [SampleDrawCommand.self, SampleShowCommand.self])
}

struct SampleDrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draws this month's sample, if it has none yet.",
        discussion: """
            Pairs are drawn apart from links by rule, sure links, doubtful links, near misses, remote and unthought-of pairs.

            Example:
              naikkelas sample draw
              naikkelas sample draw --per-kind 100 --seed 7
            """)

    @Option(help: "How many pairs of each kind.")
    var perKind: Int = 50

    @Option(help: "The same seed draws the same pairs from the same registry; chance unless said.")
    var seed: UInt64?

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard (1...100_000).contains(perKind) else { throw ValidationError("--per-kind is 1 to 100000") }
    }

    func run() async throws {
        let month = Month(CalendarDate(Timestamp.now))
        let seed = seed ?? UInt64.random(in: .min ... .max)
        let (isDrawn, sample) = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.write(holding: .journey) { connection in
                let isDrawn = try connection.drawClericalSample(of: month, seed: seed, perStratum: perKind, by: nil)
                return (isDrawn, try connection.clericalSamples().first { $0.month == month })
            }
        }
        guard let sample else { throw CommandFailure("nothing is linked yet: import a list first, with naikkelas import") }
        guard isDrawn else { throw CommandFailure("\(month.iso) has its sample of \(grouped(sample.pairs)) pairs already") }
        try Console.current.line("\(month.iso): \(grouped(sample.pairs)) pairs are in the review queue")
    }
}

struct SampleShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tells precision and recall by the latest sample that was reviewed, and how far probabilities are off.",
        discussion: """
            Example:
              naikkelas sample show
            """)

    @OptionGroup var data: DataOptions

    func run() async throws {
        let (samples, quality, labelled) = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.read { connection in
                (try connection.clericalSamples(), try connection.latestLinkageQuality(), try connection.labelledProbabilities())
            }
        }
        let console = Console.current
        guard !samples.isEmpty else {
            try console.line("no sample was drawn yet; naikkelas sample draw draws one")
            return
        }
        for sample in samples {
            try console.line("\(sample.month.iso): \(grouped(sample.pairs)) pairs drawn, \(grouped(sample.settled)) settled")
        }
        guard let quality else {
            try console.line("precision and recall are known once pairs of every kind are settled")
            return
        }
        let estimate = quality.estimate
        try console.line("precision \(Self.text(estimate.precision)), recall \(Self.text(estimate.recall)) (\(quality.sample.month.iso))")
        let curve = ReliabilityCurve(labelled)
        for bin in curve.bins {
            try console.line(
                "given \(Self.percent(bin.predicted)) on average: \(Self.text(bin.observed)) of \(grouped(bin.pairs)) pairs are the same")
        }
        try console.line("probabilities are off by \(Self.percent(curve.expectedCalibrationError)) on average")
    }

    private static func text(_ share: ProportionInterval) -> String {
        "\(percent(share.share)) (\(percent(share.low))–\(percent(share.high)))"
    }

    private static func percent(_ share: Double) -> String {
        String(format: "%.1f %%", share * 100)
    }
}
