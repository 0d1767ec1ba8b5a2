import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Nusantara
import Registry
import Storage

/// Registering a business at a desk or in a market: what the owner says, whether it is known already, and storing it once.
struct RegistrationController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/register") { request, context in try await start(request, context) }
        router.post("/office/register") { request, context in try await send(request, context) }
    }

    private enum Answer: Sendable {
        case form(RegistrationPage, hasProblems: Bool)
        case question(KnownBusinessesPage)
        case stored(path: String, PassingNotice)
    }

    private func start(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .registerBusinesses)
        let today = services.today
        let page = try await services.database.read { connection in
            let form = try RegistrationForm(FormFields(""), of: viewer, connection, today: today)
            return try Self.page(form, connection, showsProblems: false)
        }
        return services.reply(with: page, to: request, context)
    }

    private static func page(
        _ form: RegistrationForm, _ connection: any SQLConnection, showsProblems: Bool
    ) throws -> RegistrationPage {
        let notice = try connection.currentPrivacyNotice()
        return RegistrationPage(
            form: form.form(showsProblems: showsProblems), notice: Phrase(notice?.indonesian ?? "", notice?.english ?? ""))
    }

    private func send(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .registerBusinesses)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let desk = RegistrationDesk(viewer: viewer, vault: services.vault, today: services.today, now: services.now())
        // Only storing waits for imports under way; asking does not.
        let isDecided = fields["choice"].map { $0 != "edit" } ?? false
        let answer = try await services.database.write(holding: isDecided ? .journey : .auditTrail) { connection -> Answer in
            if isDecided { try connection.directRegistrationPartner() }
            let form = try RegistrationForm(fields, of: viewer, connection, today: desk.today)
            guard let registration = form.registration else { throw WebError.forbidden }
            if let before = try connection.outcome(of: registration) { return try desk.stored(before, connection) }
            let choice = fields["choice"]
            guard choice != "edit", form.problems.isEmpty else {
                let hasProblems = choice != "edit"
                return .form(try Self.page(form, connection, showsProblems: hasProblems), hasProblems: hasProblems)
            }
            guard form.mayRegister(registration) else { throw WebError.forbidden }

            let known = try desk.known(like: registration, connection)
            guard let choice, let decided = desk.choice(choice, among: known, shown: fields["shown"]) else {
                return .question(desk.question(form, known, hasChanged: choice != nil))
            }
            let outcome = try connection.register(
                registration, as: decided, consent: form.consent, by: viewer.person.id, vault: desk.vault, today: desk.today, at: desk.now)
            if case .noneOf(let others) = decided { try desk.keepApart(outcome, others, connection) }
            return try desk.stored(outcome, connection)
        }
        switch answer {
        case .form(let page, let hasProblems):
            return services.reply(with: page, status: hasProblems ? .unprocessableContent : .ok, to: request, context)
        case .question(let page): return services.reply(with: page, to: request, context)
        case .stored(let path, let notice): return services.redirect(to: path, notice: notice)
        }
    }

    /// Who registers, when, and with which keys.
    private struct RegistrationDesk: Sendable {
        let viewer: Viewer
        let vault: Vault
        let today: CalendarDate
        let now: Timestamp

        private var scopes: [Scope] { viewer.scopes(for: .readNames) }

        /// What the registry knows that is like it; showing it is a reading and is recorded.
        func known(like registration: Registration, _ connection: any SQLConnection) throws -> [KnownBusiness] {
            let known = try connection.knownBusinesses(like: registration, vault: vault, today: today, scopes: scopes)
            try connection.recordReading(of: known.map(\.summary.id), by: viewer.person.id, page: .word("register"), at: now)
            return known
        }

        /// What was chosen; nil if somebody must look again, because a business is known by now that was not shown.
        func choice(_ text: String, among known: [KnownBusiness], shown: String?) -> Registration.Choice? {
            let ids = Set(known.map(\.summary.id))
            if text == "new" {
                let seen = Set((shown ?? "").split(separator: " ").compactMap { BusinessID(String($0)) })
                return ids.isSubset(of: seen) ? .noneOf(ids) : nil
            }
            return BusinessID(text).flatMap { ids.contains($0) ? .business($0) : nil }
        }

        func question(_ form: RegistrationForm, _ known: [KnownBusiness], hasChanged: Bool) -> KnownBusinessesPage {
            let shown = known.map(\.summary.id.description).joined(separator: " ")
            return KnownBusinessesPage(
                typed: form.facts, known: known.map(KnownBusinessesPage.Known.init),
                hidden: form.hidden + [HiddenValue("shown", shown)], hasChanged: hasChanged)
        }

        /// Writes down that the owner said of each business that was shown: that is not mine. It is one verdict, not blind; another reviewer
        /// settles it.
        func keepApart(_ outcome: RegistrationOutcome, _ others: Set<BusinessID>, _ connection: any SQLConnection) throws {
            guard outcome.kind != .sentBefore else { return }
            for other in others.sorted() {
                guard let claim = try connection.firstClaim(of: other), let pair = PairID(claim, outcome.claim) else { continue }
                try connection.judge(
                    pair, .notSame, by: viewer.person.id, isBlind: false, attachments: BusinessAttachment.ofRooms, today: today, at: now)
            }
        }

        /// The page of the business, if it lies within reach of the viewer.
        func stored(_ outcome: RegistrationOutcome, _ connection: any SQLConnection) throws -> Answer {
            let notice: PassingNotice =
                switch outcome.kind {
                case .newBusiness: .businessRegistered
                case .knownBusiness: .businessKnown
                case .sentBefore: .businessRegisteredBefore
                }
            let mayRead = try connection.mayRead(outcome.business, scopes: scopes)
            return .stored(path: mayRead ? Paths.business(outcome.business.description) : Paths.register, notice)
        }
    }
}

extension KnownBusinessesPage.Known {
    init(_ known: KnownBusiness) {
        let region = Regions.region(known.summary.region)?.everydayName ?? ""
        self.init(
            id: known.summary.id.description, name: known.summary.name, ownerName: known.summary.ownerName,
            place: [known.summary.place, region].filter { !$0.isEmpty }.joined(separator: ", "),
            maskedPhones: known.owners.compactMap(\.maskedPhone), probability: known.probability,
            rule: known.explanation.rule.map(Phrase.init(_:)), waterfall: WeightWaterfall(known.explanation))
    }
}
