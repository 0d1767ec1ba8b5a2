import Linkage

@testable import Web

/// Text as somebody hostile or careless types it; it must reach no page unescaped.
let typedText = "Toko \"Sri\" & <b>Rejeki</b> {{name}} '1'"

extension BulletinListPage {
    static let sample = BulletinListPage(
        bulletins: [
            .init(id: "b2", title: "Buletin \(typedText)", frozen: DashboardPage.sampleMoment, distinct: .exact(1_151_338)),
            .init(id: "b1", title: "Buletin September 2026", frozen: DashboardPage.sampleMoment, distinct: .small),
        ], canFreeze: true, titleError: Phrase("Tulis judulnya.", "Write its title."))
    static let sampleEmpty = BulletinListPage(bulletins: [])
}

extension SignInPage {
    static let sample = SignInPage(
        door: .owner,
        problem: Phrase("Nomor atau PIN tidak cocok. Coba lagi.", "The number and the PIN do not fit. Try again."), account: typedText,
        next: "/office/search?q=a&b")
    static let sampleStaff = SignInPage(door: .staff)
}

extension ErrorPage {
    static let samples = [400, 401, 403, 404, 413, 429, 500].map { ErrorPage(status: $0) }
}

extension LinkageFigures {
    static let sample = LinkageFigures(
        precision: ProportionInterval(share: 0.987, low: 0.952, high: 0.996),
        recall: ProportionInterval(share: 0.931, low: 0.884, high: 0.962),
        judged: 284, reviewedAt: DashboardPage.sampleMoment)
}

extension DefinitionsPage {
    private static let judged = (0..<200).map { number in
        let step = number % 20
        return (probability: Double(step) / 20 + 0.02, isMatch: number * 7 % 20 < step)
    }
    static let sample = DefinitionsPage(quality: .reviewed(.sample), reliability: ReliabilityChart(ReliabilityCurve(judged)))
}
