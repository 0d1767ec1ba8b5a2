// What people are told when something is refused, in the languages of the pages.

extension WeakSecret {
    /// The reason, for the person who chose the PIN or password.
    public func explanation(in language: Person.Language) -> String {
        let (indonesian, english) =
            switch self {
            case .notSixDigits: ("PIN harus enam angka.", "A PIN has six digits.")
            case .repetitive: ("Terlalu banyak pengulangan. Pilih yang lain.", "Too repetitive. Choose another.")
            case .sequence: ("Angka berurutan mudah ditebak. Pilih yang lain.", "Digits in a row are easily guessed. Choose another.")
            case .looksLikeDate: ("Jangan memakai tanggal, misalnya tanggal lahir.", "Do not use a date, such as a birthday.")
            case .partOfPhone: ("Jangan memakai bagian dari nomor telepon.", "Do not use part of the phone number.")
            case .wrongLength: ("Kata sandi harus 12 sampai 256 huruf.", "A password has 12 to 256 characters.")
            case .containsName: ("Kata sandi tidak boleh memuat nama masuk.", "The password must not contain the sign-in name.")
            }
        return language == .indonesian ? indonesian : english
    }
}

extension AccountsError {
    /// The reason, for the person who asked for the change.
    public func explanation(in language: Person.Language) -> String {
        let (indonesian, english) =
            switch self {
            case .weakSecret(let weakness): (weakness.explanation(in: .indonesian), weakness.explanation(in: .english))
            case .signInNameTaken: ("Nama masuk itu sudah dipakai orang lain.", "Another person signs in with this name.")
            case .phoneTaken: ("Nomor telepon itu sudah dipakai orang lain.", "Another person signs in with this phone number.")
            case .phoneUnreadable: ("Tulis satu nomor ponsel, misalnya 0812-3456-7890.", "Write one mobile number, such as 0812-3456-7890.")
            case .incomplete: ("Nama dan nomor ponsel atau nama masuk harus diisi.", "Name and mobile number or sign-in name are needed.")
            case .secretDiffers: ("PIN atau kata sandi yang lama salah.", "The old PIN or password is wrong.")
            case .unknownPerson: ("Orang itu tidak ditemukan.", "There is no such person.")
            case .roleNotForKind(let role, let kind):
                (
                    "Peran \(role.rawValue) tidak dapat diberikan kepada akun \(kind.rawValue).",
                    "The role \(role.rawValue) cannot be given to an account of kind \(kind.rawValue)."
                )
            case .partnerMissing: ("Sebutkan mitra untuk peran ini.", "Name the partner for this role.")
            case .unknownReceipt: ("Bukti persetujuan itu tidak ditemukan.", "There is no such consent receipt.")
            case .notWithdrawable:
                ("Ini tidak berdasar persetujuan, atau sudah ditarik.", "This does not rest on consent, or was withdrawn.")
            case .notOpen: ("Permintaan itu tidak ada atau sudah selesai.", "There is no such request, or it has been handled.")
            }
        return language == .indonesian ? indonesian : english
    }
}

extension SignInRefusal {
    /// The reason, for the person before the gate. It does not tell whether there is such an account.
    public func explanation(in language: Person.Language) -> String {
        switch (self, language) {
        case (.wrong, .indonesian): "Nomor, nama, PIN, kata sandi atau kode salah."
        case (.wrong, .english): "The number, name, PIN, password or code is wrong."
        case (.tooMany, .indonesian): "Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi."
        case (.tooMany, .english): "Too many attempts. Wait a little, then try again."
        }
    }
}

extension AccountsError: CustomStringConvertible {
    public var description: String { explanation(in: .english) }
}

extension SignInRefusal: CustomStringConvertible {
    public var description: String { explanation(in: .english) }
}
