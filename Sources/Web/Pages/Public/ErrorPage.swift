/// What went wrong, in words, and what to do now.
public struct ErrorPage: Page {
    /// The HTTP status.
    public let status: Int
    /// A sentence about this very case; without it the page says what the status usually means.
    public let explanation: Phrase?

    public init(status: Int, explanation: Phrase? = nil) {
        self.status = status
        self.explanation = explanation
    }

    public static var template: String { "pages/error" }
    public static var words: PhraseTable { .error }
    public var place: Frame.Place? { nil }

    public var title: Phrase {
        switch status {
        case 401: Phrase("Masuk dulu", "Please sign in")
        case 403: Phrase("Halaman ini bukan untukmu", "This page is not for you")
        case 404: Phrase("Halaman tidak ada", "There is no such page")
        case 413: Phrase("Berkas terlalu besar", "The file is too large")
        case 429: Phrase("Terlalu sering mencoba", "Too many tries")
        case 400..<500: Phrase("Permintaan tidak bisa dibaca", "The request could not be read")
        default: Phrase("Ada yang rusak di sini", "Something broke here")
        }
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "explanation": .phrase(explanation ?? usualExplanation)
        case "code": .text(String(status))
        case "needsSignIn": .maybe(status == 401 ? SignInLink() : nil)
        default: nil
        }
    }

    private var usualExplanation: Phrase {
        switch status {
        case 401: Phrase("Halaman ini hanya untuk yang sudah masuk.", "Only those who are signed in can see this page.")
        case 403:
            Phrase(
                "Akunmu tidak punya hak untuk ini, atau halaman ini terlalu lama terbuka. Muat ulang, atau tanyakan pengelola pengguna.",
                "Your account has no right to this, or the page was open for too long. Reload it, or ask whoever keeps the users.")
        case 404: Phrase("Alamatnya mungkin salah ketik atau sudah lama.", "The address may be mistyped or old.")
        case 413:
            Phrase("Bagi berkas menjadi beberapa bagian, lalu kirim satu per satu.", "Split the file into parts and send them one by one.")
        case 429: Phrase("Tunggu beberapa menit, lalu coba lagi.", "Wait a few minutes, then try again.")
        case 400..<500: Phrase("Kembali ke halaman sebelumnya dan coba lagi.", "Go back to the page before and try again.")
        default:
            Phrase(
                "Ini salah kami, bukan salahmu. Data yang sudah disimpan tetap aman. Coba lagi sebentar lagi.",
                "This is our fault, not yours. What was saved is safe. Try again in a moment.")
        }
    }
}

private struct SignInLink: TemplateModel {
    func value(named name: String) -> TemplateValue? {
        switch name {
        case "address": .text(Paths.signIn)
        case "label": .phrase(Phrase("Masuk", "Sign in"))
        default: nil
        }
    }
}
