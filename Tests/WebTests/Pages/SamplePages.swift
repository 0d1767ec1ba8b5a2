import Testing

@testable import Web

/// A page with something on it, under the name that a failing test and a rendered file show.
struct SamplePage: Sendable, CustomTestStringConvertible {
    let name: String
    let page: any Page

    init(_ name: String, _ page: any Page) {
        self.name = name
        self.page = page
    }

    var testDescription: String { name }

    /// Every page in every state that its template tells apart.
    static let all: [SamplePage] =
        [
            SamplePage("dashboard", DashboardPage.sample),
            SamplePage("dashboard-unreviewed", DashboardPage.sampleUnreviewed),
            SamplePage("dashboard-province", DashboardPage.sampleProvince),
            SamplePage("dashboard-regency", DashboardPage.sampleRegency),
            SamplePage("dashboard-empty", DashboardPage.sampleEmpty),
            SamplePage("dashboard-bulletin", DashboardPage.sampleBulletin),
            SamplePage("dashboard-filtered", DashboardPage.sampleFiltered),
            SamplePage("definitions", DefinitionsPage.sample),
            SamplePage("definitions-unreviewed", DefinitionsPage()),
            SamplePage("bulletins", BulletinListPage.sample),
            SamplePage("bulletins-empty", BulletinListPage.sampleEmpty),
            SamplePage("sign-in", SignInPage.sample),
            SamplePage("sign-in-staff", SignInPage.sampleStaff),
            SamplePage("office", OfficePage.sample),
            SamplePage("office-empty", OfficePage.sampleEmpty),
            SamplePage("names", NamesPage.sample),
            SamplePage("names-empty", NamesPage.sampleEmpty),
            SamplePage("search", SearchPage.sample),
            SamplePage("search-empty", SearchPage.sampleEmpty),
            SamplePage("search-start", SearchPage.sampleStart),
            SamplePage("sections", SectionPage.sample),
            SamplePage("sections-bare", SectionPage.sampleBare),
            SamplePage("check", CheckPage(data: CheckData(history: nil, revocations: nil))),
            SamplePage("check-answer", CheckPage.sampleAnswer),
            SamplePage("product-form", ProductFormPage.sample),
            SamplePage("product-form-new", ProductFormPage.sampleNew),
            SamplePage("registration", RegistrationPage.sample),
            SamplePage("known-businesses", KnownBusinessesPage.sample),
            SamplePage("known-businesses-none", KnownBusinessesPage.sampleNone),
            SamplePage("comparison", ComparisonPage.sample),
            SamplePage("comparison-hidden", ComparisonPage.sampleHidden),
            SamplePage("comparison-awaited", ComparisonPage.sampleAwaited),
            SamplePage("review", ReviewPage.sample),
            SamplePage("review-dispute", ReviewPage.sampleDispute),
            SamplePage("review-waiting", ReviewPage.sampleWaiting),
            SamplePage("review-decided", ReviewPage.sampleDecided),
            SamplePage("review-empty", ReviewPage.sampleEmpty),
            SamplePage("merge-choice", MergeChoicePage.sample),
            SamplePage("merge-choice-empty", MergeChoicePage.sampleEmpty),
            SamplePage("confirmation", ConfirmationPage.sample),
            SamplePage("confirmation-refused", ConfirmationPage.sampleRefused),
            SamplePage("users", UsersPage.sample),
            SamplePage("business", BusinessPage.sample),
            SamplePage("business-bare", BusinessPage.sampleBare),
            SamplePage("imports", ImportListPage.sample),
            SamplePage("imports-empty", ImportListPage.sampleEmpty),
            SamplePage("import-start", ImportStartPage.sample),
            SamplePage("import-mapping", ImportMappingPage.sample),
            SamplePage("import-dry-run", DryRunPage.sample),
            SamplePage("import-dry-run-clean", DryRunPage.sampleClean),
            SamplePage("import-dry-run-hopeless", DryRunPage.sampleHopeless),
            SamplePage("import-progress", ImportProgressPage.sample),
            SamplePage("import-progress-queued", ImportProgressPage.sampleQueued),
            SamplePage("import-summary", ImportSummaryPage.sample),
            SamplePage("import-summary-failed", ImportSummaryPage.sampleFailed),
            SamplePage("live-entry", LiveEntryPage()),
            SamplePage("live-entry-wrong", LiveEntryPage(typed: typedText)),
            SamplePage("live-door", LiveDoorPage.sample),
            SamplePage("live-door-closed", LiveDoorPage.sampleClosed),
            SamplePage("live-room", LiveRoomPage.sample),
            SamplePage("live-room-quiz", LiveRoomPage.sampleQuiz),
            SamplePage("live-room-empty", LiveRoomPage.sampleEmpty),
            SamplePage("live-room-closed", LiveRoomPage.sampleClosed),
            SamplePage("live-screen", LiveScreenPage.sample),
            SamplePage("live-guide", LiveGuidePage.sample),
            SamplePage("live-guide-empty", LiveGuidePage.sampleEmpty),
            SamplePage("live-open", LiveOpenPage.sample),
            SamplePage("live-open-empty", LiveOpenPage.sampleEmpty),
            SamplePage("lesson", LessonPage.sample),
            SamplePage("lesson-marked", LessonPage.sampleMarked),
            SamplePage("lesson-send", LessonSendPage.sample),
            SamplePage("design", DesignPage()),
        ] + ErrorPage.samples.map { SamplePage("error-\($0.status)", $0) }
}
