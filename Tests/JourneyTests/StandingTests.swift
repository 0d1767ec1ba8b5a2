import Journey
import Nusantara
import Storage
import Testing

@Suite("The ladder")
struct StandingTests {
    let fixture = JourneyFixture()
    let today = JourneyFixture.today

    private func standing(_ kinds: [(Milestone.Kind, Int, String)], rules: LadderRules = .national) -> Standing {
        Standing(
            kinds.map { kind, daysAgo, detail in
                Milestone(kind, on: today.adding(days: -daysAgo), evidence: .claim(Identifier<EvidenceSubject>()), detail: detail)
            }, rules: rules, on: today)
    }

    @Test("a business without a claim stands on no rung, whatever else is known of it")
    func unclaimed() {
        #expect(standing([(.channelVerified, 10, "shopee"), (.sold, 1, "")]).rung == .none)
    }

    @Test("a claim alone is registered; a verified account makes it onboard")
    func onboard() {
        #expect(standing([(.registered, 10, "")]).rung == .registered)
        #expect(standing([(.registered, 10, ""), (.channelVerified, 10, "shopee")]).rung == .onboard)
    }

    @Test("an account that was closed no longer counts, another one does, and one opened again does")
    func closedChannels() {
        #expect(standing([(.registered, 90, ""), (.channelVerified, 90, "blanja"), (.channelClosed, 30, "blanja")]).rung == .registered)
        #expect(
            standing([
                (.registered, 90, ""), (.channelVerified, 90, "blanja"), (.channelClosed, 30, "blanja"), (.channelVerified, 60, "shopee"),
            ]).rung == .onboard)
        #expect(
            standing([
                (.registered, 90, ""), (.channelVerified, 90, "blanja"), (.channelClosed, 30, "blanja"), (.channelVerified, 5, "blanja"),
            ]).rung == .onboard)
    }

    @Test("a sale 89 days old counts as recent and one 90 days old does not", arguments: [(89, Rung.selling), (90, .onboard)])
    func activeDays(daysAgo: Int, rung: Rung) {
        #expect(standing([(.registered, 300, ""), (.channelVerified, 300, "shopee"), (.sold, daysAgo, "")]).rung == rung)
    }

    @Test("a programme may call 30 days recent")
    func programmeRules() {
        let facts: [(Milestone.Kind, Int, String)] = [(.registered, 300, ""), (.channelVerified, 300, "shopee"), (.sold, 45, "")]
        #expect(standing(facts, rules: LadderRules(activeDays: 30)).rung == .onboard)
        #expect(standing(facts).rung == .selling)
    }

    @Test("growing stands on selling, and exporting on growing")
    func upperRungs() {
        let selling: [(Milestone.Kind, Int, String)] = [(.registered, 300, ""), (.channelVerified, 300, "shopee"), (.sold, 4, "")]
        #expect(standing(selling + [(.permitGained, 20, "nib")]).rung == .growing)
        #expect(standing(selling + [(.exported, 20, "")]).rung == .selling)
        #expect(standing(selling + [(.salesGrown, 20, ""), (.exported, 2, "")]).rung == .exporting)
        #expect(standing([(.registered, 300, ""), (.permitGained, 20, "nib")]).rung == .registered)
    }

    @Test("what is dated tomorrow does not count today")
    func future() {
        #expect(standing([(.registered, 5, ""), (.channelVerified, -1, "shopee")]).rung == .registered)
    }
}
