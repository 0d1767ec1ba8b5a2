@testable import Web

extension GivenVerdict {
    static let samples = [
        GivenVerdict(
            reviewer: typedText, verdict: Phrase("Sama", "The same"), at: DashboardPage.sampleMoment, isBlind: true,
            address: "/office/review/c1/c2"),
        GivenVerdict(
            reviewer: "Hendra Siregar", verdict: Phrase("Bukan yang sama", "Not the same"), at: DashboardPage.sampleMoment, isBlind: false),
    ]
}

extension ReviewFindings {
    static let sample = ReviewFindings(
        probability: 0.61, probabilityOfRows: 0.58, waterfall: .sample,
        businesses: [
            .init(name: typedText, address: "/office/businesses/u1"), .init(name: "", address: nil),
        ])
}

extension ReviewPage {
    private static func pair(_ state: State, fields: [ComparisonPage.Field] = ComparisonPage.sample.fields) -> Pair {
        Pair(
            address: "/office/review/c1/c2", first: ComparisonPage.sample.first, second: ComparisonPage.sample.second, fields: fields,
            state: state, skip: "/office/review?after=c1~c2")
    }

    static let sample = ReviewPage(
        pair: pair(.blind), left: 12, decidedToday: 3,
        refusal: Phrase("Tidak bisa digabung.", "They cannot be joined."), hidden: [HiddenValue("after", "c3~c4")],
        sample: .drawn(year: 2026, month: 11, pairs: 240, settled: 17))
    static let sampleDispute = ReviewPage(pair: pair(.dispute(GivenVerdict.samples, .sample)), left: 1, decidedToday: 0)
    static let sampleWaiting = ReviewPage(pair: pair(.waiting), left: 500, hasMore: true, decidedToday: 0)
    static let sampleDecided = ReviewPage(
        pair: pair(.decided(Notice(.success, Phrase("Sudah putus: sama.", "Settled: the same.")), GivenVerdict.samples, .sample)),
        left: 11, decidedToday: 4)
    static let sampleEmpty = ReviewPage(pair: nil, left: 0, decidedToday: 15, sample: .due(year: 2026, month: 11))
}
