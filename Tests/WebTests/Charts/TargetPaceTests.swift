import Nusantara
import Testing

@testable import Web

@Suite("The pace of a target")
struct TargetPaceTests {
    private let start = CalendarDate(dayNumber: 20_000)

    private func pace(reached: [Int64], target: Int64, projectedAfter days: Int?) -> TargetPace {
        TargetPace(
            metric: Glossary.onboard.word,
            points: reached.enumerated().map { .init(day: start.adding(days: $0 * 30), reached: $1) }, target: target,
            deadline: start.adding(days: 365), projected: days.map { start.adding(days: $0) })
    }

    @Test("says when the target will be reached, and whether that is in time")
    func readings() {
        let early = pace(reached: [0, 40], target: 100, projectedAfter: 300)
        #expect(early.isOnTrack && early.reading.text(in: .english)?.contains("before the deadline") == true)
        let late = pace(reached: [0, 40], target: 100, projectedAfter: 400)
        #expect(!late.isOnTrack && late.reading.text(in: .indonesian)?.contains("lewat dari batas") == true)
        let never = pace(reached: [40, 40], target: 100, projectedAfter: nil)
        #expect(!never.isOnTrack && never.reading.text(in: .english)?.contains("will not be reached") == true)
        let done = pace(reached: [40, 120], target: 100, projectedAfter: nil)
        #expect(done.isOnTrack && done.reading.text(in: .english) == "The target of 100 has been reached.")
    }

    @Test("draws the projection unless it lies far beyond the deadline")
    func projections() {
        #expect(pace(reached: [0, 40], target: 100, projectedAfter: 400).draw(in: .english).text.contains("class=\"projection\""))
        #expect(!pace(reached: [0, 1], target: 100, projectedAfter: 4000).draw(in: .english).text.contains("class=\"projection\""))
        #expect(!pace(reached: [0, 120], target: 100, projectedAfter: 30).draw(in: .english).text.contains("class=\"projection\""))
    }

    @Test("can be drawn without points, with one, and beyond its target", arguments: [[], [5], [0, 500]] as [[Int64]])
    func extremes(reached: [Int64]) {
        let text = pace(reached: reached, target: 100, projectedAfter: nil).draw(in: .indonesian).text
        #expect(text.hasPrefix("<svg") && !text.contains("nan"))
    }
}
