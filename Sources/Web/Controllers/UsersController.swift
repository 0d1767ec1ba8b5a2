import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Nusantara
import Storage

/// Adding people, and ending their access.
struct UsersController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/users") { request, context in
            services.reply(with: try await page(context), to: request, context)
        }
        router.post("/office/users") { request, context in try await add(request, context) }
        router.post("/office/users/:id/deactivate") { request, context in try await deactivate(request, context) }
    }

    private func page(
        _ context: AppRequestContext, form values: FormFields = FormFields(""), problem: Phrase? = nil, handover: [Fact] = []
    ) async throws -> UsersPage {
        let viewer = try context.requireViewer(holding: .manageUsers)
        return try await services.database.read { connection in
            let partners = try connection.partners()
            let programmes = try connection.programmes()
            let users = try connection.people(limit: 500).flatMap { person in
                let grants = try connection.grants(of: person.id)
                let reachable = grants.filter { viewer.mayGrant(in: $0.scope) }
                return reachable.prefix(1).map { grant in
                    UsersPage.User(
                        id: person.id.description, name: person.name, role: grant.role.phrase,
                        scope: grants.map { $0.scope.words(partners: partners, programmes: programmes) }.joined(separator: " · "),
                        isActive: person.isActive, canDeactivate: person.id != viewer.person.id && reachable.count == grants.count)
                }
            }
            return UsersPage(users: users, form: Self.form(values, partners: partners, problem: problem), handover: handover)
        }
    }

    private static func form(_ values: FormFields, partners: [Partner], problem: Phrase?) -> Form {
        let roles = Role.allCases.filter { $0 != .owner }
        return Form(
            action: Paths.users,
            fields: [
                FormField("name", Phrase("Nama lengkap", "Full name"), content: values["name"] ?? ""),
                FormField(
                    "role", Phrase("Peran", "Role"),
                    .choice(roles.map { .init($0.rawValue, $0.phrase, isChosen: $0.rawValue == values["role"]) })),
                FormField(
                    "account", Phrase("Nama pengguna atau nomor telepon", "User name or phone number"),
                    hint: Phrase(
                        "Pendamping masuk dengan nomor telepon dan PIN; petugas dengan nama pengguna, kata sandi, dan kode.",
                        "Facilitators sign in with phone and PIN; staff with user name, password and code."),
                    content: values["account"] ?? ""),
                FormField(
                    "region", Phrase("Wilayah", "Region"),
                    hint: Phrase(
                        "Kosong berarti seluruh Indonesia. Contoh: Jawa Barat, atau 32.04",
                        "Empty means all of Indonesia. For example: Jawa Barat, or 32.04"),
                    content: values["region"] ?? "", isRequired: false),
                FormField(
                    "partner", Phrase("Hanya untuk mitra", "For one partner only"),
                    .choice(
                        [.init("", Phrase("Semua mitra", "All partners"))]
                            + partners.map { .init($0.code, Phrase(verbatim: $0.name), isChosen: $0.code == values["partner"]) }),
                    isRequired: false),
            ], submit: Phrase("Tambahkan", "Add"), problem: problem)
    }

    private func add(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .manageUsers)
        let form = try await FormFields(body: request.body)
        try context.check(formToken: form["token"])
        func refuse(_ problem: Phrase) async throws -> Response {
            services.reply(with: try await page(context, form: form, problem: problem), status: .unprocessableContent, to: request, context)
        }
        guard let name = form["name"], let account = form["account"], let role = form["role"].flatMap(Role.init(rawValue:)) else {
            return try await refuse(
                Phrase("Isi nama, peran, dan nama pengguna atau nomor telepon.", "Fill in name, role, and user name or phone number."))
        }
        guard let region = Self.region(form["region"]) else {
            return try await refuse(
                Phrase(
                    "Wilayah itu tidak dikenal atau ada lebih dari satu. Tulis lengkap, atau pakai kodenya.",
                    "That region is unknown or there are several. Write it in full, or use its code."))
        }
        let partner = try await services.database.read { connection in try form["partner"].flatMap { try connection.partner(code: $0) } }
        let scope = Scope(region: region, partner: partner?.id)
        guard viewer.mayGrant(in: scope) else { throw WebError.forbidden }
        let isStaff = role != .facilitator
        let secret = isStaff ? randomPassword() : randomPIN()
        do {
            let added = try await services.gate.addPerson(
                isStaff ? .staff(name: name, signInName: account) : .facilitator(name: name, phone: account), secret: secret,
                grants: [(role, scope)], by: viewer.person.id, to: services.database, at: services.now())
            var handover = [
                Fact(Phrase("Masuk sebagai", "Signs in as"), .text(account)),
                Fact(isStaff ? Phrase("Kata sandi", "Password") : Phrase("PIN", "PIN"), .text(secret)),
            ]
            if let code = added.oneTimeCode {
                handover.append(Fact(Phrase("Untuk aplikasi kode", "For the code app"), .text(code.uri(account: account))))
            }
            return services.reply(with: try await page(context, handover: handover), to: request, context)
        } catch let error as AccountsError {
            return try await refuse(Phrase(error.explanation(in: .indonesian), error.explanation(in: .english)))
        }
    }

    /// The region that somebody typed: nothing for all, a code, or a name.
    private static func region(_ text: String?) -> RegionCode? {
        guard let text else { return .nation }
        return Regions.resolve(code: text).region?.code ?? Regions.find(text).region?.code
    }

    private func deactivate(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .manageUsers)
        let form = try await FormFields(body: request.body)
        try context.check(formToken: form["token"])
        guard let id = PersonID(try context.parameters.require("id")), id != viewer.person.id else { throw WebError.notFound }
        let now = services.now()
        try await services.database.write(holding: .auditTrail) { connection in
            let grants = try connection.grants(of: id)
            guard !grants.isEmpty, grants.allSatisfy({ viewer.mayGrant(in: $0.scope) }) else { throw WebError.forbidden }
            try connection.deactivate(id, by: viewer.person.id, at: now)
        }
        return services.redirect(to: Paths.users, notice: .personDeactivated)
    }
}
