@testable import Web

extension ComparisonPage {
    private static let first = Side(
        businessID: "u1", businessName: typedText, partner: "Dinas Koperasi Jawa Barat", fileName: "data umkm.xlsx", line: 1204)
    private static let second = Side(businessID: "u2", businessName: "", partner: "Shopee", fileName: "seller_export.csv", line: 88_102)

    static let sample = ComparisonPage(
        first: first, second: second,
        fields: [
            Field(name: Phrase("Nama usaha", "Business name"), first: typedText, second: "KERIPIK TEMPE BU TINI"),
            Field(
                name: Phrase("Telepon", "Phone"), first: "+628••••••••12", second: "+628••••••••12", agreement: Phrase("sama", "the same")),
            Field(name: Phrase("Surel", "E-mail address"), first: "", second: "tini••••••om"),
        ],
        waterfall: .sample, probability: 0.84, rule: Phrase("NIB sama: usaha yang sama", "Same NIB: the same business"))
    static let sampleAwaited = ComparisonPage(
        first: first, second: second, fields: sample.fields, waterfall: .sample, probability: 0.84, rule: nil,
        verdictFirst: "/office/review/c1/c2")
    static let sampleHidden = ComparisonPage(
        first: first, second: first, fields: [], waterfall: WeightWaterfall(steps: []), probability: 0, rule: nil)
}
