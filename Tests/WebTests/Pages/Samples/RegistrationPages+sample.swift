@testable import Web

extension RegistrationPage {
    static let sample = RegistrationPage(
        form: Form(
            action: Paths.register,
            fields: [
                FormField("business", Phrase("Nama usaha", "Name of the business"), content: typedText),
                FormField(
                    "phone", Phrase("Nomor telepon", "Phone number"), .telephone,
                    error: Phrase("Nomor ini terlalu pendek.", "This number is too short."), content: "0812", isRequired: false),
                FormField("consent", Phrase("Pemilik setuju usahanya didata", "The owner agrees to be recorded"), .checkbox),
            ],
            submit: Phrase("Lanjut", "Go on"), hidden: [HiddenValue("id", "01930000-0000-7000-8000-000000000000")]),
        notice: Phrase("Kami mencatat nama dan nomor telepon.", "We record name and phone number."))
}

extension KnownBusinessesPage {
    private static let typed = [
        Fact(Phrase("Usaha", "Business"), .text(typedText)), Fact(Phrase("Pemilik", "Owner"), .text("Ibu Tini Sumiati")),
    ]

    static let sample = KnownBusinessesPage(
        typed: typed,
        known: [
            Known(
                id: "u1", name: typedText, ownerName: "Ibu Tini Sumiati", place: "Cibiru, Kota Bandung", maskedPhones: ["+628••••••••12"],
                probability: 0.987, rule: nil, waterfall: .sample),
            Known(
                id: "u2", name: "", ownerName: "", place: "Kab. Bandung", maskedPhones: [], probability: 0,
                rule: Phrase("NIK sama, bidang dan alamat beda", "Same NIK, other trade and address"),
                waterfall: WeightWaterfall(steps: [])),
        ],
        hidden: [HiddenValue("business", typedText), HiddenValue("shown", "u1 u2")], hasChanged: true)
    static let sampleNone = KnownBusinessesPage(typed: typed, known: [], hidden: [HiddenValue("business", typedText)])
}
