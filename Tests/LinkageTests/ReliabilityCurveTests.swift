import Linkage
import Testing

@Suite struct ReliabilityCurveTests {
    @Test("bins hold the mean of what was said and the share of what was found")
    func bins() {
        let curve = ReliabilityCurve(
            [(0.1, false), (0.15, false), (0.15, true), (0.9, true), (1, true)].map { (probability: $0.0, isMatch: $0.1) }, bins: 5)
        #expect(curve.pairs == 5)
        #expect(curve.bins.map(\.pairs) == [3, 2])
        #expect(curve.bins.map(\.lowest) == [0, 0.8])
        #expect(abs(curve.bins[0].predicted - 0.4 / 3) < 1e-12)
        #expect(abs(curve.bins[0].observed.share - 1.0 / 3) < 1e-12)
        // 3 · |0.1333 − 0.3333| + 2 · |0.95 − 1|, over 5.
        #expect(abs(curve.expectedCalibrationError - (0.6 + 0.1) / 5) < 1e-12)
        #expect(ReliabilityCurve([(probability: Double, isMatch: Bool)]()).bins.isEmpty)
    }

    @Test("probabilities that are right lie on the diagonal; such that boast do not")
    func calibration() {
        var random = SeededRandom(seed: 5)
        let honest = (0..<20_000).map { _ in
            let probability = Double.random(in: 0..<1, using: &random)
            return (probability: probability, isMatch: random.chance(probability))
        }
        let curve = ReliabilityCurve(honest)
        #expect(curve.bins.count == 10)
        #expect(curve.expectedCalibrationError < 0.02)
        for bin in curve.bins { #expect(bin.observed.low - 0.02 < bin.predicted && bin.predicted < bin.observed.high + 0.02) }
        let boasting = ReliabilityCurve(honest.map { (probability: $0.probability > 0.5 ? 0.99 : 0.01, isMatch: $0.isMatch) })
        #expect(boasting.expectedCalibrationError > 0.2)
    }

    @Test("links by probability over simulated lists are right about as often as they say")
    func simulatedLists() {
        let lists = PartnerLists(size: 2_000, seed: 20_260_101)
        var register = IncrementalRegister(model: .starting.expecting(businesses: lists.claims.count / 2))
        for claim in lists.claims { register.add(claim.record) }
        // The business of a claim is rightly linked if most of the claims that came before it and stand there are of its true business.
        var truths: [Int: [Int: Int]] = [:]
        var labelled: [(probability: Double, isMatch: Bool)] = []
        for (place, claim) in lists.claims.enumerated() {
            let business = register.businessOfClaim[place]
            if case .existing = register.assignments[place].outcome, case .probability = register.assignments[place].basis,
                let before = truths[business], let most = before.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
            {
                labelled.append((1 - register.assignments[place].probabilityNew, most.key == claim.business))
            }
            truths[business, default: [:]][claim.business, default: 0] += 1
        }
        let curve = ReliabilityCurve(labelled)
        #expect(curve.pairs > 1_000)
        #expect(curve.expectedCalibrationError < 0.06, "\(curve.bins.map { ($0.pairs, $0.predicted, $0.observed.share) })")
    }
}
