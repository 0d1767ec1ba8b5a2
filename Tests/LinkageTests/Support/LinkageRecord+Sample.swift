import Linkage

extension LinkageRecord {
    /// A business that is known by everything.
    static let mekarSari = LinkageRecord(
        businessName: ["mekar", "sari"], businessType: ["warung"], owner: ["siti", "rohmawati"], phones: [0x8123], nik: 0x3204, nib: 0x9120,
        npwp: 0x77, email: 0xE, account: 0xACC, region: 3204, district: "cileunyi", village: "cimekar", addressWords: ["mawar"],
        houseNumber: "12", rt: 3, rw: 5, postalCode: 40_623, trade: 56_102, products: ["soto"], birthDay: 5_000, sex: 2)

    /// The record without any identifier that would decide alone.
    var withoutIdentifiers: LinkageRecord {
        with {
            $0.phones = []
            ($0.nik, $0.nib, $0.npwp, $0.email, $0.account) = (nil, nil, nil, nil, nil)
        }
    }

    func with(_ change: (inout LinkageRecord) -> Void) -> LinkageRecord {
        var record = self
        change(&record)
        return record
    }
}

extension Comparison {
    func weight(of field: Field) -> Double? {
        contributions.first { $0.field == field }?.weight
    }

    func level(of field: Field) -> AgreementLevel? {
        contributions.first { $0.field == field }?.level
    }
}
