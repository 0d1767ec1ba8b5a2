import Accounts
import Journey
import Nusantara
import Registry
import Storage

/// The fields of the registration form: what was typed into them, what is wrong with it, and what it means.
struct RegistrationForm {
    let values: FormFields
    let viewer: Viewer
    let partners: [Partner]
    let programmes: [Programme]
    let today: CalendarDate

    /// Reads whom the viewer may register for.
    init(_ values: FormFields, of viewer: Viewer, _ connection: any SQLConnection, today: CalendarDate) throws {
        let scopes = viewer.scopes(for: .registerBusinesses)
        let bound = try scopes.compactMap(\.partner).compactMap { try connection.partner($0) }
        // Before the first registration is stored, the partner for direct ones stands in no table yet.
        let direct = try connection.partner(code: Partner.directRegistration.code) ?? .directRegistration
        partners = scopes.contains { $0.partner == nil } ? [direct] + bound : bound
        let all = try connection.programmes()
        let mayChoose = scopes.contains { $0.programme == nil }
        programmes = mayChoose ? all : all.filter { programme in scopes.contains { $0.programme == programme.id } }
        self.values = values
        self.viewer = viewer
        self.today = today
    }

    private var scopes: [Scope] { viewer.scopes(for: .registerBusinesses) }
    private var mayLeaveProgrammeOut: Bool { scopes.contains { $0.programme == nil } }

    // MARK: - What it means

    /// The number of the form; a new one where none came along.
    var id: RegistrationID { values["id"].flatMap { RegistrationID($0) } ?? RegistrationID() }

    private var partner: Partner? { partners.first { $0.code == values["partner"] } ?? partners.first }

    private var programme: Programme? {
        programmes.first { $0.code == values["programme"] } ?? (mayLeaveProgrammeOut ? nil : programmes.first)
    }

    /// The regency that was chosen or typed.
    private var place: NameResolution {
        guard let text = values["regency"] else { return .unknown }
        if let region = Regions.resolve(code: text).region { return region.level == .regency ? .one(region) : .unknown }
        return Regions.find(text, as: .regency)
    }

    /// What the owner said, as far as it can be read; nil for somebody who may register for nobody.
    var registration: Registration? {
        partner.map { partner in
            Registration(
                id: id, partner: partner, programme: programme?.id, businessName: values["business"] ?? "",
                ownerName: values["owner"] ?? "",
                phone: values["phone"] ?? "", nik: values["nik"] ?? "", region: place.region?.code ?? .nation,
                district: values["district"] ?? "", village: values["village"] ?? "", address: values["address"] ?? "",
                trade: values["trade"] ?? "", products: values["products"] ?? "")
        }
    }

    var consent: RegistrationConsent {
        var purposes: Set<ConsentPurpose> = [.registration]
        if values["contact"] == "1" { purposes.insert(.contact) }
        if values["sharing"] == "1" { purposes.insert(.marketplaceSharing) }
        return RegistrationConsent(purposes, channel: values["channel"].flatMap(ConsentChannel.init(rawValue:)) ?? .spoken)
    }

    // MARK: - What is wrong

    /// What has to be mended, by the name of the field.
    var problems: [String: Phrase] {
        var problems: [String: Phrase] = [:]
        for (field, notice) in registration?.problems(today: today) ?? [:] {
            guard let name = Self.fields[field] else { continue }
            problems[name] = Phrase(notice.indonesian, notice.english)
        }
        if values["regency"] != nil {
            switch place {
            case .one(let region):
                if let registration, !mayRegister(registration) {
                    problems["regency"] = Phrase(
                        "\(region.everydayName) di luar wilayah tugasmu.", "\(region.everydayName) lies outside your area.")
                }
            case .ambiguous(let regions):
                let names = regions.prefix(4).map(\.name).joined(separator: " / ")
                problems["regency"] = Phrase("Yang mana: \(names)?", "Which one: \(names)?")
            case .unknown:
                problems["regency"] = Phrase(
                    "Nama kabupaten atau kota ini tidak dikenal. Periksa ejaannya.", "This regency or city is unknown. Check its spelling.")
            }
        }
        if values["consent"] != "1" {
            problems["consent"] = Phrase(
                "Tanpa persetujuan pemilik, usaha ini tidak boleh didata.", "Without the owner’s consent the business may not be recorded.")
        }
        return problems
    }

    /// Whether the viewer may register there, for that partner and programme.
    func mayRegister(_ registration: Registration) -> Bool {
        viewer.may(
            .registerBusinesses, region: registration.region, programme: registration.programme, partner: registration.partner.id)
    }

    private static let fields: [ListField: String] = [
        .businessName: "business", .ownerName: "owner", .phone: "phone", .nik: "nik", .regency: "regency",
    ]

    // MARK: - How it looks

    /// - Parameter showsProblems: whether something was sent that has to be mended.
    func form(showsProblems: Bool) -> Form {
        let problems = showsProblems ? problems : [:]
        func field(
            _ name: String, _ label: Phrase, _ kind: FormField.Kind = .text, hint: Phrase? = nil, isRequired: Bool = false
        ) -> FormField {
            FormField(
                name, label, kind, hint: hint, error: problems[name], content: values[name] ?? "", autocomplete: "off",
                isRequired: isRequired)
        }
        var fields = [
            field(
                "business", Phrase("Nama usaha", "Name of the business"), hint: Phrase("Seperti di papan nama", "As on its sign"),
                isRequired: true),
            field("owner", Phrase("Nama pemilik", "Name of the owner"), isRequired: true),
            field("phone", Phrase("Nomor telepon", "Phone number"), .telephone),
            field("nik", Phrase("NIK", "NIK"), .digits(16), hint: Phrase("16 angka di KTP", "16 digits on the identity card")),
            field("regency", Phrase("Kabupaten atau kota", "Regency or city"), regencies, isRequired: true),
            field("district", Phrase("Kecamatan", "District")),
            field("village", Phrase("Desa atau kelurahan", "Village")),
            field("address", Phrase("Alamat", "Address"), hint: Phrase("Jalan, nomor, RT/RW", "Street, number, RT/RW")),
            field("trade", Phrase("Jenis usaha", "Line of business"), hint: Phrase("Contoh: warung makan", "For example: food stall")),
            field("products", Phrase("Produk", "Products"), hint: Phrase("Contoh: keripik tempe, rempeyek", "For example: tempeh crisps")),
        ]
        if partners.count > 1 {
            fields.append(
                field(
                    "partner", Phrase("Didaftarkan untuk", "Registered for"),
                    .choice(partners.map { .init($0.code, Phrase(verbatim: $0.name), isChosen: $0.code == partner?.code) })))
        }
        if !programmes.isEmpty {
            let none: [FormField.Option] = mayLeaveProgrammeOut ? [.init("", Phrase("Tanpa program", "No programme"))] : []
            fields.append(
                field(
                    "programme", Phrase("Program", "Programme"),
                    .choice(
                        none + programmes.map { .init($0.code, Phrase(verbatim: $0.name), isChosen: $0.code == programme?.code) })))
        }
        fields += [
            field(
                "channel", Phrase("Bagaimana pemilik menjawab", "How the owner answered"),
                .choice(
                    Self.channels.map { .init($0.0.rawValue, $0.1, isChosen: $0.0.rawValue == values["channel"]) })),
            field("consent", Phrase("Pemilik setuju usahanya didata", "The owner agrees to be recorded"), .checkbox, isRequired: true),
            field("contact", Phrase("Pemilik boleh dihubungi", "The owner may be contacted"), .checkbox),
            field(
                "sharing", Phrase("Datanya boleh dikirim ke lokapasar", "The data may be handed to marketplaces"), .checkbox),
        ]
        return Form(
            action: Paths.register, fields: fields, submit: Phrase("Lanjut", "Go on"), hidden: [HiddenValue("id", id.description)])
    }

    /// A choice where the viewer's area is small enough to be listed, otherwise text.
    private var regencies: FormField.Kind {
        guard !scopes.contains(where: { $0.region == .nation }) else { return .text }
        let regions = scopes.map(\.region).compactMap(Regions.region)
            .flatMap { $0.level == .regency ? [$0] : Regions.regencies(in: $0.code) }
        var seen: Set<RegionCode> = []
        let chosen = place.region?.code
        let options = regions.filter { seen.insert($0.code).inserted }.map { region in
            FormField.Option(region.code.rawValue, Phrase(verbatim: region.everydayName), isChosen: region.code == chosen)
        }
        return .choice(options.count == 1 ? options : [.init("", Phrase("Pilih", "Choose"))] + options)
    }

    private static let channels: [(ConsentChannel, Phrase)] = [
        (.spoken, Phrase("Dibacakan dan dijawab langsung", "Read out and answered aloud")),
        (.paper, Phrase("Ditandatangani di kertas", "Signed on paper")),
        (.web, Phrase("Dibaca sendiri di layar", "Read on the screen")),
    ]

    /// All that was typed, to be sent along unseen.
    var hidden: [HiddenValue] {
        [HiddenValue("id", id.description)] + Self.names.compactMap { name in values[name].map { HiddenValue(name, $0) } }
    }

    private static let names = [
        "business", "owner", "phone", "nik", "regency", "district", "village", "address", "trade", "products", "partner", "programme",
        "channel", "consent", "contact", "sharing",
    ]

    /// What was typed, in words.
    var facts: [Fact] {
        let region = place.region?.everydayName ?? ""
        let location = [values["address"], values["village"], values["district"], region].compactMap(\.self).filter { !$0.isEmpty }
        let facts: [(Phrase, String?)] = [
            (Phrase("Usaha", "Business"), values["business"]), (Phrase("Pemilik", "Owner"), values["owner"]),
            (Phrase("Telepon", "Phone"), values["phone"]), (Phrase("NIK", "NIK"), values["nik"]),
            (Phrase("Tempat", "Place"), location.joined(separator: ", ")), (Phrase("Jenis usaha", "Trade"), values["trade"]),
            (Phrase("Produk", "Products"), values["products"]),
        ]
        return facts.compactMap { word, text in text.map { Fact(word, .text($0)) } }
    }
}
