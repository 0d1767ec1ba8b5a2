/// One doubtful pair of rows, and the question whether both are of one business.
///
/// Until the reader has answered, nothing on the page tells what linkage made of the pair or what others said. Showing it is a reading of
/// personal data and is recorded by whoever answers.
public struct ReviewPage: Page {
    /// A pair that is shown.
    public struct Pair: Sendable {
        /// Where its verdict is posted.
        public let address: String
        public let first: ComparisonPage.Side
        public let second: ComparisonPage.Side
        public let fields: [ComparisonPage.Field]
        public let state: State
        /// Where the reader goes on without having answered.
        public let skip: String

        public init(
            address: String, first: ComparisonPage.Side, second: ComparisonPage.Side, fields: [ComparisonPage.Field], state: State,
            skip: String
        ) {
            self.address = address
            self.first = first
            self.second = second
            self.fields = fields
            self.state = state
            self.skip = skip
        }
    }

    /// What a reader may see of a pair, and do.
    public enum State: Sendable {
        /// The reader is asked, and sees the rows alone.
        case blind
        /// People disagree, and the reader settles it, seeing everything.
        case dispute([GivenVerdict], ReviewFindings)
        /// People disagree, and somebody else settles it.
        case waiting
        /// The reader has answered, or the pair is settled.
        case decided(Notice, [GivenVerdict], ReviewFindings)
    }

    /// Nil if nothing is left to be asked.
    public var pair: Pair?
    /// How many pairs wait for the reader.
    public var left: Int
    /// Whether there are more than ``left``.
    public var hasMore: Bool
    public var decidedToday: Int
    /// Where the next pair is.
    public var next: String
    /// Why a verdict was not taken.
    public var refusal: Phrase?
    /// What travels with the answer unseen.
    public var hidden: [HiddenValue]
    /// How this month's random sample stands; nil for a reader who does not keep it.
    public var sample: ReviewSample?

    public init(
        pair: Pair?, left: Int, hasMore: Bool = false, decidedToday: Int, next: String = Paths.review, refusal: Phrase? = nil,
        hidden: [HiddenValue] = [], sample: ReviewSample? = nil
    ) {
        self.pair = pair
        self.left = left
        self.hasMore = hasMore
        self.decidedToday = decidedToday
        self.next = next
        self.refusal = refusal
        self.hidden = hidden
        self.sample = sample
    }

    public static var template: String { "pages/review" }
    public static var words: PhraseTable { .review }
    public var place: Frame.Place? { .review }
    public var title: Phrase { Phrase("Satu usaha atau dua?", "One business or two?") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "lead": lead
        case "refusal": .maybe(refusal.map { Notice(.failure, $0) })
        case "isEmpty": .flag(pair == nil)
        case "empty": .model(Self.empty)
        case "pair": .maybe(pair.map { ReviewedPair(pair: $0, next: next, hidden: hidden) })
        case "sample": .maybe(sample)
        default: nil
        }
    }

    private var lead: TemplateValue {
        .sentence(
            hasMore
                ? Phrase(
                    "Sisa untukmu: lebih dari {1}. Yang kamu putuskan hari ini: {2}.",
                    "Left for you: more than {1}. Decided by you today: {2}.")
                : Phrase("Sisa untukmu: {1}. Yang kamu putuskan hari ini: {2}.", "Left for you: {1}. Decided by you today: {2}."),
            [.whole(left), .whole(decidedToday)])
    }

    private static let empty = EmptyState(
        title: Phrase("Tidak ada pasangan yang menunggu", "No pair is waiting"),
        text: Phrase(
            "Pasangan baru muncul setelah daftar mitra masuk, kalau ada yang meragukan di wilayah tugasmu.",
            "New pairs appear after a partner’s list has come in, if some of it is doubtful in your area."),
        action: Phrase("Ke kantor", "To the office"), address: Paths.office)
}
