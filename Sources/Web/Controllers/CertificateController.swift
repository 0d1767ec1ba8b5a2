import Accounts
import Credentials
import HTTPTypes
import Hummingbird
import Journey
import Learning
import Nusantara
import Storage

/// Certificates in public: the checker, the keys it needs, and each certificate with its forms. The address of a certificate is known to those
/// alone who were given it.
struct CertificateController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/certificates/history.json") { request, _ in
            guard let issuer = services.certificates else { throw WebError.notFound }
            return WebServices.text(issuer.history.text, contentType: "application/json", to: request)
        }
        router.get("/certificates/revocations.json") { request, _ in
            guard let list = try await revocations() else { throw WebError.notFound }
            return WebServices.text(list, contentType: "application/json", to: request)
        }
        router.get("/check") { request, context in
            services.reply(with: CheckPage(data: try await data()), to: request, context)
        }
        router.post("/check") { request, context in try await check(request, context) }
        router.get("/check-worker.js") { request, _ in
            WebServices.text(worker, contentType: "text/javascript; charset=utf-8", to: request)
        }
        router.get("/check/:id") { request, context in try await show(request, context) }
        router.get("/check/:id/certificate.pdf") { request, context in try await paper(request, context) }
        router.get("/check/:id/certificate.json") { request, context in
            WebServices.text(try await certificate(context).signed.json, contentType: "application/vc", to: request)
        }
        router.get("/check/:id/certificate.jwt") { request, context in
            WebServices.text(try await certificate(context).signed.jwt, contentType: "application/vc+jwt", to: request)
        }
    }

    /// Keeps the checker and what it needs on the phone: from the network where there is one, else as it was last seen.
    private var worker: String {
        let assets = services.renderer.assets
        let files = [Paths.check, assets.stylesheet, assets.checkScript, assets.icon].map { "\"\($0)\"" }.joined(separator: ", ")
        return """
            const files = [\(files)];
            self.addEventListener("install", event => event.waitUntil(caches.open("check").then(cache => cache.addAll(files))));
            self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
            self.addEventListener("fetch", event => {
              const path = new URL(event.request.url).pathname;
              if (event.request.method !== "GET" || !files.includes(path)) return;
              event.respondWith(fetch(event.request).then(answer => {
                const copy = answer.clone();
                if (answer.ok) caches.open("check").then(cache => cache.put(path, copy));
                return answer;
              }).catch(() => caches.match(path)));
            });

            """
    }

    private func revocations() async throws -> String? {
        guard let issuer = services.certificates else { return nil }
        let now = services.now()
        return try await services.database.write(holding: .learning) { try $0.publishedRevocations(of: issuer, at: now) }
    }

    private func data() async throws -> CheckData {
        CheckData(history: services.certificates?.history.text, revocations: try await revocations())
    }

    private func verification(of text: String) async throws -> Verification {
        let history = services.certificates?.history
        let list = try await revocations()
        let revocations = list.flatMap { text in history.flatMap { try? RevocationList(text: text, history: $0) } }
        return Verification.verify(text, history: history, revocations: revocations, at: services.today)
    }

    private func check(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let fields = try await FormFields(body: request.body)
        try context.check(publicFormToken: fields["token"])
        let text = fields["certificate"] ?? ""
        // What a camera reads is the whole address.
        let certificate = text.split(separator: "#", maxSplits: 1).last.map(String.init) ?? text
        let isAddress = text.hasPrefix("http") && text.contains("#")
        let page = CheckPage(
            typed: text, verification: try await verification(of: isAddress ? certificate : text), data: try await data())
        return services.reply(with: page, to: request, context)
    }

    private func certificate(_ context: AppRequestContext) async throws -> Certificate {
        guard let id = CertificateRecordID(try context.parameters.require("id")),
            let found = try await services.database.read({ try $0.certificate(id) })
        else { throw WebError.notFound }
        return found
    }

    /// The address that a certificate's code holds: the checker, with the certificate behind `#`, which no browser sends anywhere.
    private func address(of certificate: Certificate, _ request: Request) -> String {
        services.site(request) + Paths.check + "#" + certificate.signed.compact
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let certificate = try await certificate(context)
        let verification = try await verification(of: certificate.signed.json)
        let id = certificate.id.description
        let page = SectionPage(
            title: Phrase("Sertifikat \(certificate.number)", "Certificate \(certificate.number)"), place: nil,
            notes: [Notice(verification.isValid ? .success : .failure, verification.sentence)],
            sections: [
                SectionPage.Section(paragraphs: verification.lines),
                SectionPage.Section(
                    Phrase("Kode", "Code"),
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Kode ini memuat sertifikatnya sendiri. Siapa pun bisa memeriksanya dengan kamera HP.",
                                "This code holds the certificate itself. Anybody can check it with a phone’s camera."))
                    ],
                    picture: QRCode(address(of: certificate, request), label: Phrase("Kode sertifikat", "Code of the certificate")),
                    links: [
                        .init(Paths.certificatePaper(id), Phrase("Unduh untuk dicetak (PDF)", "Download to print (PDF)")),
                        .init(Paths.certificateJSON(id), Phrase("Unduh Open Badges (JSON)", "Download as Open Badges (JSON)")),
                        .init(Paths.certificateToken(id), Phrase("Unduh sebagai token (VC-JWT)", "Download as a token (VC-JWT)")),
                    ]),
            ])
        return services.reply(with: page, to: request, context)
    }

    private func paper(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let certificate = try await certificate(context)
        guard let facts = try await verification(of: certificate.signed.json).facts, let issuer = services.certificates else {
            throw WebError.notFound
        }
        let criteria = try await services.database.read { connection in
            try connection.definition(of: try connection.cohort(try connection.enrolment(certificate.enrolment).cohort)).certificate?
                .criteria
        }
        let paper = CertificatePaper(
            facts: facts, issuer: issuer.keys.issuer.name, criteria: criteria?.phrase[context.language] ?? "",
            address: address(of: certificate, request), language: context.language)
        guard let bytes = paper.pdf() else { throw WebError.notFound }
        var response = WebServices.response(.ok, contentType: "application/pdf", bytes: bytes, to: request)
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentDisposition] = "attachment; filename=\"\(certificate.number).pdf\""
        return response
    }
}

extension WebServices {
    /// The address at which this server is seen from outside, by the request's own word.
    func site(_ request: Request) -> String {
        "\(settings.secureCookies ? "https" : "http")://\(request.head.authority ?? "localhost")"
    }
}
