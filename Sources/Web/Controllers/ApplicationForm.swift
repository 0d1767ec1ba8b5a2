import Accounts
import Journey
import Learning
import Nusantara
import Registry
import Storage

/// The form with which somebody applies for a class.
struct ApplicationForm {
    private let fields: FormFields
    private let cohort: Cohort
    private let definition: ProgrammeDefinition

    init(_ fields: FormFields, _ cohort: Cohort, _ definition: ProgrammeDefinition) {
        self.fields = fields
        self.cohort = cohort
        self.definition = definition
    }

    /// Made before the form is filled in, so that sending it twice changes nothing.
    var id: EnrolmentID { fields["form"].flatMap { EnrolmentID($0) } ?? EnrolmentID() }

    /// The regency or city that was written.
    private var region: RegionCode? {
        guard let text = fields["region"] else { return nil }
        if let region = Regions.resolve(code: text).region { return region.level == .regency ? region.code : nil }
        if case .one(let region) = Regions.find(text, as: .regency) { return region.code }
        return nil
    }

    /// Regions that the text may mean.
    private var several: [Region] {
        guard let text = fields["region"], case .ambiguous(let regions) = Regions.find(text, as: .regency) else { return [] }
        return regions
    }

    var hasConsent: Bool { fields["consent"] == "1" }

    /// What the person says, or nil if the place cannot be told.
    func details(account: PersonID?) -> LearnerDetails? {
        guard let region else { return nil }
        return LearnerDetails(
            name: fields["name"] ?? "", nik: fields["nik"] ?? "", phone: fields["phone"] ?? "", birthDate: fields["birth"] ?? "",
            sex: fields["sex"] ?? "", hasDisability: fields["disability"].flatMap { $0 == "yes" ? true : $0 == "no" ? false : nil },
            region: region, businessName: fields["business"] ?? "", account: account)
    }

    func application(_ learner: PreparedLearner) -> Application {
        Application(
            id: id, cohort: cohort.id, learner: learner, motivation: fields["motivation"] ?? "", team: fields["team"] ?? "",
            role: fields["role"] ?? "")
    }

    /// The form, with what was written and what is wrong with it.
    func form(faults: Set<ApplicantFault> = [], lacksConsent: Bool = false, action: String) -> Form {
        var errors: [String: Phrase] = [:]
        for fault in faults { if let field = fault.field { errors[field] = fault.phrase } }
        if faults.contains(.regionUnknown), !several.isEmpty {
            let names = several.prefix(6).map(\.name).joined(separator: ", ")
            errors["region"] = Phrase("Yang mana: \(names)?", "Which one: \(names)?")
        }
        if lacksConsent {
            errors["consent"] = Phrase(
                "Tanpa persetujuanmu, datamu tidak boleh disimpan.", "Without your consent your data may not be kept.")
        }
        func field(
            _ name: String, _ label: Phrase, _ kind: FormField.Kind = .text, hint: Phrase? = nil, autocomplete: String? = nil,
            isRequired: Bool = true
        ) -> FormField {
            FormField(
                name, label, kind, hint: hint, error: errors[name], content: fields[name] ?? "", autocomplete: autocomplete,
                isRequired: isRequired)
        }
        func choice(_ name: String, _ label: Phrase, _ options: [(String, Phrase)], hint: Phrase? = nil) -> FormField {
            field(
                name, label, .choice(options.map { .init($0.0, $0.1, isChosen: $0.0 == fields[name] ?? "") }), hint: hint, isRequired: false
            )
        }
        let rule = definition.applicants
        var all = [
            field("name", Phrase("Nama lengkap", "Full name"), autocomplete: "name"),
            field(
                "phone", Phrase("Nomor HP (WhatsApp)", "Phone number (WhatsApp)"), .telephone,
                hint: Phrase("Untuk mengabari kalau ada kursi kosong.", "To tell you when a seat is free."), autocomplete: "tel"),
            field(
                "region", Phrase("Kabupaten atau kota tempat tinggal", "Regency or city where you live"),
                hint: Phrase("Contoh: Kab. Sleman, Kota Ambon.", "For example: Kab. Sleman, Kota Ambon.")),
            field(
                "birth", Phrase("Tanggal lahir", "Date of birth"), .date, autocomplete: "bday",
                isRequired: rule.youngest != nil || rule.oldest != nil),
            choice(
                "sex", Phrase("Jenis kelamin", "Sex"),
                [("", Phrase("Tidak disebut", "Not told")), ("P", Phrase("Perempuan", "Female")), ("L", Phrase("Laki-laki", "Male"))]),
            choice(
                "disability", Phrase("Penyandang disabilitas?", "Do you have a disability?"),
                [("", Phrase("Tidak disebut", "Not told")), ("yes", Phrase("Ya", "Yes")), ("no", Phrase("Tidak", "No"))],
                hint: Phrase("Supaya tempat dan bahan kelas bisa disiapkan.", "So that place and material can be prepared.")),
            field(
                "nik", Phrase("NIK", "NIK"), .digits(16),
                hint: Phrase("Supaya kamu tidak terdaftar dua kali.", "So that you are not enrolled twice."), isRequired: false),
        ]
        if rule.ownsBusiness { all.append(field("business", Phrase("Nama usaha", "Name of your business"))) }
        if definition.selection.method == .rubric || definition.selection.isChecked {
            all.append(field("motivation", Phrase("Mengapa ingin ikut?", "Why do you want to take part?"), .paragraphs))
        }
        if let teams = definition.teams {
            all.append(field("team", Phrase("Nama tim", "Name of your team"), isRequired: false))
            all.append(
                choice(
                    "role", Phrase("Peran di tim", "Part in the team"),
                    [("", Phrase("Belum tahu", "Not known yet"))] + teams.roles.map { ($0, Phrase(verbatim: $0)) }))
        }
        all.append(
            field(
                "consent", Phrase("Saya setuju dataku dipakai untuk pelatihan ini", "I agree that my data are used for this training"),
                .checkbox))
        let general = faults.first { $0.field == nil }
        return Form(
            action: action, fields: all, submit: Phrase("Daftar", "Apply"), problem: general?.phrase,
            hidden: [HiddenValue("form", id.description)])
    }
}
