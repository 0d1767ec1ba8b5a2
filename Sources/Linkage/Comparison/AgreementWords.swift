/// A contribution in words, in Indonesian and in English.
public struct AgreementWords: Sendable, Hashable {
    /// "nomor HP sama"
    public let indonesian: String
    /// "same phone number"
    public let english: String
    /// The weight with its sign and one decimal, the Indonesian way: "+8,1"
    public let indonesianWeight: String
    /// The weight with its sign and one decimal, the English way: "+8.1"
    public let englishWeight: String

    /// "nomor HP sama (+8,1)"
    public var indonesianSentence: String { "\(indonesian) (\(indonesianWeight))" }
    /// "same phone number (+8.1)"
    public var englishSentence: String { "\(english) (\(englishWeight))" }

    init(_ contribution: Contribution) {
        (indonesian, english) = Self.phrase(contribution.field, contribution.level)
        indonesianWeight = Self.decimal(contribution.weight, mark: ",")
        englishWeight = Self.decimal(contribution.weight, mark: ".")
    }

    private static func decimal(_ weight: Double, mark: String) -> String {
        let tenths = Int((weight * 10).rounded().clamped(to: -99_999...99_999))
        let sign = tenths < 0 ? "−" : "+"
        return "\(sign)\(abs(tenths) / 10)\(mark)\(abs(tenths) % 10)"
    }

    private static func phrase(_ field: Field, _ level: AgreementLevel) -> (String, String) {
        switch (field, level) {
        case (.phone, .close): return ("nomor HP sama, tetapi dipakai beberapa usaha", "same phone number, but several businesses use it")
        case (.email, .close):
            return ("alamat surel sama, tetapi dipakai beberapa usaha", "same e-mail address, but several businesses use it")
        case (.regency, .different): return ("kabupaten atau kota beda", "different regency or city")
        case (.village, .close): return ("kecamatan sama", "same district")
        case (.village, .contained): return ("kecamatan sama, desa atau kelurahan beda", "same district, different village")
        case (.village, .different): return ("kecamatan atau desa beda", "different district or village")
        case (.birthDate, .close): return ("tanggal lahir sama, hari dan bulan tertukar", "same birth date, day and month swapped")
        case (.birthDate, .partial): return ("tanggal lahir tidak pasti", "uncertain birth date")
        case (.account, .different): return ("akun lokapasar beda", "different marketplace account")
        case (.source, _): return ("dua baris dalam satu daftar mitra", "two rows of one partner's list")
        case (.samePerson, _):
            return ("petunjuk pemilik dan tempat yang sama dihitung sekali", "signs of the same owner and place counted once")
        default:
            let (indonesian, english) = name(field)
            switch level {
            case .missing: return ("\(indonesian) tidak diketahui", "\(english) unknown")
            case .different: return ("\(indonesian) beda", "different \(english)")
            case .partial: return ("\(indonesian) hanya sebagian cocok", "\(english) agrees only in part")
            case .contained: return ("\(indonesian) cocok, satu lebih singkat", "\(english) agrees, one is shorter")
            case .close: return ("\(indonesian) mirip", "similar \(english)")
            case .same: return ("\(indonesian) sama", "same \(english)")
            }
        }
    }

    private static func name(_ field: Field) -> (String, String) {
        switch field {
        case .businessName: ("nama usaha", "business name")
        case .owner: ("nama pemilik", "owner's name")
        case .phone: ("nomor HP", "phone number")
        case .nik: ("NIK", "NIK")
        case .nib: ("NIB", "NIB")
        case .npwp: ("NPWP", "tax number")
        case .email: ("alamat surel", "e-mail address")
        case .account: ("akun lokapasar", "marketplace account")
        case .regency: ("kabupaten atau kota", "regency or city")
        case .village: ("desa atau kelurahan", "village")
        case .address: ("alamat", "address")
        case .trade: ("bidang usaha", "trade")
        case .birthDate: ("tanggal lahir", "birth date")
        case .sex: ("jenis kelamin", "sex")
        case .source: ("daftar mitra", "partner's list")
        case .samePerson: ("pemilik", "owner")
        }
    }
}

extension Contribution {
    /// What this contribution says to a reader.
    public var words: AgreementWords { AgreementWords(self) }
}

extension IdentityRule {
    /// The rule as a person states it.
    public var words: (indonesian: String, english: String) {
        switch self {
        case .sameLicence: ("NIB sama: usaha yang sama", "same NIB: the same business")
        case .sameAccount: ("akun lokapasar sama: usaha yang sama", "same marketplace account: the same business")
        case .sameOwnerAndNameOrAddress:
            (
                "NIK sama dan nama usaha mirip atau alamat sama: usaha yang sama",
                "same NIK and similar name or same address: the same business"
            )
        case .secondBusinessOfOwner:
            (
                "NIK sama, bidang dan alamat beda: usaha lain dari pemilik yang sama",
                "same NIK, other trade and address: another business of the owner"
            )
        }
    }
}
