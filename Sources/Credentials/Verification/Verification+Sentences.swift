import Nusantara

extension Verification {
    /// The name of the answer for programs: `valid`, `altered`, `unknownKey` …
    public var name: String {
        switch answer {
        case .valid: "valid"
        case .altered: "altered"
        case .expired: "expired"
        case .notYetValid: "notYetValid"
        case .revoked: "revoked"
        case .unknownKey: "unknownKey"
        case .futureKey: "futureKey"
        case .retiredKey: "retiredKey"
        case .compromisedKey: "compromisedKey"
        case .unreadable: "unreadable"
        }
    }

    /// The answer for the person who asked, in Indonesian.
    public var indonesian: String {
        switch answer {
        case .valid: "Sertifikat ini asli dan berlaku."
        case .altered: "Sertifikat ini diubah atau palsu: tanda tangannya tidak cocok dengan isinya. Jangan diterima."
        case .expired(let day): "Sertifikat ini asli, tetapi masa berlakunya berakhir pada \(day.iso)."
        case .notYetValid(let day): "Sertifikat ini baru berlaku mulai \(day.iso)."
        case .revoked(let day, let reason): "Sertifikat ini dicabut oleh penerbit pada \(day.iso): \(reason)."
        case .unknownKey(let key):
            """
            Kunci penanda tangan (\(key)) tidak ada dalam daftar kunci penerbit. Perbarui daftar kunci; jika tetap begini, jangan \
            diterima.
            """
        case .futureKey(_, let validFrom, let signed):
            "Sertifikat ini bertanggal \(signed.iso), padahal kuncinya baru dipakai mulai \(validFrom.iso). Jangan diterima."
        case .retiredKey(_, let validUntil, let signed):
            "Sertifikat ini bertanggal \(signed.iso), padahal kuncinya hanya dipakai sampai \(validUntil.iso). Jangan diterima."
        case .compromisedKey(_, let since):
            """
            Kunci penanda tangan bocor sejak \(since.iso), jadi tanggal di sertifikat ini tidak dapat dipercaya. Minta sertifikat baru \
            dari penerbit.
            """
        case .unreadable: "Ini tidak terbaca sebagai sertifikat. Pindai atau salin sekali lagi, seluruhnya."
        }
    }

    /// The answer in English.
    public var english: String {
        switch answer {
        case .valid: "This certificate is genuine and valid."
        case .altered: "This certificate was altered or forged: its signature does not belong to what it says. Do not accept it."
        case .expired(let day): "This certificate is genuine, but it expired on \(day.iso)."
        case .notYetValid(let day): "This certificate is not valid before \(day.iso)."
        case .revoked(let day, let reason): "The issuer took this certificate back on \(day.iso): \(reason)."
        case .unknownKey(let key):
            "The key that signed it (\(key)) is not in the issuer's list of keys. Get the newest list; if this stays so, do not accept it."
        case .futureKey(_, let validFrom, let signed):
            "This certificate is dated \(signed.iso), but its key was not in use before \(validFrom.iso). Do not accept it."
        case .retiredKey(_, let validUntil, let signed):
            "This certificate is dated \(signed.iso), but its key was in use only until \(validUntil.iso). Do not accept it."
        case .compromisedKey(_, let since):
            """
            The key that signed it may have been in other hands since \(since.iso), so its date proves nothing. Ask the issuer for a new \
            one.
            """
        case .unreadable(let reason): "This cannot be read as a certificate: \(reason)."
        }
    }
}

extension Verification.Remark {
    public var indonesian: String {
        switch self {
        case .notRevoked(let day): "Tidak dicabut menurut daftar per \(day.iso)."
        case .oldRevocationList(_, let days): "Daftar pencabutan itu sudah \(days) hari; ambil yang terbaru."
        case .noRevocationList: "Belum diperiksa apakah sertifikat ini dicabut: tidak ada daftar pencabutan."
        case .rotatedKey(_, let until): "Ditandatangani dengan kunci lama yang dipakai sampai \(until.iso); sertifikat tetap sah."
        }
    }

    public var english: String {
        switch self {
        case .notRevoked(let day): "Not revoked as of \(day.iso)."
        case .oldRevocationList(_, let days): "That list of revoked certificates is \(days) days old; get the newest."
        case .noRevocationList: "Whether it was revoked is not known: there is no list of revoked certificates."
        case .rotatedKey(_, let until): "Signed with an earlier key, in use until \(until.iso); the certificate stays good."
        }
    }
}
