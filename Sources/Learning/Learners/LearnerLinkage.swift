import Accounts
import Linkage
import Nusantara
public import Storage

/// How it is decided that two entries are about one person (Fellegi and Sunter 1969, with the weights of ``Linkage/LinkageModel``).
enum LearnerLinkage {
    /// The signs of one person are all there is, so what they say together is not limited as it is for businesses.
    static let model: LinkageModel = {
        var model = LinkageModel.starting
        // One in 65,000: about what a blocking key leaves of a country's learners.
        model.prior = -16
        (model.personOdds, model.householdOdds) = (60, 60)
        return model
    }()

    /// From this probability on, an entry is taken for somebody who is known.
    static let sure = 0.9
    /// From this probability on, an officer is asked.
    static let doubtful = 0.3
}

/// Whom an entry may be about.
struct LearnerMatch {
    /// Somebody who is known, surely enough.
    let known: LearnerID?
    /// Others who may be the same person.
    let doubtful: [(id: LearnerID, probability: Double)]
}

extension SQLConnection {
    /// Looks for the person that an entry is about.
    func match(_ entry: PreparedLearner) throws -> LearnerMatch {
        var candidates: Set<LearnerID> = []
        try forEach(under: entry.features.learnerKeys, in: LearningSchema.learnerKeys, of: LearnerSubject.self) { _, id in
            candidates.insert(id)
        }
        if let account = entry.account {
            try forEachRow("SELECT id FROM learner WHERE person_id = \(account)") { candidates.insert(try $0[0]) }
        }
        var found: [(id: LearnerID, probability: Double)] = []
        for chunk in candidates.sorted().prefix(LinkageRecord.bucketLimit * 4).chunked(by: 500) {
            try forEachRow("SELECT id, features, person_id FROM learner WHERE id IN \(list: Array(chunk))") { row in
                let account: PersonID? = try row[2]
                let isSameAccount = account != nil && account == entry.account
                let probability =
                    isSameAccount
                    ? 1 : LearnerLinkage.model.pairProbability(entry.features, try LinkageRecord(encoded: try row[1]))
                if probability >= LearnerLinkage.doubtful { found.append((try row[0], probability)) }
            }
        }
        // Of equals, whoever was known first.
        found.sort { ($1.probability, $0.id) < ($0.probability, $1.id) }
        guard let best = found.first, best.probability >= LearnerLinkage.sure else { return LearnerMatch(known: nil, doubtful: found) }
        return LearnerMatch(known: best.id, doubtful: Array(found.dropFirst()))
    }

    /// The learner that the entry is about: somebody who is known, or somebody new.
    ///
    /// What is new about a known person is added; what is known already stays.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func learner(for entry: PreparedLearner, at now: Timestamp) throws -> LearnerID {
        try learner(for: entry, matching: try match(entry), at: now)
    }

    func learner(for entry: PreparedLearner, matching match: LearnerMatch, at now: Timestamp) throws -> LearnerID {
        if let known = match.known {
            try complete(known, with: entry)
            return known
        }
        let id = LearnerID()
        try run(
            """
            INSERT INTO learner (id, name, nik, nik_print, phone, birth_day, sex, disability, region, business_id, business_name,
                person_id, features, created_at)
            VALUES (\(id), \(entry.name), \(entry.sealedNIK), \(entry.nikPrint), \(entry.sealedPhone),
                \(entry.birthDay.map { Int64($0.dayNumber) }), \(number(entry.sex)), \(number(entry.hasDisability)), \(entry.region.rawValue),
                \(entry.business), \(entry.businessName), \(entry.account), \(entry.features.encoded()), \(now))
            """)
        try add(entry.features.learnerKeys.map { (key: $0, id: id) }, to: LearningSchema.learnerKeys)
        for other in match.doubtful {
            try run(
                """
                INSERT INTO learner_doubt (learner_id, other_id, probability, noticed_at)
                VALUES (\(id), \(other.id), \(Int64(other.probability * 1_000_000)), \(now))
                """)
        }
        return id
    }

    private func complete(_ id: LearnerID, with entry: PreparedLearner) throws {
        guard
            let (sex, disability, features) = try first(
                "SELECT sex, disability, features FROM learner WHERE id = \(id)",
                { (try $0[0] as Int64, try $0[1] as Int64, try LinkageRecord(encoded: try $0[2])) })
        else { return }
        var known = features
        known.nik = known.nik ?? entry.features.nik
        known.birthDay = known.birthDay ?? entry.features.birthDay
        known.sex = known.sex ?? entry.features.sex
        for phone in entry.features.phones where !known.phones.contains(phone) && known.phones.count < 5 { known.phones.append(phone) }
        let keys = Set(known.learnerKeys).subtracting(features.learnerKeys)
        let counts = try PeopleCounts.before([id], on: self)
        try run(
            """
            UPDATE learner SET nik = COALESCE(nik, \(entry.sealedNIK)), nik_print = COALESCE(nik_print, \(entry.nikPrint)),
                phone = COALESCE(phone, \(entry.sealedPhone)), birth_day = COALESCE(birth_day, \(entry.birthDay.map { Int64($0.dayNumber) })),
                sex = \(sex == 0 ? number(entry.sex) : sex), disability = \(disability == 0 ? number(entry.hasDisability) : disability),
                business_id = COALESCE(business_id, \(entry.business)),
                business_name = CASE WHEN business_name = '' THEN \(entry.businessName) ELSE business_name END, person_id = COALESCE(person_id, \(entry.account)),
                features = \(known.encoded())
            WHERE id = \(id)
            """)
        try counts.settle(on: self)
        try add(keys.sorted().map { (key: $0, id: id) }, to: LearningSchema.learnerKeys)
    }

    private func number(_ sex: Sex?) -> Int64 { sex == .male ? 1 : sex == .female ? 2 : 0 }
    private func number(_ disability: Bool?) -> Int64 { disability.map { $0 ? 1 : 2 } ?? 0 }
}

extension Collection {
    /// Pieces of at most so many elements, for queries that take lists.
    func chunked(by size: Int) -> [SubSequence] {
        var chunks: [SubSequence] = []
        var start = startIndex
        while start < endIndex {
            let end = index(start, offsetBy: size, limitedBy: endIndex) ?? endIndex
            chunks.append(self[start..<end])
            start = end
        }
        return chunks
    }
}
