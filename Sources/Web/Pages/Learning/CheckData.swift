import Foundation

/// What the checker's script brings along: keys, revocations, and its words.
public struct CheckData: Sendable, Hashable {
    /// `history.json` and `revocations.json` as they are published; nil where there are none.
    public let history: String?
    public let revocations: String?

    public init(history: String?, revocations: String?) {
        self.history = history
        self.revocations = revocations
    }

    /// A certificate proves what it says, not who shows it.
    static let person = Phrase(
        "Cocokkan nama ini dengan kartu pengenal orang yang menunjukkannya.",
        "Compare this name with the papers of the person who shows it.")

    /// `{1}` is a day, `{2}` a reason.
    private static let words: [String: Phrase] = [
        "valid": Phrase("Sertifikat ini asli dan berlaku.", "This certificate is genuine and valid."),
        "altered": Phrase(
            "Sertifikat ini diubah atau palsu. Jangan diterima.", "This certificate was altered or forged. Do not accept it."),
        "unreadable": Phrase(
            "Ini tidak terbaca sebagai sertifikat. Pindai sekali lagi, seluruhnya. Foto sertifikat bukan sertifikat: pindai kode di dalamnya.",
            "This cannot be read as a certificate. Scan all of it again. A photograph of a certificate is none: scan the code in it."),
        "unknownKey": Phrase(
            "Kunci penanda tangan tidak dikenal. Muat ulang halaman ini; jika tetap begini, jangan diterima.",
            "The key that signed it is unknown. Load this page anew; if this stays so, do not accept it."),
        "futureKey": Phrase(
            "Tanggalnya {1}, sebelum kuncinya dipakai. Jangan diterima.", "It is dated {1}, before its key was in use. Do not accept it."),
        "retiredKey": Phrase(
            "Tanggalnya {1}, sesudah kuncinya tidak dipakai lagi. Jangan diterima.",
            "It is dated {1}, after its key was in use. Do not accept it."),
        "compromisedKey": Phrase(
            "Kuncinya bocor sejak {1}. Minta sertifikat baru dari penerbit.",
            "Others may have had its key since {1}. Ask the issuer for a new certificate."),
        "revoked": Phrase("Sertifikat ini dicabut pada {1}: {2}.", "This certificate was taken back on {1}: {2}."),
        "notYetValid": Phrase("Sertifikat ini baru berlaku mulai {1}.", "This certificate is not valid before {1}."),
        "expired": Phrase(
            "Sertifikat ini asli, tetapi masa berlakunya habis pada {1}.", "This certificate is genuine, but it expired on {1}."),
        "issued": Phrase("Terbit {1}.", "Issued {1}."),
        "until": Phrase("Berlaku sampai {1}.", "Valid until {1}."),
        "asOf": Phrase("Tidak dicabut menurut daftar per {1}.", "Not taken back as of {1}."),
        "noList": Phrase("Belum diperiksa apakah dicabut.", "Whether it was taken back is not known."),
        "oldList": Phrase(
            "Daftar itu sudah lama; sambungkan internet dan muat ulang.", "That list is old; connect and load this page anew."),
        "person": person,
    ]

    /// All of it as JSON, in either language.
    var json: Phrase { Phrase(text(.indonesian), text(.english)) }

    private func text(_ language: Language) -> String {
        let words = Self.words.mapValues { $0[language] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let encoded = (try? encoder.encode(words)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return
            #"{"history":\#(history ?? #"{"entries":[]}"#),"revocations":\#(revocations ?? "null"),"words":\#(encoded),"worker":"\#(Paths.checkWorker)"}"#
    }
}
